import type { Goal } from '../model/goal';
import { type Explained, isExplained } from '../value/explained';
import { type Phrase, phrase, textFigure } from '../value/phrase';
import type { Gap } from './progress/gap';
import type { GoalStanding } from './standing';

/**
 * What comes next once a goal is made: the goal that is nearest to being made of those that are not, by the share of its quota
 * still to go. Null while the goal is not made, or when every goal is.
 */
export function nextAfter(made: GoalStanding, all: readonly GoalStanding[]): Phrase | null {
  if (!isExplained(made.gap) || made.gap.value.state !== 'made') return null;
  const nearest = nearestGoal(all);
  if (nearest === null) return phrase('goals_all_made');
  const { goal, gap, attainment } = nearest;
  return phrase('goals_next_goal', textFigure(goal.measure.name), gap.figure, attainment.figure);
}

/** A goal that is not made, with its gap and its attainment. */
export type NextGoal = {
  readonly goal: Goal;
  readonly gap: Explained<Gap>;
  readonly attainment: Explained<number>;
};

/** Of the goals that are not made the one that is nearest to it, by the share of its quota; null where there is none. */
export function nearestGoal(all: readonly GoalStanding[]): NextGoal | null {
  let nearest: NextGoal | null = null;
  for (const { goal, gap, attainment } of all) {
    if (!isExplained(gap) || gap.value.state === 'made' || !isExplained(attainment)) continue;
    if (nearest === null || attainment.value > nearest.attainment.value) nearest = { goal, gap, attainment };
  }
  return nearest;
}
