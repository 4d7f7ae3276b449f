import type { Period } from '../../model/goal';
import { type MonthYears, monthYear } from './month-years';
import { type WeekYears, weekYear } from './week-years';

/** Kinds of period that a fiscal year is divided into. */
export type PeriodKind = Exclude<Period['kind'], 'custom'>;

/**
 * How an organisation divides its years, where its CRM has no table of periods of its own: into calendar months from a start month, or
 * into whole weeks.
 */
export type FiscalCalendar = MonthYears | WeekYears;

/**
 * All periods of a kind in the fiscal year of that name, in order.
 *
 * @example periodsOf({ kind: 'months', startMonth: 2, named: 'end' }, 2026, 'quarter')[3] // FY2026 Q4, November 2025 to January 2026
 */
export function periodsOf(calendar: FiscalCalendar, year: number, kind: PeriodKind): readonly Period[] {
  switch (calendar.kind) {
    case 'months':
      return monthYear(calendar, year)[kind];
    case 'weeks':
      return weekYear(calendar, year)[kind];
  }
}
