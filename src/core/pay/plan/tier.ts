import type { Exact } from './exact';

/** How a tier pays: only what lies in it; everything once it is reached; along a straight line. */
export type TierMethod = 'marginal' | 'retroactive' | 'interpolated';

/** Which tier an amount exactly on an edge belongs to. */
export type Boundary = 'higher-tier' | 'lower-tier';

/** A figure that moves in a straight line through a tier: to its upper edge (`to`), or by so much a unit of the axis (`slope`). */
export type Line = { readonly at: Exact; readonly to: Exact } | { readonly at: Exact; readonly slope: Exact };

/**
 * A stretch of the axis. It pays by exactly one of `rate` (share of the amount, or money a unit of a count), `multiplier` (of the
 * component's base rate), `payout` (share of the target) and `amount` (a fixed sum).
 */
export type Tier = {
  readonly name?: string;
  readonly from: Exact;
  /** Absent in the last tier: no end. */
  readonly to?: Exact;
  readonly method?: TierMethod;
  /** Who owns this tier's lower edge; the component's rule unless told. */
  readonly boundary?: Boundary;
  readonly rate?: Exact | Line;
  readonly multiplier?: Exact | Line;
  readonly payout?: Exact | Line;
  readonly amount?: Exact | Line;
  /** For a marginal `amount` or `payout`: all of it on entering the tier, or in proportion to how far one has come in it. */
  readonly part?: 'whole' | 'proportional';
};

/** A floor on the axis: below it nothing pays; from it on, only the excess pays or everything does. */
export type Threshold = {
  readonly at: Exact;
  readonly pays: 'excess' | 'everything';
  /** Whether exactly the threshold has reached it; yes unless told. */
  readonly reachedAt?: 'exactly' | 'above';
};
