import { addMonths, civilDate } from '../civil-date';
import { type DividedYear, divided } from './divide';

/** Years of twelve calendar months. */
export type MonthYears = {
  readonly kind: 'months';
  /** 1 = January. */
  readonly startMonth: number;
  /** Whether a year is named after the calendar year it starts or ends in. */
  readonly named: 'start' | 'end';
};

/** The fiscal year of that name. @example monthYear({ kind: 'months', startMonth: 7, named: 'end' }, 2026) // from 2025-07-01 */
export function monthYear({ startMonth, named }: MonthYears, year: number): DividedYear {
  const calendarYear = named === 'end' && startMonth > 1 ? year - 1 : year;
  const first = civilDate(`${String(calendarYear).padStart(4, '0')}-${String(startMonth).padStart(2, '0')}-01`);
  return divided(
    `FY${year}`,
    Array.from({ length: 13 }, (_, month) => addMonths(first, month)),
  );
}
