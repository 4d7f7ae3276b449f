import type { CivilDate } from '../value/civil-date';
import type { Rates } from '../value/conversion';
import type { Instant } from '../value/instant';
import type { Known } from '../value/known';
import type { Money } from '../value/money';
import type { BookedCommission } from './commission';
import type { Goal, Period } from './goal';
import type { Opportunity } from './opportunity';
import type { Rep } from './person';

/** The part of an opportunity that counts for a rep, and by which rule: a split, an overlay, or all of it for the owner. */
export type Credit = {
  readonly opportunityId: string;
  readonly repId: string;
  readonly amount: Known<Money>;
  /** Share of the opportunity's amount, 0..1; overlays may add up to more than 1 over reps. */
  readonly share: number;
  readonly rule: 'owner' | 'split' | 'overlay';
};

/** One deal in a rep's book: the opportunity, the rep's credit of it, and how long the buyer has been silent. */
export type BookDeal = {
  readonly opportunity: Opportunity;
  readonly credit: Credit;
  readonly lastBuyerActOn: Known<CivilDate>;
};

/** What was booked in a past period, by day: what the booking curve is learned from. */
export type BookedPeriod = {
  readonly period: Period;
  readonly days: readonly { readonly on: CivilDate; readonly amount: Money }[];
};

/** All that is needed about one rep in one period. */
export type Book = {
  readonly rep: Rep;
  readonly period: Period;
  readonly goals: Known<readonly Goal[]>;
  /** Won deals credited to the rep in the period, by close date. */
  readonly won: Known<readonly BookDeal[]>;
  /** Open deals of the rep, whenever they are due. */
  readonly open: Known<readonly BookDeal[]>;
  /** Credited amount won earlier in the same fiscal year, before this period: for year-to-date plans. */
  readonly yearToDate: Known<Money>;
  /** First day of that fiscal year, from which `yearToDate` counts; absent where it is not told. */
  readonly yearStart?: CivilDate;
  /** Holidays of the rep's working calendar inside the period. */
  readonly holidays: Known<readonly CivilDate[]>;
  /** Quotas that are a territory's and not the rep's, and so in no goal. Absent: none. */
  readonly territoryQuotas?: number;
  /** Exchange rates of the organisation, where it has more than one currency: amounts stay in the currency of their record. */
  readonly rates?: Known<Rates>;
  /** The books of those below, where the rep manages others and they were asked for, by name. */
  readonly team?: Known<readonly Book[]>;
  /** What the CRM itself has booked for the rep in the period; absent where a CRM does no such thing. */
  readonly commissions?: Known<readonly BookedCommission[]>;
  readonly asOf: Instant;
};
