import type { Period } from '../../model/goal';
import { addDays, addMonths, type CivilDate, civilDate, parseCivilDate } from '../../value/civil-date';
import type { WrittenPeriod } from './file-goal';

/** A year and the part of it that a label names; `part` 0 is the whole. */
type Named = { readonly year: number; readonly months: 12 | 6 | 3 | 1; readonly part: number };

/**
 * A period from what stands in a file: `2026-Q4`, `Q4 2026`, `FY2026 Q4`, `2026-H2`, `2026-11`, `2026`, or a first and a last day.
 *
 * @param last - the last day, counted in, as people write it
 * @returns `undefined` for anything else
 */
export function writtenPeriod(label: string, first: string, last: string): WrittenPeriod | undefined {
  if (first !== '' || last !== '') {
    const start = parseCivilDate(first);
    const end = parseCivilDate(last);
    if (!start || !end || end < start) return undefined;
    return { label, days: { start, end: addDays(end, 1) } };
  }
  const named = namedIn(label);
  return named && { label, days: calendarDays(named) };
}

/**
 * Whether a period of the CRM's is the one that a file means. A label goes by the CRM's own names, whose year may begin in any month;
 * only where the CRM's label names nothing are the days of the calendar meant.
 */
export function isPeriod({ label, days }: WrittenPeriod, period: Period): boolean {
  if (label !== '' && label === period.label) return true;
  const written = namedIn(label);
  const own = namedIn(period.label);
  if (written && own) return written.year === own.year && written.months === own.months && written.part === own.part;
  return days !== null && days.start === period.start && days.end === period.end;
}

function namedIn(label: string): Named | undefined {
  const text = label.trim().toUpperCase();
  const parts =
    /^(?:FY\s*)?(\d{4})(?:[\s/-]*([QH])(\d))?$/.exec(text) ??
    swapped(/^([QH])(\d)[\s/-]*(?:FY\s*)?(\d{4})$/.exec(text));
  if (parts) {
    const [, year, kind, number] = parts;
    if (kind === undefined) return { year: Number(year), months: 12, part: 0 };
    const part = Number(number) - 1;
    const most = kind === 'Q' ? 3 : 1;
    return part >= 0 && part <= most ? { year: Number(year), months: kind === 'Q' ? 3 : 6, part } : undefined;
  }
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return month ? { year: Number(month[1]), months: 1, part: Number(month[2]) - 1 } : undefined;
}

function swapped(parts: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return parts && [parts[0], parts[3], parts[1], parts[2]];
}

function calendarDays({ year, months, part }: Named): { readonly start: CivilDate; readonly end: CivilDate } {
  const start = addMonths(civilDate(`${String(year).padStart(4, '0')}-01-01`), months * part);
  return { start, end: addMonths(start, months) };
}
