import { averageWon, outcomesOf } from '../../goals/chance/bet';
import { reach } from '../../goals/chance/reach';
import { sizeOf } from '../../goals/measure/unit';
import type { GoalStanding } from '../../goals/standing';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import { phrase, pointsFigure, probabilityFigure } from '../../value/phrase';

/** Marks of the grid: a difference of two chances on grids alike. */
const MARKS = 1_000;

/**
 * What a deal does to the chance of making the goal: Pr(goal | won) - Pr(goal | not won in the period), deals taken as independent.
 * A deal due in the period counts also where no chance of its own is known.
 */
export function goalLift(standing: Pick<GoalStanding, 'chance' | 'gap' | 'open'>, dealId: string): Answer<number> {
  const { chance, gap, open } = standing;
  if (!isExplained(chance)) return chance;
  if (!isExplained(gap)) return gap;
  const bet = chance.value.bets.find(({ id }) => id === dealId);
  const due = open.find(({ deal }) => deal.opportunity.id === dealId);
  if (bet === undefined && due === undefined) return unanswered('not-recorded', phrase('pay_worth_not_in_goal'));
  const need = gap.value.state === 'made' ? 0 : sizeOf(gap.value.amount);
  const others = chance.value.bets.filter(({ id }) => id !== dealId);
  const whenNot = reach(others, need, MARKS);
  let whenWon = 0;
  if (bet === undefined || averageWon(bet) === 0) whenWon = reach(others, need - (due?.amount ?? 0), MARKS);
  else {
    const { amounts, chances } = outcomesOf(bet, 1);
    amounts.forEach((amount, index) => {
      const weight = chances[index] ?? 0;
      if (weight > 0) whenWon += weight * reach(others, need - amount, MARKS);
    });
  }
  const lift = whenWon - whenNot;
  return explained(lift, pointsFigure(lift), phrase('goals_lift_rule'), [
    term('goals_when_won', explained(whenWon, probabilityFigure(whenWon), phrase('goals_when_won_rule'))),
    term('goals_when_not', explained(whenNot, probabilityFigure(whenNot), phrase('goals_when_not_rule'))),
  ]);
}
