import type { Book, BookDeal } from '../model/book';
import type { Goal, Target } from '../model/goal';
import type { LineItem } from '../model/opportunity';
import { ifGiven, isGiven } from '../value/known';
import { allocate, type Money, major } from '../value/money';
import type { CreditedDeal, CreditedLine, PayInputs, QuotaInput } from './payout/inputs';
import type { Exact } from './plan/exact';
import type { PlanMeasure } from './plan/measure';
import type { CompPlan } from './plan/plan';
import { amountInPlan, inPlanCurrency } from './plan-currency';

/** What the engine needs from a rep's book, and the deals whose amount is not known. */
export type BookInputs = { readonly inputs: PayInputs; readonly withoutAmount: readonly string[] };

/**
 * A rep's book as inputs of a plan: won deals with their credit, quotas from the goals that count the same measure, the year so far.
 * A goal belongs to the plan's measure of the same id; where there is only one of each, to that one.
 *
 * @param more - what a book does not know: quota and pay earlier in the year, draw, objectives, given figures; goes before the book
 */
export function payInputsOf(plan: CompPlan, book: Book, more: Partial<PayInputs> = {}): BookInputs {
  const won = ifGiven(book.won) ?? [];
  const deals: CreditedDeal[] = [];
  const withoutAmount: string[] = [];
  for (const deal of won) {
    const credited = creditedFor(plan, book, deal);
    if (credited === null) withoutAmount.push(deal.opportunity.id);
    else deals.push(credited);
  }
  const quotas = quotasOf(plan, book);
  const earlier = earlierOf(plan, book);
  return {
    inputs: {
      period: book.period,
      deals,
      quotas,
      rep: { id: book.rep.id },
      asOf: book.asOf,
      ...(earlier !== undefined && { earlier }),
      ...more,
    },
    withoutAmount,
  };
}

/**
 * What the book tells of the year so far: the credit of the measures that count every amount as it is. Of the others, and where the
 * plan leaves deals out or counts them otherwise, it tells something only where there was nothing at all. A year to date in another
 * currency was summed up at many days' rates, and tells nothing.
 */
function earlierOf(plan: CompPlan, { yearToDate }: Book): PayInputs['earlier'] {
  const toDate = ifGiven(yearToDate);
  if (toDate?.minor === 0) return undefined;
  const known = toDate?.currency === plan.currency && countsAsItIs(plan) ? toDate : undefined;
  const told = (measure: PlanMeasure): boolean =>
    known !== undefined && measure.counts === 'credit' && measure.where === undefined;
  const unknown = plan.measures.filter((measure) => !told(measure)).map(({ id }) => id);
  const credit = known === undefined ? [] : plan.measures.filter(told).map(({ id }) => [id, major(known).toFixed()]);
  return { credit: Object.fromEntries(credit), ...(unknown.length > 0 && { unknown }) };
}

function countsAsItIs({ crediting, components }: CompPlan): boolean {
  const uplifts = components.some((component) => component.kind === 'kicker' && component.creditUplift !== undefined);
  return crediting?.exclude === undefined && crediting?.dealCreditAtMost === undefined && !uplifts;
}

/** A deal of the book in the plan's currency, where a rate is known; see {@link creditedDealOf}. */
export function creditedFor(plan: CompPlan, book: Pick<Book, 'rates'>, deal: BookDeal): CreditedDeal | null {
  const credited = creditedDealOf(deal);
  return credited === null ? null : inPlanCurrency(plan, book, credited);
}

/** A deal of the book as the engine counts it, or null where nobody knows its amount. Its credit is exact; its lines share it. */
export function creditedDealOf({ opportunity, credit }: BookDeal): CreditedDeal | null {
  const whole = ifGiven(opportunity.amount);
  const own = ifGiven(credit.amount);
  const amount = own ?? whole;
  if (amount === undefined) return null;
  const known = isGiven(opportunity.amount) ? opportunity.amount : isGiven(credit.amount) ? credit.amount : null;
  const products = ifGiven(opportunity.products) ?? [];
  const lines = linesOf(products, amount);
  const closeDate = ifGiven(opportunity.closeDate);
  const type = ifGiven(opportunity.type);
  const termMonths = opportunity.termMonths && ifGiven(opportunity.termMonths);
  const [only] = products;
  return {
    id: opportunity.id,
    name: opportunity.name,
    amount,
    ...(own === undefined && credit.share !== 1 && { share: credit.share }),
    fields: opportunity.fields,
    ...(closeDate !== undefined && { closeDate }),
    ...(type !== undefined && { type }),
    ...(termMonths !== undefined && { termMonths }),
    ...(lines !== null && { lines }),
    ...(lines === null && products.length === 1 && only !== undefined && productOf(only)),
    ...(known !== null && { source: known.source, asOf: known.asOf }),
  };
}

/** The credited amount by product line, to the cent; null where a line's amount is not known or there is only one line. */
function linesOf(products: readonly LineItem[], amount: Money): readonly CreditedLine[] | null {
  if (products.length < 2) return null;
  const amounts = products.map((line) => ifGiven(line.amount));
  if (!amounts.every((each) => each !== undefined && each.minor >= 0)) return null;
  const weights = amounts.map((each) => each?.minor ?? 0);
  if (weights.every((weight) => weight === 0)) return null;
  const parts = allocate(amount, weights);
  return products.map((line, index) => ({ amount: parts[index] ?? amount, ...productOf(line) }));
}

function productOf(line: LineItem): { readonly product: string; readonly family?: string } {
  const family = ifGiven(line.family);
  return { product: line.product, ...(family !== undefined && { family }) };
}

function quotasOf(plan: CompPlan, book: Book): Readonly<Record<string, QuotaInput>> {
  const results = (ifGiven(book.goals) ?? []).filter(({ leads }) => !leads);
  const quotas: Record<string, QuotaInput> = {};
  for (const measure of plan.measures) {
    const goal = results.find((each) => each.measure.id === measure.id) ?? onlyOne(plan, measure.id, results);
    if (goal === undefined || !isGiven(goal.target)) continue;
    const { value, source, asOf } = goal.target;
    const amount = inUnitOf(measure, value, plan, book);
    if (amount !== undefined) quotas[measure.id] = { amount, source, asOf };
  }
  return quotas;
}

/** A goal's target in the unit of a plan's measure; `undefined` where it is counted in another, or in money without a rate. */
function inUnitOf(measure: PlanMeasure, target: Target, plan: CompPlan, book: Book): Exact | undefined {
  const inMoney = measure.counts === 'credit' || measure.counts === 'margin' || measure.counts === 'team';
  if (target.unit === 'count') return inMoney ? undefined : target.count;
  if (measure.counts === 'deals') return undefined;
  const amount = amountInPlan(plan, book, target.amount, book.period.start);
  return amount && major(amount).toFixed();
}

/** The only money goal of everything, for the plan's only measure of credited amounts. */
function onlyOne(plan: CompPlan, id: string, goals: readonly Goal[]): Goal | undefined {
  const credits = plan.measures.filter(({ counts }) => counts === 'credit');
  const all = goals.filter(({ measure }) => measure.unit === 'money' && measure.filter.length === 0);
  return credits.length === 1 && credits[0]?.id === id && all.length === 1 ? all[0] : undefined;
}
