import { ONE, ZERO } from '../../../value/decimal';
import { allocate, type Money } from '../../../value/money';
import { type Phrase, phrase, shareFigure } from '../../../value/phrase';
import { ok, problem, type Result } from '../../../value/result';
import { type Exact, exact } from '../../plan/exact';

/**
 * Divides one deal's credit among those who share it. The parts add up to the deal to the cent (largest remainder); shares that do
 * not add up to 100 % are refused. Overlays are not part of this: they are credited beside it.
 */
export function splitCredit(amount: Money, shares: readonly Exact[]): Result<Money[], Phrase> {
  const all = shares.reduce((sum, share) => sum.plus(exact(share)), ZERO);
  if (!all.eq(ONE)) return problem(phrase('pay_plan_splits_not_whole', shareFigure(all.toNumber(), 2)));
  if (shares.some((share) => exact(share).lt(0))) return problem(phrase('pay_plan_split_negative'));
  return ok(allocate(amount, shares.map(exact)));
}
