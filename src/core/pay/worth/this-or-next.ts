import type { Period } from '../../model/goal';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import { type Money, subtract } from '../../value/money';
import { moneyFigure, phrase } from '../../value/phrase';
import { count, countMore, work } from '../payout/count';
import type { PayInputs } from '../payout/inputs';
import { payRounded } from '../payout/payout';
import { following } from '../payout/series';
import type { CarryOver } from '../payout/statement';
import { noSuchDeal, type PayGround } from './ground';
import { nowNext } from './now-next';
import { payDifference } from './pay-of';

/** A deal's pay by the period it closes in. */
export type ThisOrNext = {
  readonly thisPeriod: Money;
  readonly nextPeriod: Money;
  /** This period's less next period's: positive where closing now pays more. */
  readonly difference: Money;
};

/**
 * The next period as far as it is known: no deals yet, what this one hands over, and its own quotas - this period's where none are
 * given.
 *
 * @param carryOver - of this period's statement; null where the next period begins a new year
 */
export function nextInputs(
  { inputs }: PayGround,
  period: Period,
  carryOver: CarryOver | null,
  quotas: PayInputs['quotas'] = inputs.quotas,
): PayInputs {
  const { earlier: _earlier, draw: _draw, heldBack: _heldBack, cancelled: _cancelled, ...rest } = inputs;
  const next: PayInputs = { ...rest, period, deals: [], ...(quotas !== undefined && { quotas }) };
  return carryOver === null ? next : following(next, carryOver);
}

/** What a deal pays if it closes this period, as the next deal won, against next period, as the first deal of it. */
export function thisOrNext(ground: PayGround, dealId: string, next: PayInputs): Answer<ThisOrNext> {
  const open = ground.open.get(dealId);
  const now = nowNext(ground, dealId);
  if (!isExplained(now)) return now;
  if (open === undefined) return noSuchDeal();
  const counted = count(ground.plan, next);
  const first = { ...open.deal, closeDate: next.period.start };
  const broken = work(countMore(counted, [first])).lines.find(
    ({ noAnswer, component }) => noAnswer !== null && component?.kind !== 'objectives',
  );
  if (broken?.noAnswer) return unanswered('not-recorded', broken.noAnswer.because, broken.noAnswer.terms());
  const later = payDifference(
    ground,
    payRounded(counted, [first]),
    payRounded(counted),
    phrase('pay_worth_next_period_rule'),
  );
  const difference = subtract(now.value, later.value);
  return explained(
    { thisPeriod: now.value, nextPeriod: later.value, difference },
    moneyFigure(difference),
    phrase('pay_worth_this_or_next_rule'),
    [term('pay_worth_this_period', now), term('pay_worth_next_period', later)],
  );
}
