import type { CivilDate } from '../../../value/civil-date';
import type { Decimal } from '../../../value/decimal';
import type { CreditedDeal, CreditedLine } from '../inputs';

/** A deal, or one product line of it, with what it counts for this rep: exact, in the plan's currency. */
export type Item = {
  readonly deal: CreditedDeal;
  readonly line: CreditedLine | null;
  readonly closeDate: CivilDate;
  /** Towards the quota: share, uplift, the attainment currency's rate. */
  readonly credit: Decimal;
  /** What is paid on: share, the payment currency's rate; no uplift. */
  readonly base: Decimal;
  readonly margin: Decimal | null;
  /** The whole deal as it is paid on, whichever of its lines this is. */
  readonly whole: Decimal;
};
