import type { Goal } from '../model/goal';
import { type Explained, isExplained } from '../value/explained';
import type { Gap } from './progress/gap';
import type { GoalStanding } from './standing';

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
