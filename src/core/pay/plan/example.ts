import type { Exact } from './exact';

/** A deal as an example or a file writes it: money in the plan's currency unless `currency` says otherwise. */
export type ExampleDeal = {
  readonly id?: string;
  readonly amount: Exact;
  readonly currency?: string;
  readonly share?: Exact;
  readonly role?: string;
  readonly closeDate?: string;
  readonly product?: string;
  readonly family?: string;
  readonly type?: string;
  readonly term?: number;
  readonly newLogo?: boolean;
  readonly margin?: Exact;
  readonly rateOnDealDate?: Exact;
  readonly cashShare?: Exact;
  readonly goLiveOn?: string;
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
};

/** Facts of one period, as an example states them. */
export type ExampleGiven = {
  readonly period?: { readonly start: string; readonly end: string };
  readonly deals?: readonly ExampleDeal[];
  readonly quotas?: Readonly<Record<string, Exact>>;
  readonly measures?: Readonly<Record<string, { readonly value?: Exact; readonly attainment?: Exact }>>;
  readonly team?: readonly { readonly id: string; readonly amount: Exact }[];
  readonly objectives?: Readonly<Record<string, Exact>>;
  readonly startedOn?: string;
  readonly leftOn?: string;
  readonly earlier?: {
    readonly credit?: Readonly<Record<string, Exact>>;
    readonly quota?: Readonly<Record<string, Exact>>;
    readonly paid?: Readonly<Record<string, Exact>>;
  };
  readonly draw?: { readonly owed?: Exact; readonly period?: number };
  readonly cancelled?: readonly {
    readonly id: string;
    readonly cancelledOn: string;
    readonly startedOn: string;
    readonly term: number;
    readonly earned: Exact;
    readonly paid: Exact;
  }[];
  readonly rates?: {
    readonly fixed?: Readonly<Record<string, Exact>>;
    readonly paymentDate?: Readonly<Record<string, Exact>>;
  };
};

/** What the plan's author says that it pays: exact to the rounding declared. Any of the figures may be left out. */
export type ExampleExpect = {
  readonly total?: Exact;
  /** What is due now, after instalments. */
  readonly payNow?: Exact;
  /** By component id. */
  readonly components?: Readonly<Record<string, Exact>>;
  readonly attainment?: Readonly<Record<string, Exact>>;
  readonly quota?: Readonly<Record<string, Exact>>;
  readonly drawOwed?: Exact;
};

/** A worked example that the plan carries with it. */
export type PlanExample = { readonly name: string; readonly given: ExampleGiven; readonly expect: ExampleExpect };
