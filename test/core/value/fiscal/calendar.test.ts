import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../../../src/core/model/goal';
import { addDays, civilDate, dateOfDayNumber, dayNumber, daysBetween } from '../../../../src/core/value/civil-date';
import {
  type FiscalCalendar,
  type PeriodKind,
  periodAfter,
  periodOn,
  periodsOf,
} from '../../../../src/core/value/fiscal/calendar';
import { lastDay, type WeekYears, weeksIn } from '../../../../src/core/value/fiscal/week-years';
import { workingDays } from '../../../../src/core/value/fiscal/working-days';

const RETAIL: WeekYears = {
  kind: 'weeks',
  pattern: '4-5-4',
  lastWeekday: 6,
  endMonth: 1,
  ends: 'nearest-month-end',
  named: 'start',
};

describe('years of weeks', () => {
  it('have a 53rd week in 2012, 2017 and 2023 by the National Retail Federation, and in no other year between', () => {
    const long = Array.from({ length: 13 }, (_, index) => 2012 + index).filter((year) => weeksIn(RETAIL, year) === 53);
    expect(long).toEqual([2012, 2017, 2023]);
  });

  it('put the retail year 2023 at 29 January 2023 to 3 February 2024, five weeks in its last month', () => {
    const [year] = periodsOf(RETAIL, 2023, 'year');
    expect(year).toMatchObject({ label: 'FY2023', start: '2023-01-29', end: '2024-02-04' });
    const months = periodsOf(RETAIL, 2023, 'month').map(({ start, end }) => daysBetween(start, end) / 7);
    expect(months).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5]);
  });

  it('end on the last Saturday of August 2006 and 2007 (Treasury Regulation 1.441-2)', () => {
    const august: WeekYears = { ...RETAIL, endMonth: 8, ends: 'last-in-month', named: 'end' };
    expect(lastDay(august, 2006)).toBe('2006-08-26');
    expect(lastDay(august, 2007)).toBe('2007-08-25');
  });
});

describe('years of months', () => {
  it('start where the organisation says, and are named by their start or end', () => {
    expect(periodOn({ kind: 'months', startMonth: 2, named: 'end' }, 'quarter', civilDate('2026-01-31'))).toEqual({
      label: 'FY2026 Q4',
      kind: 'quarter',
      start: '2025-11-01',
      end: '2026-02-01',
    });
    expect(periodOn({ kind: 'months', startMonth: 7, named: 'start' }, 'half', civilDate('2026-01-01'))).toMatchObject({
      label: 'FY2025 H2',
      start: '2026-01-01',
      end: '2026-07-01',
    });
  });
});

describe("the CRM's own table", () => {
  const periods: Period[] = [
    { label: 'P1', kind: 'quarter', start: civilDate('2026-01-05'), end: civilDate('2026-04-01') },
    { label: 'P2', kind: 'quarter', start: civilDate('2026-04-01'), end: civilDate('2026-07-10') },
  ];
  const table: FiscalCalendar = { kind: 'table', periods };

  it('is taken as it stands; what it lacks is not made up', () => {
    expect(periodOn(table, 'quarter', civilDate('2026-03-31'))?.label).toBe('P1');
    expect(periodOn(table, 'quarter', civilDate('2026-04-01'))?.label).toBe('P2');
    expect(periodOn(table, 'quarter', civilDate('2026-01-04'))).toBeUndefined();
    expect(periodOn(table, 'month', civilDate('2026-03-31'))).toBeUndefined();
    expect(periods[0] && periodAfter(table, periods[0])?.label).toBe('P2');
  });
});

describe('every fiscal calendar', () => {
  const calendar: fc.Arbitrary<FiscalCalendar> = fc.oneof(
    fc.record({
      kind: fc.constant('months' as const),
      startMonth: fc.integer({ min: 1, max: 12 }),
      named: fc.constantFrom('start' as const, 'end' as const),
    }),
    fc.record({
      kind: fc.constant('weeks' as const),
      pattern: fc.constantFrom('4-4-5' as const, '4-5-4' as const, '5-4-4' as const),
      lastWeekday: fc.integer({ min: 1, max: 7 }),
      endMonth: fc.integer({ min: 1, max: 12 }),
      ends: fc.constantFrom('last-in-month' as const, 'nearest-month-end' as const),
      named: fc.constantFrom('start' as const, 'end' as const),
    }),
  );
  const day = fc
    .integer({ min: dayNumber(civilDate('1990-01-01')), max: dayNumber(civilDate('2079-12-31')) })
    .map(dateOfDayNumber);
  const kind = fc.constantFrom<PeriodKind>('month', 'quarter', 'half', 'year');

  it('gives every day exactly one period of each kind, without gaps', () => {
    fc.assert(
      fc.property(calendar, day, kind, (of, on, each) => {
        const period = periodOn(of, each, on);
        expect(period && period.start <= on && on < period.end).toBe(true);
        expect(period && periodAfter(of, period)?.start).toBe(period?.end);
      }),
    );
  });

  it('has years of 52 or 53 weeks where it goes by weeks, ending on the weekday chosen', () => {
    fc.assert(
      fc.property(calendar, fc.integer({ min: 1990, max: 2079 }), (of, year) => {
        if (of.kind !== 'weeks') return;
        expect([52, 53]).toContain(weeksIn(of, year));
      }),
    );
  });
});

describe('working days', () => {
  it('leave out weekends and holidays: Christmas week 2026 has four', () => {
    expect(workingDays(civilDate('2026-12-21'), civilDate('2026-12-28'), [civilDate('2026-12-25')])).toBe(4);
  });

  it('leave a holiday on a weekend alone, and count one only once', () => {
    const holidays = ['2026-12-26', '2026-12-25', '2026-12-25', '2027-01-01'].map(civilDate);
    expect(workingDays(civilDate('2026-12-21'), civilDate('2026-12-28'), holidays)).toBe(4);
  });

  it('follow the weekend of the country', () => {
    expect(workingDays(civilDate('2026-12-18'), civilDate('2026-12-25'), [], [5, 6])).toBe(5);
    expect(workingDays(civilDate('2026-12-18'), civilDate('2026-12-20'), [], [5, 6])).toBe(0);
  });

  it('add up over any day between', () => {
    const from = civilDate('2026-01-01');
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const middle = addDays(from, a);
        const end = addDays(middle, b);
        expect(workingDays(from, middle) + workingDays(middle, end)).toBe(workingDays(from, end));
      }),
    );
  });
});
