import type { Period } from '../../core/model/goal';
import type { Answer } from '../../core/value/explained';

/** What the goals room says about the rep's quota in the period, worked out once for tile, summary and section. */
export type GoalSight = {
  readonly period: Period | null;
  readonly attainment: Answer<number>;
  readonly target: Answer;
  /** What is left to the quota; nothing once it is made. */
  readonly gap: Answer;
  readonly daysLeft: Answer<number>;
  /** Attainment less what is usual by now, as a difference of shares. */
  readonly pace: Answer<number>;
  /** The share of the quota that is usually booked by now. */
  readonly usual: Answer<number>;
  /** The chance of making the goal, as a band. */
  readonly likely: Answer<{ readonly low: number; readonly high: number }>;
  /** Attainment with this deal won; unanswered where it does not count or has ended. */
  readonly withDeal: Answer<number>;
};
