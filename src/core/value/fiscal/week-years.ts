import { addDays, addMonths, type CivilDate, civilDate, daysBetween, isoWeekday } from '../civil-date';
import { type DividedYear, divided } from './divide';

/**
 * Years of 52 or 53 whole weeks. The 53rd week lies in the last month.
 *
 * Source of the two year-end rules: US Treasury Regulation 1.441-2 (a taxable year of 52-53 weeks); of the retail form (4-5-4, the
 * Saturday nearest the end of January): National Retail Federation, 4-5-4 calendar.
 */
export type WeekYears = {
  readonly kind: 'weeks';
  /** Weeks in the months of every quarter. */
  readonly pattern: '4-4-5' | '4-5-4' | '5-4-4';
  /** The weekday that years end on, 1 = Monday … 7 = Sunday. */
  readonly lastWeekday: number;
  /** The month whose end the year goes by, 1 = January. */
  readonly endMonth: number;
  /** The last such weekday in the month, or the one nearest the month's end, which may lie in the next month. */
  readonly ends: 'last-in-month' | 'nearest-month-end';
  /** Whether a year is named after the calendar year that it starts or ends in (by its end month). */
  readonly named: 'start' | 'end';
};

/** The fiscal year of that name. */
export function weekYear(calendar: WeekYears, year: number): DividedYear {
  const endYear = calendar.named === 'start' && calendar.endMonth < 12 ? year + 1 : year;
  const start = addDays(lastDay(calendar, endYear - 1), 1);
  const end = addDays(lastDay(calendar, endYear), 1);
  const weeks = Array.from({ length: 4 }, () => calendar.pattern.split('-').map(Number)).flat();
  const edges = [start];
  let at = 0;
  for (const each of weeks.slice(0, -1)) {
    at += each;
    edges.push(addDays(start, at * 7));
  }
  return divided(`FY${year}`, [...edges, end]);
}

/** How many weeks the fiscal year of that name has. */
export function weeksIn(calendar: WeekYears, year: number): number {
  const [whole] = weekYear(calendar, year).year;
  return whole ? daysBetween(whole.start, whole.end) / 7 : 0;
}

/** The last day of the year whose end month lies in a calendar year. */
export function lastDay({ endMonth, lastWeekday, ends }: WeekYears, calendarYear: number): CivilDate {
  const first = civilDate(`${String(calendarYear).padStart(4, '0')}-${String(endMonth).padStart(2, '0')}-01`);
  const monthEnd = addDays(addMonths(first, 1), -1);
  const back = (isoWeekday(monthEnd) - lastWeekday + 7) % 7;
  return addDays(monthEnd, ends === 'nearest-month-end' && back > 3 ? 7 - back : -back);
}
