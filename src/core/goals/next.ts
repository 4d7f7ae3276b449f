import { isExplained } from '../value/explained';
import { type Phrase, phrase, shareFigure, textFigure } from '../value/phrase';
import { figureIn, sizeOf, unitOf } from './measure/unit';
import type { GoalStanding } from './standing';

/**
 * What comes next once a goal is made: the goal that is nearest to being made of those that are not, by the share of its quota
 * still to go. Null while the goal is not made, or when every goal is.
 */
export function nextAfter(made: GoalStanding, all: readonly GoalStanding[]): Phrase | null {
  if (!isExplained(made.gap) || made.gap.value.state !== 'made') return null;
  let nearest: { readonly share: number; readonly says: Phrase } | null = null;
  for (const { goal, gap, attainment } of all) {
    if (!isExplained(gap) || gap.value.state === 'made' || !isExplained(attainment)) continue;
    const { amount } = gap.value;
    const figure = figureIn(unitOf(amount), sizeOf(amount));
    if (nearest === null || attainment.value > nearest.share)
      nearest = {
        share: attainment.value,
        says: phrase('goals_next_goal', textFigure(goal.measure.name), figure, shareFigure(attainment.value)),
      };
  }
  return nearest?.says ?? phrase('goals_all_made');
}
