import type { CivilDate } from '../value/civil-date';
import type { Known } from '../value/known';
import type { Money } from '../value/money';
import type { HistoryRow } from './history';
import type { Rep, Role } from './person';

/** One person on a deal: the role, where one is recorded, and the day the person was put there. */
export type RoleSince = { readonly role: Known<Role>; readonly since: Known<CivilDate> };

/** A deal that has ended, as the norms learn from it. */
export type ClosedDeal = {
  readonly id: string;
  readonly outcome: 'won' | 'lost' | 'no-decision';
  readonly owner: Rep;
  /** The owner's team: a manager's id, a role's id. */
  readonly teamId: Known<string>;
  readonly product: Known<string>;
  readonly amount: Known<Money>;
  readonly createdOn: CivilDate;
  readonly closedOn: CivilDate;
  /** Oldest first. What was known at a time is the last row at or before it. */
  readonly history: Known<readonly HistoryRow[]>;
  readonly roles: Known<readonly RoleSince[]>;
  /** Days on which the buyer did something dated and checkable, oldest first. */
  readonly buyerActs: Known<readonly CivilDate[]>;
};
