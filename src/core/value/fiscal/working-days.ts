import type { CivilDate } from '../civil-date';
import { dayNumber, isoWeekday } from '../civil-date';

/** Saturday and Sunday, by ISO weekday. */
export const USUAL_WEEKEND: readonly number[] = [6, 7];

/**
 * Working days from `start` up to, and not including, `end`: neither weekend nor holiday.
 *
 * @param holidays - any order, repeats and days outside allowed
 * @param weekend - ISO weekdays, 1 = Monday
 * @example workingDays('2026-12-21', '2026-12-28', ['2026-12-25']) // 4
 */
export function workingDays(
  start: CivilDate,
  end: CivilDate,
  holidays: readonly CivilDate[] = [],
  weekend: readonly number[] = USUAL_WEEKEND,
): number {
  const days = dayNumber(end) - dayNumber(start);
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  let count = weeks * (7 - new Set(weekend).size);
  const first = isoWeekday(start);
  for (let day = weeks * 7; day < days; day += 1) {
    if (!weekend.includes(((first - 1 + day) % 7) + 1)) count += 1;
  }
  for (const holiday of new Set(holidays)) {
    if (holiday >= start && holiday < end && !weekend.includes(isoWeekday(holiday))) count -= 1;
  }
  return count;
}
