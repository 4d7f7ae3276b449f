import { type Answer, type Explained, explained, term } from '../../value/explained';
import { type Money, noMoney, subtract } from '../../value/money';
import { countFigure, moneyFigure, phrase, textFigure } from '../../value/phrase';
import { noSuchDeal, type OpenDeal, type PayGround } from './ground';
import { inOrder, payWith } from './pay-of';

/** What several deals add together, and which part of it falls to each by order of close date. */
export type Together = {
  readonly total: Money;
  /** In order of close date, then id; they add up to the total. */
  readonly shares: readonly { readonly dealId: string; readonly amount: Money }[];
};

/**
 * Several open deals won at once. The total is the pay with all of them less the pay with none: the order in which they were picked
 * does not matter. Which deal gets the better tier is a matter of order, so the shares say by which: close date.
 */
export function together(ground: PayGround, dealIds: readonly string[]): Answer<Together> {
  if (ground.unknown !== null) return ground.unknown;
  const picked: OpenDeal[] = [];
  for (const id of new Set(dealIds)) {
    const open = ground.open.get(id);
    if (open === undefined) return noSuchDeal();
    picked.push(open);
  }
  picked.sort((a, b) => inOrder(a.deal, b.deal));
  const deals = picked.map(({ deal }) => deal);
  const before = payWith(ground, []);
  let reached = before;
  const shares = picked.map(({ id, name }, index) => {
    const after = payWith(ground, deals.slice(0, index + 1));
    const amount = subtract(after, reached);
    reached = after;
    return { dealId: id, name, amount };
  });
  const total = deals.length === 0 ? noMoney(ground.currency) : subtract(reached, before);
  return explained(
    { total, shares: shares.map(({ dealId, amount }) => ({ dealId, amount })) },
    moneyFigure(total),
    phrase('pay_worth_together_rule', countFigure(picked.length)),
    shares.map(({ name, amount }) => term('pay_worth_deal', share(amount), textFigure(name))),
    ground.inputs.asOf === undefined ? {} : { asOf: ground.inputs.asOf },
  );
}

function share(amount: Money): Explained<Money> {
  return explained(amount, moneyFigure(amount), phrase('pay_worth_share_rule'));
}
