import type { Period } from '../../model/goal';
import { type CivilDate, dayNumber, daysBetween } from '../../value/civil-date';
import { emptyNorms } from '../norms/empty';
import type { Norms } from '../norms/norms';
import { monthOfQuarter } from '../norms/summary/course';
import { type Hazard, hazardOf } from './hazard';
import { MOSTLY_OWN, PRIOR_DEALS, WIN_RATE } from './priors';
import { shrunk } from './shrink';

/** Until when a deal's end is asked for: within the period that holds today, within the next one, or at any time. */
export type Horizon = 'period' | 'next' | 'ever';

/** How much of the odds is the organisation's own. */
export type Ownness = 'mostly-prior' | 'mixed' | 'mostly-yours';

/** Norms made ready for many deals on one day. */
export type OddsMaker = {
  readonly norms: Norms;
  readonly hazard: Hazard;
  /** Share won of all that ended, drawn to the published rate. */
  readonly overall: number;
  readonly today: CivilDate;
  readonly days: Readonly<Record<Horizon, number>>;
  readonly months: ArrayLike<number>;
  readonly ownness: Ownness;
};

/** Beyond this many days the season is left out: it evens out over whole quarters. */
const SEASON_DAYS = 400;

/**
 * Makes norms ready for the odds of a day.
 *
 * @param norms - null where nothing has been learned yet: the odds then rest on published priors and say so
 */
export function oddsMaker(
  norms: Norms | null,
  today: CivilDate,
  period: Pick<Period, 'end'>,
  nextEnd: CivilDate,
): OddsMaker {
  const known = norms ?? emptyNorms(today);
  const after = Math.max(0, daysBetween(today, period.end) - 1);
  // Today is not counted, for it may be over - but on the last day of a period it is all that is left, and deals are won on it.
  const onLastDay = after === 0 && today < period.end;
  const left = onLastDay ? 1 : after;
  const first = dayNumber(today) + (onLastDay ? 0 : 1);
  const months = Uint8Array.from({ length: SEASON_DAYS }, (_, day) => monthOfQuarter(first + day));
  return {
    norms: known,
    hazard: hazardOf(known),
    overall: shrunk(known.all, WIN_RATE.value),
    today,
    days: {
      period: left,
      next: Math.max(left, daysBetween(today, nextEnd) - 1),
      ever: Number.POSITIVE_INFINITY,
    },
    months,
    ownness: known.all.n < PRIOR_DEALS ? 'mostly-prior' : known.all.n < MOSTLY_OWN ? 'mixed' : 'mostly-yours',
  };
}
