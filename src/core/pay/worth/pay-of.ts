import { type Explained, explained, term } from '../../value/explained';
import { type Money, subtract } from '../../value/money';
import { moneyFigure, type Phrase, phrase } from '../../value/phrase';
import type { CreditedDeal } from '../payout/inputs';
import { payRounded } from '../payout/payout';
import type { PayGround } from './ground';

/** Pay of the period with these deals won as well, to the cent of a statement; they count in order of close date, then id. */
export function payWith({ counted }: PayGround, deals: readonly CreditedDeal[]): Money {
  return payRounded(counted, [...deals].sort(inOrder));
}

/** The order in which deals count: by close date, then by id, so that the order of clicking never matters. */
export function inOrder(a: CreditedDeal, b: CreditedDeal): number {
  const [on, other] = [a.closeDate ?? '', b.closeDate ?? ''];
  if (on !== other) return on < other ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The difference of two pays, with both as terms. */
export function payDifference(ground: PayGround, more: Money, less: Money, rule: Phrase): Explained<Money> {
  const difference = subtract(more, less);
  const own = ground.inputs.asOf === undefined ? {} : { asOf: ground.inputs.asOf };
  return explained(
    difference,
    moneyFigure(difference),
    rule,
    [
      term('pay_worth_with', explained(more, moneyFigure(more), phrase('pay_worth_with_rule'))),
      term('pay_worth_without', explained(less, moneyFigure(less), phrase('pay_worth_without_rule'))),
    ],
    own,
  );
}
