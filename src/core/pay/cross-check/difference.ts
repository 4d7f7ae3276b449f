import type { Explained } from '../../value/explained';
import type { Money } from '../../value/money';

/**
 * Why two statements differ over a deal:
 *
 * - `not-paid`: the plan pays for it and their statement has no line for it
 * - `not-ours`: they paid for it, and it is not among the deals that the plan counts in this period
 * - `twice`: the same line stands there more than once
 * - `base`: the rate was applied to another amount: a wrong split, an invoice that was lower than the deal
 * - `timing`: a part is held back until cash comes in or the customer goes live
 * - `rate`: the same amount, paid at another rate
 * - `unsaid`: the amount or the rate: their statement does not say what it applied the rate to
 * - `no-deal`: pay that belongs to no deal: draws, bonuses, adjustments
 * - `rounding`: less than one smallest unit a line
 */
export const CAUSES = [
  'not-paid',
  'not-ours',
  'twice',
  'base',
  'timing',
  'rate',
  'unsaid',
  'no-deal',
  'rounding',
] as const;
export type Cause = (typeof CAUSES)[number];

/** A part of the difference between two statements, with its one cause. */
export type Difference = {
  readonly cause: Cause;
  /** null for what belongs to no deal. */
  readonly dealId: string | null;
  readonly name: string;
  /** Theirs less ours: less than nothing where they paid too little. */
  readonly amount: Explained<Money>;
};
