import type { Instant } from '../value/instant';
import type { Known } from '../value/known';

/** What was done. `document` is opening or signing one, `date` setting one (a decision date, a board meeting). */
export type ActivityKind = 'meeting' | 'call' | 'email' | 'document' | 'date' | 'task' | 'note';

/**
 * How an activity is tied to the deal: recorded on the deal itself; with a contact of its buying committee; with somebody at
 * the account and nothing closer.
 */
export type Tie = 'deal' | 'committee' | 'account';

/** Something that happened, or is planned, between the two sides. */
export type Activity = {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly subject: Known<string>;
  readonly at: Instant;
  /** Who acted: for a mail its sender, for a meeting both sides where somebody of the buyer's took part. */
  readonly by: 'buyer' | 'seller' | 'both' | 'unknown';
  /** Planned and not yet done. */
  readonly planned: boolean;
  readonly contactIds: readonly string[];
  readonly tie: Tie;
  /** How many other open deals the same tie would fit as well. */
  readonly otherDeals: Known<number>;
};
