import type { Period } from '../../model/goal';
import { addMonths, type CivilDate, daysBetween } from '../../value/civil-date';

/**
 * Where the end of a day lies in a period, so that days of different periods can be laid over each other.
 *
 * Rule: a period of whole calendar months goes by month, and inside a month by day / days of that month: all month ends line up,
 * and the 15th of a month of 30 days lies just above the 15th of one of 31. Any other period goes by day / days of the period.
 */
export type Places = {
  /** Lengths in days of the parts that line up: the months, or the whole. */
  readonly parts: readonly number[];
};

/** The parts of a period that line up with those of other periods. */
export function placesOf({ start, end }: Period): Places {
  if (!start.endsWith('-01') || !end.endsWith('-01')) return { parts: [daysBetween(start, end)] };
  const parts: number[] = [];
  for (let from = start; from < end; ) {
    const next = addMonths(from, 1);
    parts.push(daysBetween(from, next));
    from = next;
  }
  return { parts };
}

/** The place of so many days gone, 0..number of parts. */
export function placeOf({ parts }: Places, daysGone: number): number {
  let left = daysGone;
  for (let part = 0; part < parts.length; part += 1) {
    const days = parts[part] as number;
    if (left < days) return part + left / days;
    left -= days;
  }
  return parts.length;
}

/** The days gone at a place, possibly between two days. */
export function daysAt({ parts }: Places, place: number): number {
  const whole = Math.min(Math.floor(place), parts.length);
  const before = parts.slice(0, whole).reduce((sum, days) => sum + days, 0);
  return before + (place - whole) * (parts[whole] ?? 0);
}

/** Days of a period that are over at the end of a day. */
export function daysGone({ start, end }: Period, on: CivilDate): number {
  return Math.max(0, Math.min(daysBetween(start, on) + 1, daysBetween(start, end)));
}
