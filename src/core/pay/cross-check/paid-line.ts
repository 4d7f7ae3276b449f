import type { CivilDate } from '../../value/civil-date';
import type { Known } from '../../value/known';
import type { Money } from '../../value/money';

/** One line of somebody else's statement: what payroll, or the CRM's own commissions, say was paid. */
export type PaidLine = {
  /** The deal it was paid for; null for what is paid for no deal: a draw, an adjustment, a bonus. */
  readonly dealId: string | null;
  /** The deal or the line as it is called there. */
  readonly name: string;
  readonly pay: Money;
  /** What the rate was applied to, where the statement says so: the credited or the invoiced amount. */
  readonly base: Known<Money>;
  readonly on: Known<CivilDate>;
};
