import { addMonths, dateOfDayNumber, dayNumber } from '../../value/civil-date';
import type { Lesson, Trace } from './lesson';
import { type Course, WEEKS } from './norms';

const MONTHS = 3;
/** Deals counted between two breaths. */
const SLICE = 10_000;

/** The month of its quarter that a day lies in: 0, 1, 2. Fiscal quarters that begin in another month only turn the three round. */
export function monthOfQuarter(day: number): number {
  return (Number(dateOfDayNumber(day).slice(5, 7)) - 1) % MONTHS;
}

export const weekOf = (age: number): number => Math.min(WEEKS - 1, Math.max(0, Math.floor(age / 7)));

/** Counts the days that deals spent open, and how those days ended: closed deals to their close, open ones to today. */
export function* courseOf(traces: readonly Trace[], open: Lesson['open'], today: number): Generator<void, Course> {
  const grid = () => Array.from({ length: WEEKS }, () => [0, 0, 0]);
  const [days, won, lost] = [grid(), grid(), grid()];
  const months = monthTable(traces, open, today);
  const spend = (from: number, to: number, count: number) => {
    // A stretch is cut where a week of age or a month of the calendar ends: a few pieces instead of one a day.
    for (let day = from; day < to; ) {
      const week = weekOf(day - from);
      const weekEnd = week === WEEKS - 1 ? to : from + (week + 1) * 7;
      const { month, end } = months(day);
      const until = Math.min(to, weekEnd, end);
      const cell = days[week];
      if (cell) cell[month] = (cell[month] ?? 0) + (until - day) * count;
      day = until;
    }
  };
  let counted = 0;
  for (const { f, e, o } of traces) {
    counted += 1;
    if (counted % SLICE === 0) yield;
    // The day of closing counts: a deal that closes on its first day was at risk for one.
    spend(f, e + 1, 1);
    if (o === 'n') continue;
    const cell = (o === 'w' ? won : lost)[weekOf(e - f)];
    const { month } = months(e);
    if (cell) cell[month] = (cell[month] ?? 0) + 1;
  }
  for (const [created, count] of open ?? []) spend(created, today + 1, count);
  return { days, won, lost };
}

/** Looks months up by day, without making a date for each. */
function monthTable(traces: readonly Trace[], open: Lesson['open'], today: number) {
  const first = [...traces.map(({ f }) => f), ...(open ?? []).map(([created]) => created)].reduce(
    (least, day) => Math.min(least, day),
    today,
  );
  const starts: number[] = [];
  for (
    let on = `${dateOfDayNumber(first).slice(0, 7)}-01` as ReturnType<typeof dateOfDayNumber>;
    ;
    on = addMonths(on, 1)
  ) {
    starts.push(dayNumber(on));
    if (dayNumber(on) > today) break;
  }
  return (day: number): { readonly month: number; readonly end: number } => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= day) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? day;
    return { month: monthOfQuarter(start), end: starts[low + 1] ?? Number.POSITIVE_INFINITY };
  };
}
