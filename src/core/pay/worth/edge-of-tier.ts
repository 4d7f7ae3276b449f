import { daysBetween } from '../../value/civil-date';
import { type Answer, type Explained, explained, isExplained } from '../../value/explained';
import { type Money, money, subtract } from '../../value/money';
import { moneyFigure, type Phrase, phrase } from '../../value/phrase';
import type { PayGround } from './ground';
import { payDifference, payWith } from './pay-of';
import type { ThisOrNext } from './this-or-next';

/** Something about a deal that happens to lie where pay jumps: said neutrally, to rep and manager alike. */
export type EdgeFlag = { readonly about: 'date' | 'amount'; readonly worth: Explained<Money>; readonly says: Phrase };

/** Days either side of a period's end in which a close date is at its edge. */
const NEAR_DAYS = 7;
/** Share of its own amount within which a deal is at an edge. */
const NEAR_SHARE = 0.05;
/** How many times the deal's own average pay for that stretch an edge has to be worth to be named. */
const TIMES = 3;

/** Whether the close date lies at the edge of a period, and what the side of it is worth to the owner. */
export function dateAtEdge(ground: PayGround, dealId: string, choice: Answer<ThisOrNext>): EdgeFlag | null {
  const due = ground.open.get(dealId)?.deal.closeDate;
  if (due === undefined || !isExplained(choice)) return null;
  if (Math.abs(daysBetween(due, ground.inputs.period.end)) > NEAR_DAYS) return null;
  const { difference } = choice.value;
  if (difference.minor === 0) return null;
  const size = money(Math.abs(difference.minor), difference.currency);
  const worth = explained(size, moneyFigure(size), choice.rule, choice.terms);
  return { about: 'date', worth, says: phrase('pay_worth_date_at_edge', moneyFigure(size)) };
}

/** Whether the deal's amount lies just at a point where pay jumps: a twentieth more or less of it would be worth far more than usual. */
export function amountAtEdge(ground: PayGround, dealId: string): EdgeFlag | null {
  const open = ground.open.get(dealId);
  if (open === undefined || ground.unknown !== null || open.deal.amount.minor <= 0) return null;
  const step = Math.round(open.deal.amount.minor * NEAR_SHARE);
  if (step === 0) return null;
  const at = (minor: number) => {
    const { lines: _lines, ...deal } = open.deal;
    return payWith(ground, [{ ...deal, amount: money(minor, open.deal.amount.currency) }]);
  };
  const [less, more] = [at(open.deal.amount.minor - step), at(open.deal.amount.minor + step)];
  const own = at(open.deal.amount.minor);
  const average = subtract(own, payWith(ground, [])).minor * 2 * NEAR_SHARE;
  if (average <= 0 || subtract(more, less).minor <= average * TIMES) return null;
  const worth = payDifference(ground, more, less, phrase('pay_worth_amount_at_edge_rule'));
  return { about: 'amount', worth, says: phrase('pay_worth_amount_at_edge', moneyFigure(worth.value)) };
}
