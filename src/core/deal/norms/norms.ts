import type { CivilDate } from '../../value/civil-date';
import type { Currency } from '../../value/currency';
import type { FreshNorms } from './summary/fresh';

/** Won deals among so many that ended. */
export type WinCount = { readonly won: number; readonly n: number };

/** How often each whole number occurred: `counts[days]`. The last place holds everything beyond it too. */
export type Tally = readonly number[];

/** What the deals on one side of the outcome had in common. */
export type BySide<T> = { readonly won: T; readonly lost: T };

/**
 * The course of time: days that deals spent open, and how those days ended, by age of the deal in weeks and by month of the
 * quarter (0, 1, 2). Deals that are still open count with the days they have been open so far, or a pipeline of dead deals
 * would look as lively as the few that ended.
 */
export type Course = {
  /** `days[week][month]`: deal-days spent open. */
  readonly days: readonly (readonly number[])[];
  readonly won: readonly (readonly number[])[];
  readonly lost: readonly (readonly number[])[];
  /** Ended as "no decision": an end of its own, or such deals would look as if they could still be won. */
  readonly none: readonly (readonly number[])[];
};

/** How often a fact occurred among deals of one age band, by how they ended. */
export type FactCount = Readonly<Record<string, BySide<number>>>;

/**
 * What is usual in this organisation, learned from its own closed deals: counts and tallies only, no deal and no person of the
 * buyer's. Plain JSON.
 */
export type Norms = {
  readonly format: 1;
  readonly asOf: CivilDate;
  /** Closed deals learned from, and won ones among them. "No decision" counts as ended and not won. */
  readonly all: WinCount;
  readonly noDecision: number;
  /** Closed deals that taught nothing, for they were closed before they were created. */
  readonly leftOut: number;
  /** Deals open at `asOf`, where they were counted. */
  readonly open: number | null;
  readonly byProduct: Readonly<Record<string, WinCount>>;
  readonly byOwner: Readonly<Record<string, WinCount & { readonly team: string | null }>>;
  readonly byTeam: Readonly<Record<string, WinCount>>;
  /** By the stage a deal had been in, API name: won among all that passed through it. */
  readonly byStage: Readonly<Record<string, WinCount>>;
  /** Edges between five sizes of deal, in minor units: a fifth of the closed deals in each; empty where amounts are unknown. */
  readonly sizeEdges: readonly number[];
  readonly bySize: readonly WinCount[];
  readonly currency: Currency | null;
  /** Days from creation to close. */
  readonly cycles: BySide<Tally>;
  readonly cyclesByProduct: Readonly<Record<string, BySide<Tally>>>;
  /** Days in each stage, of deals that left it. */
  readonly stageDays: Readonly<Record<string, BySide<Tally>>>;
  /** Pushes of the close date by the end of the deal's life. */
  readonly pushes: BySide<Tally>;
  /** Days between two acts of the buyer's in won deals. */
  readonly gaps: Tally;
  /** Roles on won deals, by size of deal (see `sizeEdges`; one entry where sizes are unknown). */
  readonly committees: readonly {
    readonly n: number;
    readonly people: Tally;
    readonly roles: Readonly<Record<string, number>>;
  }[];
  /** How often facts known of a deal occurred at the landmark of each band of its age; see `odds/factors`. */
  readonly facts: Readonly<Record<string, FactCount>>;
  readonly course: Course;
  /** Won amounts by day of closing, in minor units of `currency`, of the last two years. */
  readonly booked: readonly (readonly [on: CivilDate, minor: number])[];
  /** Usual won amount (the median), in minor units of `currency`; null where unknown. */
  readonly usualAmount: number | null;
  /** Won business from deals created late in past quarters; not there in norms kept before it was learned. */
  readonly fresh?: FreshNorms | null;
};

/** Days beyond which a tally stops telling them apart: two years. */
export const LONGEST_DAYS = 730;

/** Weeks of age told apart in the course of time; what is older shares the last one. */
export const WEEKS = 53;
