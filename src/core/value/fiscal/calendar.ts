import type { Period } from '../../model/goal';
import type { CivilDate } from '../civil-date';
import { type MonthYears, monthYear } from './month-years';
import { type WeekYears, weekYear } from './week-years';

/** Kinds of period that a fiscal year is divided into. */
export type PeriodKind = Exclude<Period['kind'], 'custom'>;

/**
 * How an organisation divides its years: the CRM's own table of periods, which always goes first; calendar months from a start
 * month; or whole weeks.
 */
export type FiscalCalendar = { readonly kind: 'table'; readonly periods: readonly Period[] } | MonthYears | WeekYears;

/**
 * The period of a kind that a day lies in. `undefined` where the table has none for it: nothing is derived from a table's rows.
 *
 * @example periodOn({ kind: 'months', startMonth: 2, named: 'end' }, 'quarter', '2026-01-31').label // 'FY2026 Q4'
 */
export function periodOn(calendar: FiscalCalendar, kind: PeriodKind, on: CivilDate): Period | undefined {
  if (calendar.kind === 'table') {
    return calendar.periods.find((period) => period.kind === kind && period.start <= on && on < period.end);
  }
  const year = Number(on.slice(0, 4));
  for (const each of [year - 1, year, year + 1]) {
    const found = periodsOf(calendar, each, kind).find(({ start, end }) => start <= on && on < end);
    if (found) return found;
  }
  return undefined;
}

/** All periods of a kind in the fiscal year of that name, in order. From a table: those that start in the calendar year. */
export function periodsOf(calendar: FiscalCalendar, year: number, kind: PeriodKind): readonly Period[] {
  switch (calendar.kind) {
    case 'table':
      return calendar.periods
        .filter((period) => period.kind === kind && Number(period.start.slice(0, 4)) === year)
        .sort((a, b) => (a.start < b.start ? -1 : 1));
    case 'months':
      return monthYear(calendar, year)[kind];
    case 'weeks':
      return weekYear(calendar, year)[kind];
  }
}

/** The period just after, of the same kind: the next row of a table, or what the rule gives. */
export function periodAfter(calendar: FiscalCalendar, period: Period): Period | undefined {
  return period.kind === 'custom' ? undefined : periodOn(calendar, period.kind, period.end);
}
