import type { BookedPeriod } from '../model/book';
import type { Target } from '../model/goal';
import type { CivilDate } from '../value/civil-date';
import type { Answer } from '../value/explained';
import type { Known } from '../value/known';
import type { Fresh } from './chance/fresh';
import type { Odds } from './chance/open-bets';
import type { Convert } from './measure/tally';
import type { BookingNorm } from './pace/booking-curve';

/** What a goal's standing needs besides the book. */
export type Looking = {
  readonly today: CivilDate;
  /** Chances to win inside the goal's period, by deal id. */
  readonly odds: Odds;
  /** Past periods of the organisation (or the team), for the booking curve. */
  readonly booked?: readonly BookedPeriod[];
  /** Business that is not in the pipeline yet, for the book's period, as past quarters had it; without it the chance counts open deals only. */
  readonly fresh?: Fresh;
  /** A booking curve from elsewhere, used where no past periods are given. */
  readonly bookingNorm?: BookingNorm;
  /** What a deal usually comes to; the median of the rep's won deals unless told. */
  readonly usualDeal?: Answer<Target>;
  /** Days on which acts counted by leading goals were held. */
  readonly acts?: Known<readonly CivilDate[]>;
  /** Open deals with dated acts of the buyer; those with a last act in the book unless told. */
  readonly evidenced?: ReadonlySet<string>;
  readonly convert?: Convert;
  /** ISO weekdays that are free; Saturday and Sunday unless told. */
  readonly weekend?: readonly number[];
};
