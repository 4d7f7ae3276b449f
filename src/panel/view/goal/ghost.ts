import type { Opportunity } from '../../../core/model/opportunity';
import { daysBetween, later } from '../../../core/value/civil-date';
import { type Answer, type Explained, explained, isExplained, term } from '../../../core/value/explained';
import { ifGiven } from '../../../core/value/known';
import { phrase, shareFigure } from '../../../core/value/phrase';
import type { GoalSight } from './sight';

/** The deal that is shown, as it may still come: what the goal would stand at, and when. */
export type Ghost = {
  /** When it is due, as a share of the period; today where that day has passed. */
  readonly at: number;
  readonly won: Explained<number>;
  /** Weighed by its chance; null where no chance is known. */
  readonly expected: Explained<number> | null;
  /** As it stands: what is left where it slips. */
  readonly slips: Explained<number>;
};

/** The ghost of an open deal on its goal's chart; null where it counts nothing there, or is due after the period. */
export function ghostOf(sight: GoalSight, deal: Opportunity, chance: Answer<number>): Ghost | null {
  if (!sight.known || deal.outcome !== 'open') return null;
  const { withDeal, standing } = sight;
  const { attainment, clock, goal } = standing;
  if (!isExplained(withDeal) || !isExplained(attainment)) return null;
  const { start, end } = goal.period;
  const due = ifGiven(deal.closeDate) ?? clock.today;
  if (due >= end) return null;
  const on = later(due, clock.today);
  return {
    at: (daysBetween(start, on) + 1) / daysBetween(start, end),
    won: withDeal,
    expected: isExplained(chance) ? weighed(attainment, withDeal, chance) : null,
    slips: attainment,
  };
}

function weighed(now: Explained<number>, won: Explained<number>, chance: Explained<number>): Explained<number> {
  const share = now.value + chance.value * (won.value - now.value);
  return explained(share, shareFigure(share), phrase('panel_ghost_expected_rule'), [
    term('goals_attainment', now),
    term('panel_ghost_won', won),
    term('pay_worth_chance', chance),
  ]);
}
