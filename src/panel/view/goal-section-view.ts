import type { CivilDate } from '../../core/value/civil-date';
import type { Phrase } from '../../core/value/phrase';
import type { FigureRow } from './rows';

/** A point of the pace chart: how much of the period is over, and what share of the quota is booked by then. */
export type PacePoint = { readonly at: number; readonly share: number };

export type PaceChartView = {
  readonly start: CivilDate;
  readonly lastDay: CivilDate;
  /** How much of the period is over, 0..1. */
  readonly today: number;
  /** Booked so far, in steps, oldest first. */
  readonly booked: readonly PacePoint[];
  /** What is normally booked by then. */
  readonly usual: readonly PacePoint[];
  /** Where the period will probably end; null where nothing can be said. */
  readonly landing: { readonly low: number; readonly high: number } | null;
};

export type GoalSectionView = {
  readonly aside: Phrase | undefined;
  readonly chart: PaceChartView | null;
  readonly rows: readonly FigureRow[];
  readonly notes: readonly Phrase[];
};
