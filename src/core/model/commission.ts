import type { CivilDate } from '../value/civil-date';
import type { Known } from '../value/known';
import type { Money } from '../value/money';

/** A commission that the CRM itself has booked for a rep: what its own plan pays on one invoiced line. */
export type BookedCommission = {
  /** The deal that was invoiced; null where it cannot be followed back to one. */
  readonly dealId: string | null;
  /** What was sold, as the CRM words it. */
  readonly name: string;
  readonly pay: Money;
  /** The invoiced amount that it was worked out from. */
  readonly base: Known<Money>;
  readonly on: Known<CivilDate>;
};
