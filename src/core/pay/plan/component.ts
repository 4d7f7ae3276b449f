import type { Exact } from './exact';
import type { Axis, Condition } from './measure';
import type { Boundary, Line, Threshold, Tier, TierMethod } from './tier';

/** A second measure that must be met. `otherwise` says what is left when it is not. */
export type Gate = {
  readonly measure: string;
  readonly by?: 'value' | 'attainment';
  readonly window?: 'period' | 'year-to-date';
  readonly atLeast?: Exact;
  readonly above?: Exact;
  readonly atMost?: Exact;
  readonly below?: Exact;
  /**
   * `nothing`: the component pays nothing. `no-accelerator`: what lies above `acceleratesFrom` (100 % of quota unless told) pays
   * the rate just below. `payout-at-most` / `amount-at-most`: linkage by cap. `multiplied-by`: a reduction.
   */
  readonly otherwise:
    | 'nothing'
    | 'no-accelerator'
    | { readonly payoutAtMost: Exact }
    | { readonly amountAtMost: Exact }
    | { readonly multipliedBy: Exact };
  readonly acceleratesFrom?: Exact;
};

/** One step of a modifier: what the earnings are multiplied by while the measure is in it. */
export type ModifierStep = {
  readonly from: Exact;
  readonly to?: Exact;
  readonly multiplier: Exact | Line;
};

/** A second measure scales the earnings, up or down. Outside its steps it changes nothing. */
export type Modifier = {
  readonly measure: string;
  readonly by?: 'value' | 'attainment';
  readonly window?: 'period' | 'year-to-date';
  readonly boundary?: Boundary;
  readonly steps: readonly ModifierStep[];
};

/** A limit: on money, on the share of the target (of the year's, for a year), on the share of what the component pays on. */
export type Cap = {
  readonly amount?: Exact;
  readonly payout?: Exact;
  readonly rate?: Exact;
  readonly per: 'deal' | 'period' | 'year';
};

/** What every component has. */
export type ComponentBase = {
  readonly id: string;
  readonly name?: string;
  readonly gates?: readonly Gate[];
  readonly modifiers?: readonly Modifier[];
  readonly caps?: readonly Cap[];
  /** Share of the plan's target variable pay; all weights together are 1. */
  readonly weight?: Exact;
  /** Target pay of this component for one period of the plan, where it has no weight. */
  readonly target?: Exact;
};

export type Scope = 'transaction' | 'period' | 'year-to-date';

/** Where a component's tiers stand and how they are read. */
export type Curve = {
  /** What moves through the tiers; the measure the component pays on, by value, unless told. */
  readonly axis?: Axis;
  readonly scope?: Scope;
  /** For the year to date: the whole year's pay less what was paid, or only this period's deals at the year's rates. */
  readonly payment?: 'cumulative-less-paid' | 'period-only';
  readonly method?: TierMethod;
  readonly boundary?: Boundary;
  readonly threshold?: Threshold;
  readonly tiers?: readonly Tier[];
  /** Without a quota the attainment is unknown: say so (and pay nothing yet), or pay the base rate. */
  readonly withoutQuota?: 'unknown' | 'base-rate';
};

/** The rate for a class of deals: the first class that fits counts. */
export type RateClass = { readonly name?: string; readonly where?: readonly Condition[]; readonly rate: Exact };

/** Pays a share of amounts, or a sum a unit. */
export type Commission = ComponentBase &
  Curve & {
    readonly kind: 'commission';
    /** The measure that is paid on. */
    readonly pays: string;
    /** The base rate; `target / quota` where it is worked out from target pay. */
    readonly rate?: Exact | 'target / quota';
    readonly rates?: readonly RateClass[];
  };

/** Pays shares of a target, or fixed sums, by level. */
export type Bonus = ComponentBase & Curve & { readonly kind: 'bonus'; readonly axis: Axis };

/** Edges of one side of a matrix, each the start of its row or column. */
export type MatrixSide = {
  readonly measure: string;
  readonly by?: 'value' | 'attainment';
  readonly from: readonly Exact[];
  readonly boundary?: Boundary;
};

/** Payout from two measures at once. Below the first row or column nothing pays. */
export type Matrix = ComponentBase & {
  readonly kind: 'matrix';
  readonly rows: MatrixSide;
  readonly columns: MatrixSide;
  readonly cells: readonly (readonly Exact[])[];
  /** What a cell is: a share of the target, a rate on `of`, or a sum. */
  readonly cell: 'payout' | 'rate' | 'amount';
  readonly of?: string;
  readonly between?: 'step' | 'linear';
};

/** Fixed sums at levels. */
export type Milestones = ComponentBase & {
  readonly kind: 'milestones';
  readonly axis: Axis;
  /** Every level reached, or only the highest; every one unless told. */
  readonly pay?: 'each' | 'highest';
  readonly boundary?: Boundary;
  readonly levels: readonly { readonly at: Exact; readonly amount: Exact; readonly name?: string }[];
};

/** Management by objectives: sums for results that a person judges. */
export type Objectives = ComponentBase & {
  readonly kind: 'objectives';
  readonly objectives: readonly {
    readonly id: string;
    readonly name?: string;
    /** Share of the component's target. */
    readonly weight?: Exact;
    readonly amount?: Exact;
    /** Whether half done pays half; only all of it pays, unless told. */
    readonly partial?: boolean;
  }[];
};

/** Extra pay for deals of a kind: a SPIF, a kicker. */
export type Kicker = ComponentBase & {
  readonly kind: 'kicker';
  readonly where?: readonly Condition[];
  /** Extra share of the credited amount. */
  readonly rate?: Exact;
  /** A fixed sum a deal. */
  readonly perDeal?: Exact;
  /** A fixed sum once, when `atLeastDeals` are there. */
  readonly once?: Exact;
  /** More credit towards the quota, as a share of the amount; changes attainment, not the amount that is paid on. */
  readonly creditUplift?: Exact;
  /** Extra share of what the deal earns in the components named. */
  readonly ofPay?: { readonly components: readonly string[]; readonly share: Exact };
  /** Deals needed before any of them pays. */
  readonly atLeastDeals?: number;
  /** Deals that pay at most, in order of close date. */
  readonly atMostDeals?: number;
  /** Deals before this one (by number) do not pay: 3 pays from the third on. */
  readonly fromDeal?: number;
};

export type Component = Commission | Bonus | Matrix | Milestones | Objectives | Kicker;
