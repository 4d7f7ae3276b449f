import { betOn } from '../../goals/chance/bet';
import { chancesWith } from '../../goals/chance/large-deals';
import { sizeOf } from '../../goals/measure/unit';
import type { GoalStanding } from '../../goals/standing';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import { phrase, pointsFigure, probabilityFigure } from '../../value/phrase';

/**
 * What a deal does to the chance of making the goal: Pr(goal | won) - Pr(goal | not won in the period), deals taken as independent.
 * A deal due in the period counts also where no chance of its own is known.
 */
export function goalLift(standing: Pick<GoalStanding, 'chance' | 'gap' | 'open'>, dealId: string): Answer<number> {
  const { chance, gap, open } = standing;
  if (!isExplained(chance)) return chance;
  if (!isExplained(gap)) return gap;
  const { bets } = chance.value;
  const bet = bets.find(({ id }) => id === dealId);
  const due = open.find(({ deal }) => deal.opportunity.id === dealId);
  if (bet === undefined && due === undefined) return unanswered('not-recorded', phrase('pay_worth_not_in_goal'));
  const need = gap.value.state === 'made' ? 0 : sizeOf(gap.value.amount);
  const own = bet ?? betOn(dealId, Math.max(0, Math.round(due?.amount ?? 0)), 0);
  const { whenWon, whenNot } = chancesWith(bets, own, need);
  const lift = whenWon - whenNot;
  return explained(lift, pointsFigure(lift), phrase('goals_lift_rule'), [
    term('goals_when_won', explained(whenWon, probabilityFigure(whenWon), phrase('goals_when_won_rule'))),
    term('goals_when_not', explained(whenNot, probabilityFigure(whenNot), phrase('goals_when_not_rule'))),
  ]);
}
