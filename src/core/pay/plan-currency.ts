import type { Book } from '../model/book';
import type { CivilDate } from '../value/civil-date';
import { convert, rateOn } from '../value/conversion';
import { currency } from '../value/currency';
import { ifGiven } from '../value/known';
import { allocate, type Money } from '../value/money';
import type { CreditedDeal } from './payout/inputs';
import type { CompPlan } from './plan/plan';

type OfBook = Pick<Book, 'rates'>;

/** Decimals of a rate that is worked out from two others. */
const RATE_DIGITS = 18;

/**
 * A deal of a book in the plan's currency, by the organisation's rates of its close date and to the minor unit: as a goal counts it, so
 * that both stand on the same side of an edge. As it is where no rate is known, or where the plan asks for another day's.
 */
export function inPlanCurrency(plan: CompPlan, { rates }: OfBook, deal: CreditedDeal): CreditedDeal {
  const { amount, closeDate, lines } = deal;
  const known = rates && ifGiven(rates);
  const into = currency(plan.currency);
  if (known === undefined || amount.currency === into) return deal;
  const { attainment = 'deal-date', payment = 'deal-date' } = plan.conversion ?? {};
  const on = closeDate ?? null;
  if (attainment !== 'deal-date' || payment !== 'deal-date') {
    const [own, foreign] = [rateOn(known, into, on), rateOn(known, amount.currency, on)];
    if (own === undefined || foreign === undefined) return deal;
    return { ...deal, rateOnDealDate: own.div(foreign).round(RATE_DIGITS).toFixed() };
  }
  const whole = convert(amount, into, known, on);
  if (whole === undefined) return deal;
  if (lines === undefined) return { ...deal, amount: whole };
  const parts = allocate(
    whole,
    lines.map((line) => Math.abs(line.amount.minor)),
  );
  return { ...deal, amount: whole, lines: lines.map((line, index) => ({ ...line, amount: parts[index] ?? whole })) };
}

/** An amount of a book in the plan's currency, by the rates of a day; `undefined` where there is no rate. */
export function amountInPlan(plan: CompPlan, { rates }: OfBook, amount: Money, on: CivilDate): Money | undefined {
  const into = currency(plan.currency);
  if (amount.currency === into) return amount;
  const known = rates && ifGiven(rates);
  return known && convert(amount, into, known, on);
}
