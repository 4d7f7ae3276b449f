import type { Exact } from './exact';
import type { Condition, PlanPeriod } from './measure';

/** Rounding: the digits of the currency, half up, once a line, unless told. */
export type Rounding = {
  readonly mode?: 'half-up' | 'half-even' | 'down' | 'up';
  readonly at?: 'deal' | 'line' | 'total';
  /** Decimals kept; the currency's own unless told. */
  readonly digits?: number;
};

/** Which exchange rate turns a foreign amount into the plan's currency. */
export type RateOf = 'fixed' | 'deal-date' | 'payment-date';

/** Currency for attainment and for payment, set apart. */
export type Conversion = {
  readonly attainment?: RateOf;
  readonly payment?: RateOf;
  /** The currency that the statement is paid in, where it is not the plan's. */
  readonly paidIn?: string;
};

/** Who is credited with how much of a deal. Splits share one credit; overlays are credited beside it. */
export type Crediting = {
  readonly splits?: readonly { readonly role: string; readonly share: Exact }[];
  readonly overlays?: readonly { readonly role: string; readonly share: Exact }[];
  /** The most that one deal counts towards quota. */
  readonly dealCreditAtMost?: Exact;
  /** Deals that never count. */
  readonly exclude?: readonly (readonly Condition[])[];
};

/** A deal out of proportion goes to review before it pays; nothing is taken off. */
export type Windfall = { readonly overQuotaShare?: Exact; readonly overTargetShare?: Exact };

/** One step of a ramp, from one month (or period) of service to another, both counted from 1. */
export type RampStep = {
  readonly from: number;
  readonly to?: number;
  /** Share of the full quota. */
  readonly quota?: Exact;
  /** What rates are multiplied by. */
  readonly rate?: Exact;
  /** Least variable pay for one month (or period) of the step. */
  readonly guarantee?: Exact;
};

/** How a new hire is eased in. Steps count months of service; a quarter takes each of its months. */
export type Ramp = { readonly unit?: 'month' | 'period'; readonly steps: readonly RampStep[] };

/** Who was there for a part of the period has a part of the quota (and target). */
export type Proration = {
  /** Whether the first day counts. */
  readonly startDay: 'counts' | 'does-not-count';
  readonly of?: readonly ('quota' | 'target' | 'draw' | 'guarantee' | 'milestones')[];
  /** Days of a period: those it has, or a fixed number (360 a year). */
  readonly periodDays?: number;
};

/**
 * An advance on commission. The shortfall of a `recoverable` draw is owed and repaid from later earnings above the draw; that of a
 * `forgiven` draw is owed until `forgiveAfter` periods have gone by; a `non-recoverable` draw is never owed.
 */
export type Draw = {
  readonly kind: 'recoverable' | 'non-recoverable' | 'forgiven';
  /** For one period of the plan. */
  readonly amount: Exact;
  readonly forgiveAfter?: number;
  /** The whole balance at the end of each n-th period, or each shortfall n periods after it arose. */
  readonly forgives?: 'balance' | 'each-shortfall';
  /** How many periods from the start the draw lasts; afterwards only repayment goes on. */
  readonly periods?: number;
  /** Share of the earnings above the draw that repays; all of it unless told. */
  readonly repays?: Exact;
};

/** What happens to pay when a deal is cancelled. */
export type Clawback = {
  /** Of all that was earned on the deal, or only of what has been paid. */
  readonly of: 'earned' | 'paid';
  /** All of it, or the part for the term not served. */
  readonly takes: 'all' | 'unserved-term';
  readonly by?: 'months' | 'days';
  /** Months from the start of the term in which a cancellation takes pay back; any time unless told. */
  readonly within?: number;
  /** Months in which all of it is taken even where the rest is prorated. */
  readonly allWithin?: number;
};

/** One payment of a deal's pay and what releases it. */
export type Instalment = {
  readonly share: Exact;
  /** `cash` follows the share collected; the others are dates. */
  readonly on: 'booking' | 'cash' | 'go-live' | 'months-after';
  readonly months?: number;
};

/** Target variable pay and base pay, for `per` (a year unless told). */
export type TargetPay = { readonly base?: Exact; readonly variable: Exact; readonly per?: PlanPeriod };

/** A limit on everything that the plan pays; a share of the target is one of the year's target where the limit is of the year. */
export type PlanCap = { readonly amount?: Exact; readonly payout?: Exact; readonly per: 'period' | 'year' };
