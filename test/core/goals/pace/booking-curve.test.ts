import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { curveOf, learnBookingCurve, normBookingCurve } from '../../../../src/core/goals/pace/booking-curve';
import type { BookedPeriod } from '../../../../src/core/model/book';
import type { Period } from '../../../../src/core/model/goal';
import { civilDate } from '../../../../src/core/value/civil-date';
import { moneyOf } from '../../../../src/core/value/money';

const quarter = (label: string, start: string, end: string): Period => ({
  label,
  kind: 'quarter',
  start: civilDate(start),
  end: civilDate(end),
});
const Q2 = quarter('2017 Q2', '2017-04-01', '2017-07-01');
const Q3 = quarter('2017 Q3', '2017-07-01', '2017-10-01');
const Q4 = quarter('2017 Q4', '2017-10-01', '2018-01-01');

/** Won deals of the Maven Analytics "CRM Sales Opportunities" data set, by close date. */
function mavenBooked(period: Period): BookedPeriod {
  const file = new URL('../../../org/maven/sales_pipeline.csv', import.meta.url);
  const days = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((row) => row.split(','))
    .filter((cells) => cells[4] === 'Won')
    .map((cells) => ({ on: civilDate(cells[6] ?? ''), amount: moneyOf(cells[7] ?? '', 'USD') }))
    .filter(({ on }) => on >= period.start && on < period.end);
  return { period, days };
}

describe('the booking curve of the Maven company (Maven Analytics, CRM Sales Opportunities)', () => {
  // Shares of the quarter's won value by the end of month 1, of month 2 and by day 15 of month 3, counted from the file by hand.
  it.each([
    [Q3, ['2017-07-31', '2017-08-31', '2017-09-15'], [0.23, 0.59, 0.78]],
    [Q4, ['2017-10-31', '2017-11-30', '2017-12-15'], [0.26, 0.6, 0.78]],
  ])('of $label is what was booked', (period, days, shares) => {
    const curve = curveOf(mavenBooked(period));
    days.forEach((day, index) => {
      expect(Math.abs((curve?.(civilDate(day)) ?? 0) - (shares[index] ?? 0))).toBeLessThan(0.005);
    });
  });

  it('learned from two quarters, puts the company on its usual pace where a straight line calls it behind', () => {
    const curve = learnBookingCurve([mavenBooked(Q2), mavenBooked(Q3)], Q4, civilDate('2017-10-31'));
    const booked = curveOf(mavenBooked(Q4));
    const straight = 31 / 92;
    const actual = booked?.(civilDate('2017-10-31')) ?? 0;
    expect(curve.n).toBe(2);
    expect(actual - straight).toBeLessThan(-0.07);
    expect(Math.abs(actual - curve.shareBy(civilDate('2017-10-31')))).toBeLessThan(Math.abs(actual - straight));
  });
});

describe('a booking curve', () => {
  const usd = (major: number) => moneyOf(major, 'USD');
  const past = (start: string, end: string, days: readonly [string, number][]): BookedPeriod => ({
    period: quarter(start, start, end),
    days: days.map(([on, major]) => ({ on: civilDate(on), amount: usd(major) })),
  });
  const today = civilDate('2026-11-20');
  const now = quarter('now', '2026-10-01', '2027-01-01');
  const late = [
    past('2025-10-01', '2026-01-01', [['2025-12-31', 100]]),
    past('2026-01-01', '2026-04-01', [['2026-03-31', 7]]),
    past('2026-04-01', '2026-07-01', [['2026-06-30', 100]]),
    past('2026-07-01', '2026-10-01', [['2026-09-30', 100]]),
  ];

  it('is learned alone from four periods, and mixed with a straight line by n / (n + 1) below', () => {
    for (let n = 1; n <= 4; n += 1) {
      const curve = learnBookingCurve(late.slice(0, n), now, today);
      const weight = n === 4 ? 1 : n / (n + 1);
      expect(curve).toMatchObject({ n, weight });
      // The 29th of 31 days lies before the 29th of 30, so nothing of the last day is in yet.
      expect(curve.shareBy(civilDate('2026-12-29'))).toBeCloseTo((1 - weight) * (90 / 92), 12);
      expect(curve.shareBy(civilDate('2026-12-31'))).toBeCloseTo(1, 12);
    }
  });

  it('lines month ends up, whatever the length of the months', () => {
    const february = [
      past('2026-01-01', '2026-04-01', [
        ['2026-02-28', 50],
        ['2026-03-31', 50],
      ]),
    ];
    const curve = learnBookingCurve([...february, ...february, ...february, ...february], now, today);
    expect(curve.shareBy(civilDate('2026-11-29'))).toBeLessThan(0.5);
    expect(curve.shareBy(civilDate('2026-11-30'))).toBeCloseTo(0.5, 12);
    expect(curve.shareBy(civilDate('2026-12-30'))).toBeLessThan(1);
  });

  it('gives every past period the same say, however much it brought', () => {
    const early = past('2026-01-01', '2026-04-01', [['2026-01-01', 1_000_000]]);
    const curve = learnBookingCurve([early, ...late.filter((_, index) => index !== 1)], now, today);
    expect(curve.shareBy(civilDate('2026-11-15'))).toBeCloseTo(0.25, 12);
  });

  it('leaves out periods that are running, empty or of another kind', () => {
    const none = [
      { ...past('2026-10-01', '2027-01-01', [['2026-10-02', 5]]) },
      past('2026-07-01', '2026-10-01', []),
      { ...late[0], period: { ...quarter('m', '2026-09-01', '2026-10-01'), kind: 'month' as const }, days: [] },
    ] as BookedPeriod[];
    const curve = learnBookingCurve(none, now, today);
    expect(curve.n).toBe(0);
    expect(curve.shareBy(civilDate('2026-11-15'))).toBeCloseTo(46 / 92, 12);
  });

  it('can come from a norm by the share of the period gone', () => {
    const curve = normBookingCurve(
      {
        n: 8,
        points: [
          { at: 0.5, share: 0.3 },
          { at: 0.75, share: 0.4 },
        ],
      },
      now,
    );
    expect(curve.shareBy(civilDate('2026-11-15'))).toBeCloseTo(0.3, 12);
    expect(curve.shareBy(civilDate('2026-10-23'))).toBeCloseTo(0.15, 12);
    expect(curve.shareBy(civilDate('2026-12-31'))).toBe(1);
  });
});
