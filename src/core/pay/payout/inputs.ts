import type { Period } from '../../model/goal';
import type { CivilDate } from '../../value/civil-date';
import type { Instant } from '../../value/instant';
import type { Known } from '../../value/known';
import type { Money } from '../../value/money';
import type { Source } from '../../value/source';
import type { Exact } from '../plan/exact';

/** One product line of a deal, where rates or measures go by product. Amounts of all lines are the deal's amount. */
export type CreditedLine = {
  readonly amount: Money;
  readonly product?: string;
  readonly family?: string;
  readonly margin?: Money;
};

/**
 * A won deal (or one supposed to be won) as it counts for a rep. What is not known is left out, and a rule that asks for it says
 * so; it is never taken for `no`.
 */
export type CreditedDeal = {
  readonly id: string;
  readonly name?: string;
  /** The whole deal, before credit. */
  readonly amount: Money;
  /** The rep's share of it, 0..1 or more for double credit; 1 unless told. Goes before `role`. */
  readonly share?: Exact;
  /** The rep's part in it, where the plan says what share that has. */
  readonly role?: string;
  /** Last day of the period where it is not known. */
  readonly closeDate?: CivilDate;
  readonly product?: string;
  readonly family?: string;
  readonly type?: string;
  readonly termMonths?: number;
  readonly newLogo?: boolean;
  readonly margin?: Money;
  readonly fields?: Readonly<Record<string, Known<string | number | boolean> | string | number | boolean>>;
  readonly lines?: readonly CreditedLine[];
  /** One unit of the deal's currency in the plan's, on its own date. */
  readonly rateOnDealDate?: Exact;
  /** Share of the amount that the customer has paid. */
  readonly cashShare?: Exact;
  readonly goLiveOn?: CivilDate;
  readonly source?: Source;
  readonly asOf?: Instant;
};

/** A figure that comes from elsewhere, as a value or as an attainment (1 = 100 %). */
export type GivenMeasure = {
  readonly value?: Exact;
  readonly attainment?: Exact;
  readonly source?: Source;
  readonly asOf?: Instant;
};

/** A quota of the period, or several, each for a part of it: then days weigh them. 0 is "no quota". */
export type QuotaInput =
  | Exact
  | { readonly amount: Exact; readonly source?: Source; readonly asOf?: Instant }
  | { readonly parts: readonly { readonly amount: Exact; readonly from: CivilDate; readonly end: CivilDate }[] };

/** A deal paid on earlier that the customer has since cancelled. */
export type Cancellation = {
  readonly dealId: string;
  readonly cancelledOn: CivilDate;
  readonly startedOn: CivilDate;
  readonly termMonths: number;
  readonly earned: Exact;
  readonly paid: Exact;
};

/** Pay held back earlier, waiting for its event. */
export type HeldBack = {
  readonly dealId: string;
  readonly amount: Exact;
  readonly on: 'cash' | 'go-live' | 'months-after';
  /** When the event came about; absent while it has not. */
  readonly releasedOn?: CivilDate;
};

/** What is owed from earlier draws: each shortfall with the number of periods since it arose. */
export type DrawState = {
  readonly owed: readonly { readonly amount: Exact; readonly periodsAgo: number }[];
  /** Which period of the draw this is, from 1. */
  readonly period: number;
};

/** Everything the engine needs to know about one rep in one period. */
export type PayInputs = {
  readonly period: Period;
  /** Deals won in the period, in any order. */
  readonly deals: readonly CreditedDeal[];
  /** By measure id; go before the plan's own. */
  readonly quotas?: Readonly<Record<string, QuotaInput>>;
  /** Values of `given` measures, by id. */
  readonly measures?: Readonly<Record<string, GivenMeasure>>;
  /** What the people of a manager were credited with. */
  readonly team?: readonly { readonly id: string; readonly name?: string; readonly amount: Money }[];
  /** How far each objective is done, 0..1. */
  readonly objectives?: Readonly<Record<string, Exact>>;
  readonly rep?: {
    readonly id: string;
    /** First day there. */
    readonly startedOn?: CivilDate;
    /** Last day there. */
    readonly leftOn?: CivilDate;
    /** The day that a ramp counts months of service from; `startedOn` unless told. */
    readonly rampFrom?: CivilDate;
  };
  /** The same fiscal year before this period: credit and quota by measure id, pay by component id. */
  readonly earlier?: {
    readonly credit?: Readonly<Record<string, Exact>>;
    readonly quota?: Readonly<Record<string, Exact>>;
    readonly paid?: Readonly<Record<string, Exact>>;
    /** Measures whose earlier credit nobody knows; of others that are not named there was none. */
    readonly unknown?: readonly string[];
  };
  readonly draw?: DrawState;
  readonly cancelled?: readonly Cancellation[];
  readonly heldBack?: readonly HeldBack[];
  /** One unit of each currency in the plan's currency (for `paidIn`: one unit of the plan's currency in it). */
  readonly rates?: {
    readonly fixed?: Readonly<Record<string, Exact>>;
    readonly paymentDate?: Readonly<Record<string, Exact>>;
  };
  readonly asOf?: Instant;
};
