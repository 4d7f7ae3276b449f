import type { Target } from '../../model/goal';
import { type Answer, explained, unanswered } from '../../value/explained';
import { countFigure, phrase } from '../../value/phrase';
import type { Counted } from '../measure/tally';
import { amountIn, figureIn, type Unit } from '../measure/unit';

/** Deals that a usual size needs. */
const LEAST_DEALS = 3;

/** The deal of usual size: the median of won deals, which one large deal does not move. */
export function usualDeal(won: readonly Counted[], unit: Unit): Answer<Target> {
  const sizes = won
    .map(({ amount }) => amount)
    .filter((amount) => amount > 0)
    .sort((a, b) => a - b);
  if (sizes.length < LEAST_DEALS) return unanswered('too-few', phrase('goals_no_usual_deal'));
  const [low, high] = [sizes[Math.ceil(sizes.length / 2) - 1] ?? 0, sizes[Math.floor(sizes.length / 2)] ?? 0];
  const median = (low + high) / 2;
  const rule = phrase('goals_usual_deal_rule', countFigure(sizes.length));
  return explained(amountIn(unit, median), figureIn(unit, median), rule, [], {
    sources: [{ kind: 'learned', from: 'won deals', n: sizes.length }],
  });
}
