import type { CivilDate } from '../value/civil-date';
import type { Known } from '../value/known';
import type { Money } from '../value/money';

/**
 * How far an offer has come, by meaning: still ours, with the buyer, taken by the buyer, turned down by the buyer, taken back by us.
 */
export type QuoteStanding = 'draft' | 'offered' | 'accepted' | 'declined' | 'withdrawn';

/** An offer made for a deal. */
export type Quote = {
  readonly id: string;
  readonly name: string;
  /** The number it goes by outside the CRM. */
  readonly number: Known<string>;
  /** Draft, in review, presented, accepted, …, as the organisation words it. */
  readonly status: Known<string>;
  /** The same by meaning; not readable where the organisation's word is none that is known. */
  readonly standing: Known<QuoteStanding>;
  /** After discounts, before tax and freight: what the amount of a deal is made of. */
  readonly amount: Known<Money>;
  /** Share taken off the list price, 0..1. */
  readonly discount: Known<number>;
  readonly createdOn: Known<CivilDate>;
  /** The day the buyer took it, where the CRM keeps one. That somebody of ours has set a status has no day of the buyer's. */
  readonly acceptedOn: Known<CivilDate>;
  /** The last day on which it holds. */
  readonly expires: Known<CivilDate>;
  /** Whether it is one that the deal's amount follows. */
  readonly primary: boolean;
};
