import type { Answer } from '../../core/value/explained';
import type { Money } from '../../core/value/money';

/** What the pay room says about this deal under the plan, worked out once for tile, summary and section. */
export type PaySight = {
  /** null where no plan is switched on. */
  readonly plan: { readonly name: string; readonly version: string } | null;
  /** What winning it now adds; for a deal that was won, what it added. */
  readonly now: Answer<Money>;
  readonly expected: Answer<Money>;
  readonly lastIn: Answer<Money>;
  /** By how much winning it rather than losing it raises the chance of making the goal. */
  readonly goalLift: Answer<number>;
  /** From where the deal leaves the rep to the next tier. */
  readonly toNextTier: Answer<Money>;
  /** What the next tier pays, in the plan's words; null at the top of the plan. */
  readonly nextTier: Answer | null;
};
