import type { Exact } from './exact';

/** How long a plan counts before it pays, or what an amount of the plan stands for. */
export type PlanPeriod = 'month' | 'quarter' | 'half' | 'year';

/** Months in a plan's period. */
export const MONTHS: Readonly<Record<PlanPeriod, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** A literal that a field of a deal is compared with. */
export type Literal = string | number | boolean;

/**
 * What a deal must be like. Every test that is given must hold. Fields of a deal: `product`, `family`, `type`, `term` (months),
 * `newLogo`, `amount` (the whole deal, as far as it counts for the rep), `margin`, `marginShare`, `closeDate`, `role`, and the
 * organisation's own by API name. Where a deal has product lines, each is looked at by itself, but for the amount.
 * Dates compare as `YYYY-MM-DD`.
 */
export type Condition = {
  readonly field: string;
  readonly is?: readonly Literal[];
  readonly isNot?: readonly Literal[];
  readonly atLeast?: Exact;
  readonly above?: Exact;
  readonly atMost?: Exact;
  readonly below?: Exact;
};

/**
 * What is counted:
 * - `credit`: credited amount of deals (share, uplift, currency)
 * - `margin`: credited margin of deals; `margin-share`: margin / amount
 * - `deals`: how many deals
 * - `field`: a numeric field of the organisation's own, summed (seats, units)
 * - `team`: credited amounts of the people below a manager
 * - `given`: a figure that comes with the inputs (operating income, a company result), as a value or as an attainment
 */
export type Counting = 'credit' | 'margin' | 'margin-share' | 'deals' | 'field' | 'team' | 'given';

/** A target as the plan states it; a period's quota in the inputs goes before it. */
export type PlanQuota = {
  readonly amount: Exact;
  /** What the amount is for; the plan's own period unless told. A year's quota of a quarterly plan is divided by four. */
  readonly per?: PlanPeriod;
};

/** Something counted, with its quota. */
export type PlanMeasure = {
  readonly id: string;
  readonly name?: string;
  readonly counts: Counting;
  readonly field?: string;
  /** Deals that count. */
  readonly where?: readonly Condition[];
  readonly quota?: PlanQuota;
};

/** Which of a measure's figures a rule looks at. */
export type AxisBy = 'value' | 'attainment';
export type AxisWindow = 'period' | 'year-to-date';

/** A measure as a rule reads it: its value or its attainment, of the period or of the year to date. */
export type Axis = {
  readonly measure: string;
  /** `value` unless told. */
  readonly by?: AxisBy;
  /** `period` unless told; a component's own axis takes it from the component's scope. */
  readonly window?: AxisWindow;
};
