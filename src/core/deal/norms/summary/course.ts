import { addMonths, type CivilDate, dateOfDayNumber, dayNumber } from '../../../value/civil-date';
import type { Lesson } from '../lesson';
import { type Course, WEEKS } from '../norms';
import type { Trace } from '../trace/trace';

const MONTHS = 3;

/** The month of its quarter that a day lies in: 0, 1, 2. Fiscal quarters that begin in another month only turn the three round. */
export function monthOfQuarter(day: number): number {
  return (Number(dateOfDayNumber(day).slice(5, 7)) - 1) % MONTHS;
}

const weekOf = (age: number): number => Math.min(WEEKS - 1, Math.max(0, Math.floor(age / 7)));

/** Counts the days that deals spent open, and how those days ended: closed deals to their close, open ones to today. */
export type CourseCount = {
  readonly count: (trace: Pick<Trace, 'f' | 'e' | 'o'>) => void;
  readonly course: Course;
};

/** @param first - the day number of the first creation */
export function courseCount(first: number, today: number, open: Lesson['open']): CourseCount {
  const grid = () => Array.from({ length: WEEKS }, () => [0, 0, 0]);
  const [days, won, lost, none] = [grid(), grid(), grid(), grid()];
  const ends = { w: won, l: lost, n: none };
  const months = monthTable(
    (open ?? []).reduce((least, [created]) => Math.min(least, created), first),
    today,
  );
  const spend = (from: number, to: number, count: number) => {
    // A stretch is cut where a week of age or a month of the calendar ends: a few pieces instead of one a day.
    for (let day = from; day < to; ) {
      const week = weekOf(day - from);
      const weekEnd = week === WEEKS - 1 ? to : from + (week + 1) * 7;
      const month = months.monthOf(day);
      const until = Math.min(to, weekEnd, months.endOf(day));
      const cell = days[week];
      if (cell) cell[month] = (cell[month] ?? 0) + (until - day) * count;
      day = until;
    }
  };
  for (const [created, count] of open ?? []) spend(created, today + 1, count);
  return {
    count({ f, e, o }) {
      // The day of closing counts: a deal that closes on its first day was at risk for one.
      spend(f, e + 1, 1);
      const cell = ends[o][weekOf(e - f)];
      const month = months.monthOf(e);
      if (cell) cell[month] = (cell[month] ?? 0) + 1;
    },
    course: { days, won, lost, none },
  };
}

type Months = {
  readonly monthOf: (day: number) => number;
  /** The first day of the month after. */
  readonly endOf: (day: number) => number;
};

/** Looks months up by day, without making a date for each. Days from the first to today; none lies outside. */
function monthTable(first: number, today: number): Months {
  const days = today - first + 1;
  const months = new Uint8Array(days);
  const ends = new Int32Array(days);
  for (let start = first; start <= today; ) {
    const nextMonth = dayNumber(addMonths(`${dateOfDayNumber(start).slice(0, 7)}-01` as CivilDate, 1));
    months.fill(monthOfQuarter(start), start - first, nextMonth - first);
    ends.fill(nextMonth, start - first, nextMonth - first);
    start = nextMonth;
  }
  return { monthOf: (day) => months[day - first] ?? 0, endOf: (day) => ends[day - first] ?? day + 1 };
}
