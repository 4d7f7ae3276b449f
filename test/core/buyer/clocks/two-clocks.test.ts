import { describe, expect, it } from 'vitest';
import { twoClocks } from '../../../../src/core/buyer/clocks/two-clocks';
import type { Period } from '../../../../src/core/model/goal';
import { civilDate } from '../../../../src/core/value/civil-date';
import { isExplained } from '../../../../src/core/value/explained';
import { missing } from '../../../../src/core/value/known';
import { act, CLOCK, daysAgo, deal, known } from '../../deal/evidence/a-deal';
import { account } from '../names/accounts';

// The clock of these tests stands at 15 June 2026.
const Q2: Period = { label: 'Q2 2026', kind: 'quarter', start: civilDate('2026-04-01'), end: civilDate('2026-07-01') };
const year = (startMonth: number) => known(account('Acme', { fiscalYearStartMonth: known(startMonth) }));
const at = (startMonth: number, period = Q2) => twoClocks(period, year(startMonth), deal(), CLOCK);

describe('our clock', () => {
  it('15 days are left after today of a quarter that ends on 30 June, none on its last day', () => {
    expect(at(1).seller).toMatchObject({ lastDay: '2026-06-30', daysLeft: { value: 15 } });
    const last = { now: '2026-06-30T12:00:00.000Z' as typeof CLOCK.now, zone: 'UTC' };
    expect(twoClocks(Q2, year(1), deal(), last).seller.daysLeft).toMatchObject({ value: 0 });
  });

  it('a period that has not begun has all its days', () => {
    const q3: Period = { label: 'Q3', kind: 'quarter', start: civilDate('2026-07-01'), end: civilDate('2026-10-01') };
    expect(at(1, q3).seller.daysLeft).toMatchObject({ value: 92 });
  });

  it('one that is over has none, and says so', () => {
    const q1: Period = { label: 'Q1', kind: 'quarter', start: civilDate('2026-01-01'), end: civilDate('2026-04-01') };
    expect(at(1, q1).seller.daysLeft).toMatchObject({ because: { key: 'buyer_period_over' } });
  });
});

describe('their clock', () => {
  it.each([
    [1, '2026-12-31'],
    [10, '2026-09-30'],
    [7, '2026-06-30'],
    [6, '2027-05-31'],
    [3, '2027-02-28'],
  ])('a fiscal year that begins in month %d ends next on %s', (month, end) => {
    expect(at(month).buyer.yearEnd).toMatchObject({ value: end });
  });

  it('on its first day a year has just begun', () => {
    const clock = { now: '2026-07-01T12:00:00.000Z' as typeof CLOCK.now, zone: 'UTC' };
    expect(twoClocks(Q2, year(7), deal(), clock).buyer.yearEnd).toMatchObject({ value: '2027-06-30' });
  });

  it('days are counted as ours are: 16 to 30 June', () => {
    expect(at(7).buyer.daysLeft).toMatchObject({ value: 15 });
  });

  it('a leap year has its 29th', () => {
    const clock = { now: '2027-12-15T12:00:00.000Z' as typeof CLOCK.now, zone: 'UTC' };
    expect(twoClocks(Q2, year(3), deal(), clock).buyer.yearEnd).toMatchObject({ value: '2028-02-29' });
  });

  it('theirs ends 184 days after ours', () => {
    // 30 June to 31 December
    expect(at(1).apart).toMatchObject({ value: 184 });
    expect(at(7).apart).toMatchObject({ value: 0 });
  });

  it.each([[0], [13], [2.5], [Number.NaN]])('month %d is none', (month) => {
    expect(at(month).buyer.yearEnd).toMatchObject({ missing: 'not-readable' });
  });

  it('an unknown year leaves both the end and the distance unknown, with the reason', () => {
    const clocks = twoClocks(Q2, missing('hidden'), deal(), CLOCK);
    expect(clocks.buyer.yearEnd).toMatchObject({ missing: 'hidden' });
    expect(isExplained(clocks.apart)).toBe(false);
  });

  it('dates that they have set come soonest first; ours and past ones do not', () => {
    const dossier = deal(
      {},
      {
        activities: known([
          act({
            id: 'board',
            kind: 'date',
            by: 'buyer',
            planned: true,
            at: daysAgo(-12),
            subject: known('<b>Board</b>'),
          }),
          act({ id: 'start', kind: 'date', by: 'buyer', planned: true, at: daysAgo(-40) }),
          act({ id: 'ours', kind: 'date', by: 'seller', planned: true, at: daysAgo(-2) }),
          act({ id: 'past', kind: 'date', by: 'buyer', planned: true, at: daysAgo(2) }),
        ]),
      },
    );
    const { dates, nextDate } = twoClocks(Q2, year(1), dossier, CLOCK).buyer;
    expect(dates.map(({ id, days }) => [id, days])).toEqual([
      ['board', 12],
      ['start', 40],
    ]);
    expect(nextDate).toMatchObject({ value: '2026-06-27' });
  });

  it('hidden activities: no date is known, which is not the same as none', () => {
    const { nextDate } = twoClocks(Q2, year(1), deal({}, { activities: missing('hidden') }), CLOCK).buyer;
    expect(nextDate).toMatchObject({ missing: 'hidden' });
  });
});
