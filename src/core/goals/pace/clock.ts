import type { Period } from '../../model/goal';
import { addDays, type CivilDate, daysBetween, earlier, later } from '../../value/civil-date';
import { USUAL_WEEKEND, workingDays } from '../../value/fiscal/working-days';
import { ifGiven, type Known } from '../../value/known';

/** How far a period has gone. Today counts as gone: what was booked today is in the figures. */
export type Clock = {
  readonly period: Period;
  readonly today: CivilDate;
  readonly calendar: { readonly gone: number; readonly all: number };
  readonly working: { readonly gone: number; readonly all: number };
  /** Whether the holidays were known; without them only weekends are left out. */
  readonly holidaysKnown: boolean;
};

/** Reads the clock of a period on a day: before it nothing has gone, after it everything. */
export function clockOf(
  period: Period,
  today: CivilDate,
  holidays: Known<readonly CivilDate[]>,
  weekend: readonly number[] = USUAL_WEEKEND,
): Clock {
  const { start, end } = period;
  const gone = later(start, earlier(addDays(today, 1), end));
  const free = ifGiven(holidays) ?? [];
  return {
    period,
    today,
    calendar: { gone: daysBetween(start, gone), all: daysBetween(start, end) },
    working: { gone: workingDays(start, gone, free, weekend), all: workingDays(start, end, free, weekend) },
    holidaysKnown: ifGiven(holidays) !== undefined,
  };
}
