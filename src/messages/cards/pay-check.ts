import type { Period } from '../../core/model/goal';
import type { CrossCheck } from '../../core/pay/cross-check/cross-check';
import type { RowProblem } from '../../core/pay/cross-check/statement-file';

/** Somebody else's statement of the viewer's pay beside the plan's, for the period that holds today. */
export type PayCheck = {
  readonly rep: string;
  readonly period: Period;
  readonly plan: string;
  readonly check: CrossCheck;
};

/** Why a statement could not be held against the plan's. */
export type PayCheckProblem =
  | { readonly kind: 'no-plan' }
  /** The viewer's own deals of this period have not been read. */
  | { readonly kind: 'no-book' }
  | { readonly kind: 'not-a-statement'; readonly problems: readonly RowProblem[] };
