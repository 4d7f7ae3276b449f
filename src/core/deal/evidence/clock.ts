import type { CivilDate } from '../../value/civil-date';
import { calendarIn, type Instant } from '../../value/instant';

/** The moment at which a question about a deal is asked, and the time zone in which its days are counted. */
export type Clock = {
  readonly now: Instant;
  /** IANA name, `Europe/Berlin`. */
  readonly zone: string;
};

/** Today by a clock, and the day on which anything else happened by the same clock. */
export type Days = { readonly today: CivilDate; readonly on: (at: Instant) => CivilDate };

/** @throws {RangeError} a zone that does not exist */
export function daysBy(clock: Clock): Days {
  const on = calendarIn(clock.zone);
  return { today: on(clock.now), on };
}
