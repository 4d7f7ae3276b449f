import type { CivilDate } from '../value/civil-date';
import type { Known } from '../value/known';
import type { Money } from '../value/money';
import type { Opportunity } from './opportunity';

/** A company in the CRM. */
export type Account = {
  readonly id: string;
  readonly name: string;
  readonly parentId: Known<string>;
  readonly industry: Known<string>;
  readonly website: Known<string>;
  readonly country: Known<string>;
  readonly annualRevenue: Known<Money>;
  readonly employees: Known<number>;
  /** Identifiers that name one legal entity wherever it is written: DUNS, LEI, VAT number, ticker. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** First month of the buyer's own fiscal year, 1..12. */
  readonly fiscalYearStartMonth: Known<number>;
};

/** What the seller's organisation has with one company of a family. */
export type AccountStanding = {
  readonly accountId: string;
  readonly open: number;
  readonly openAmount: Known<Money>;
  readonly won: number;
  readonly wonAmount: Known<Money>;
  readonly lost: number;
  /** Open deals whose close date has passed; not known where there were too many to look at one by one. */
  readonly overdue: Known<number>;
  readonly lastContactOn: Known<CivilDate>;
};

/** An open deal somewhere in a family. */
export type FamilyDeal = Pick<Opportunity, 'id' | 'name' | 'outcome' | 'owner' | 'stage' | 'amount' | 'closeDate'> & {
  readonly accountId: string;
};

/** All companies known to belong together, as the CRM links them, and how many of them this user may not see. */
export type FamilyAccounts = {
  readonly members: readonly Account[];
  readonly standings: readonly AccountStanding[];
  /** Parents or children that exist and are not shared with this user. */
  readonly hidden: number;
  /** Their open deals, largest first; the largest 200 where there are more. */
  readonly deals: Known<readonly FamilyDeal[]>;
  /** How many open deals there are beyond those. */
  readonly moreDeals: Known<number>;
};
