import type { Answer, Explained } from '../../value/explained';
import type { Money } from '../../value/money';
import type { Phrase } from '../../value/phrase';
import type { AxisBy } from '../plan/measure';
import type { TierMethod } from '../plan/tier';

/** Whether pay is safe: done; waiting for something; or able to be taken back. */
export type Standing = 'earned' | 'provisional' | 'at-risk';

/** A part of a line with its standing and the reason. The parts of a line add up to it. */
export type StandingPart = { readonly standing: Standing; readonly amount: Money; readonly because: Phrase };

/** One tier as the panel's ladder shows it: what of it is filled, and what that pays. */
export type Slice = {
  readonly tier: number;
  readonly name: string | null;
  readonly by: AxisBy;
  /** Edges on the axis: a share of quota for attainment, else the measure's unit. `null`: no end. */
  readonly from: number;
  readonly to: number | null;
  readonly method: TierMethod;
  readonly state: 'past' | 'now' | 'ahead';
  /** What of the amount paid on lies in the tier. */
  readonly filled: Answer<unknown>;
  /** Share of each dollar (or sum a unit) that the tier's part is paid at now; the tier's own rate while it is ahead; `null` for fixed sums. */
  readonly rate: number | null;
  readonly pays: Explained<Money>;
};

export type LineKind = 'component' | 'ramp-guarantee' | 'plan-cap' | 'clawback' | 'draw' | 'draw-repaid' | 'rounding';

/** One line of the statement. */
export type StatementLine = {
  /** Component id, or the line's own name: `draw`, `clawback`. */
  readonly id: string;
  readonly kind: LineKind;
  readonly name: Phrase;
  /** Rounded; 0 where the answer is missing. */
  readonly amount: Money;
  readonly pay: Answer<Money>;
  readonly standing: Standing;
  readonly parts: readonly StandingPart[];
  readonly slices: readonly Slice[];
  /** Pay of the line by deal, where it can be told. */
  readonly byDeal: readonly { readonly dealId: string; readonly amount: Money }[];
  /** Deals left out because a fact that the rule asks for is not known. */
  readonly unknown: readonly { readonly dealId: string; readonly field: string }[];
};

export type ThresholdKind = 'tier' | 'threshold' | 'accelerator' | 'milestone' | 'gate' | 'modifier' | 'kicker' | 'cap';

/** A point on an axis where something about the pay changes. */
export type ThresholdPoint = {
  readonly kind: ThresholdKind;
  readonly componentId: string;
  readonly measure: string;
  readonly by: AxisBy;
  /** On the axis: 1 = 100 % for attainment, else the measure's own unit. */
  readonly at: number;
  /** The same in the measure's own unit (credited amount in major units, count). Exact decimal text. */
  readonly value: string;
  /** What is still to go to it, in the measure's own unit; 0 or less when it is reached. Exact decimal text. */
  readonly toGo: string;
  readonly reached: boolean;
  readonly what: Phrase;
};

/** What this period hands to the next one. */
export type CarryOver = {
  readonly drawOwed: readonly { readonly amount: string; readonly periodsAgo: number }[];
  readonly drawPeriod: number;
  readonly heldBack: readonly {
    readonly dealId: string;
    readonly amount: string;
    readonly on: 'cash' | 'go-live' | 'months-after';
  }[];
  /** Year to date after this period, by measure and by component: exact decimal text. */
  readonly credit: Readonly<Record<string, string>>;
  readonly quota: Readonly<Record<string, string>>;
  readonly paid: Readonly<Record<string, string>>;
  /** Measures whose year to date nobody knows. */
  readonly unknown: readonly string[];
};

/** How a measure stands. */
export type MeasureStanding = {
  readonly measure: string;
  readonly credited: Explained<number | Money>;
  readonly quota: Answer<number | Money>;
  /** Credited / quota; says why where there is no quota. */
  readonly attainment: Answer<number>;
};

/** What a plan pays for a period, line by line, with how it came about. */
export type Statement = {
  readonly planId: string;
  readonly planVersion: string;
  /** Sum of the lines, as rounded. */
  readonly total: Explained<Money>;
  /** What is due now: the total less what is held back, plus what is released. */
  readonly payNow: Explained<Money>;
  readonly lines: readonly StatementLine[];
  readonly measures: readonly MeasureStanding[];
  readonly thresholds: readonly ThresholdPoint[];
  readonly carryOver: CarryOver;
  /** Whether every component could be worked out. */
  readonly complete: boolean;
};
