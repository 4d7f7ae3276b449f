import type { CivilDate } from '../value/civil-date';
import type { Known } from '../value/known';
import type { Money } from '../value/money';

/** A stretch of the fiscal calendar: from the first day up to, and not including, `end`. */
export type Period = {
  readonly label: string;
  readonly kind: 'month' | 'quarter' | 'half' | 'year' | 'custom';
  readonly start: CivilDate;
  readonly end: CivilDate;
};

/** What is counted, in what unit. `filter` narrows the deals that count by product family, type or a field. */
export type Measure = {
  readonly id: string;
  /** Bookings, units, new logos, margin, meetings held. */
  readonly name: string;
  readonly unit: 'money' | 'count';
  /**
   * What of a deal counts: its amount (money goals, unless told), the deal itself (count goals, unless told), the quantity on its
   * lines, or a numeric field of the organisation's own (margin, seats). `acts`: dated acts, not deals (meetings held).
   */
  readonly counts?: 'amount' | 'deals' | 'quantity' | 'acts' | { readonly field: string };
  readonly filter: readonly { readonly field: string; readonly is: readonly string[] }[];
};

/** The target of a goal. */
export type Target =
  | { readonly unit: 'money'; readonly amount: Money }
  | { readonly unit: 'count'; readonly count: number };

/** A measure, a target, a period, an owner. */
export type Goal = {
  readonly id: string;
  readonly measure: Measure;
  /** A target of 0 is "no quota". */
  readonly target: Known<Target>;
  readonly period: Period;
  readonly ownerId: string;
  /** The CRM's own target, where the user's file has set another in its place. */
  readonly insteadOf?: Known<Target>;
  /** Leading goals count acts (meetings held), lagging ones results (bookings). */
  readonly leads: boolean;
};
