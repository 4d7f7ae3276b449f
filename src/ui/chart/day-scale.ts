import { scaleUtc } from 'd3-scale';
import { type CivilDate, dateOfDayNumber, dayNumber } from '../../core/value/civil-date';

/** Days laid out along a line. */
export type DayScale = {
  /** Where a day stands; what lies outside stands at the nearer end. */
  readonly at: (day: CivilDate) => number;
  /** Days worth a tick, about so many: first days of months, quarters or years where there is room for no more. */
  readonly ticks: (about: number) => readonly CivilDate[];
};

const DAY = 86_400_000;

/** @example dayScale(civilDate('2026-10-01'), civilDate('2027-01-01'), [0, 340]).at(civilDate('2026-11-16')) // 170 */
export function dayScale(from: CivilDate, to: CivilDate, [start, end]: readonly [number, number]): DayScale {
  const last = Math.max(dayNumber(to), dayNumber(from) + 1);
  const scale = scaleUtc([dayNumber(from) * DAY, last * DAY], [start, end]).clamp(true);
  return {
    at: (day) => scale(dayNumber(day) * DAY),
    ticks: (about) => scale.ticks(about).map((date) => dateOfDayNumber(Math.round(date.getTime() / DAY))),
  };
}
