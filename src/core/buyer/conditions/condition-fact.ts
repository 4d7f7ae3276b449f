import type { CivilDate } from '../../value/civil-date';
import type { Instant } from '../../value/instant';
import type { Money } from '../../value/money';
import type { Figure, Phrase } from '../../value/phrase';
import type { Source } from '../../value/source';

/** How far a fact about a company or a market can be leant on, and why. */
export type Confidence = { readonly level: 'high' | 'medium' | 'low'; readonly because: Phrase };

/** What every fact about the buyer's condition says of itself, wherever it came from. */
export type FactOrigin = {
  readonly source: Source;
  /** When it was read from that source. */
  readonly observedAt: Instant;
  readonly confidence: Confidence;
};

/** A stretch of a company's accounts: from its first to its last day, both included; a balance has only the day it was struck. */
export type AccountingPeriod = { readonly start?: CivilDate; readonly end: CivilDate };

/** A figure of a company's accounts. */
export type FinancialFact = FactOrigin & {
  readonly amount: Money;
  readonly period: AccountingPeriod;
  /** The name of the figure in the taxonomy it was reported in: `us-gaap:Revenues`. Several where it is a sum. */
  readonly tags: readonly string[];
  readonly form: string;
  readonly filedOn: CivilDate;
  /** What the same period showed when it was first filed, where that was another amount. */
  readonly restatedFrom?: { readonly amount: Money; readonly filedOn: CivilDate };
};

/** A figure of the market the buyer lives in: unemployment, an interest rate, prices. */
export type MarketIndicator = FactOrigin & {
  readonly name: string;
  readonly region: string;
  readonly figure: Figure;
  readonly period: AccountingPeriod;
};
