import type { Period } from '../../../core/model/goal';
import { addDays, addMonths, type CivilDate, civilDate, parseCivilDate } from '../../../core/value/civil-date';
import type { Row } from '../api/rows';
import { dayText } from '../api/values';

/**
 * The company's fiscal years, with the quarters of each: three months from its first day on, the last of them up to its end. Tryton
 * counts the last day in; the model ends before the day after.
 */
export function toPeriods(rows: readonly Row[]): Period[] {
  return rows.flatMap((row) => {
    const start = parseCivilDate(dayText(row.start_date));
    const last = parseCivilDate(dayText(row.end_date));
    if (!start || !last || last < start) return [];
    const label = typeof row.name === 'string' && row.name !== '' ? row.name : start.slice(0, 4);
    return yearWithQuarters(label, start, addDays(last, 1));
  });
}

/** The year, or the quarter of it, that holds a day: the company's own, else the calendar's. */
export function periodAt(periods: readonly Period[], kind: 'quarter' | 'year', day: CivilDate): Period {
  const within = (period: Period) => period.kind === kind && holds(period, day);
  const own = periods.find(within);
  if (own) return own;
  const year = day.slice(0, 4);
  const start = civilDate(`${year}-01-01`);
  const calendar = yearWithQuarters(year, start, addMonths(start, 12));
  return calendar.find(within) ?? { kind: 'year', label: year, start, end: addMonths(start, 12) };
}

export function holds({ start, end }: Period, day: CivilDate): boolean {
  return start <= day && day < end;
}

function yearWithQuarters(label: string, start: CivilDate, end: CivilDate): Period[] {
  const quarters: Period[] = [];
  for (let number = 1; number <= 4; number += 1) {
    const from = addMonths(start, (number - 1) * 3);
    if (from >= end) break;
    const to = addMonths(start, number * 3);
    const until = number === 4 || to > end ? end : to;
    quarters.push({ kind: 'quarter', label: `Q${number} ${label}`, start: from, end: until });
  }
  return [{ kind: 'year', label, start, end }, ...quarters];
}
