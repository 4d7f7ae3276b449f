import type { Book, BookDeal } from '../model/book';
import type { Goal } from '../model/goal';
import type { LineItem } from '../model/opportunity';
import { ifGiven, isGiven } from '../value/known';
import { allocate, type Money, major } from '../value/money';
import type { CreditedDeal, CreditedLine, PayInputs, QuotaInput } from './payout/inputs';
import type { CompPlan } from './plan/plan';

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
    const credited = creditedDealOf(deal);
    if (credited === null) withoutAmount.push(deal.opportunity.id);
    else deals.push(credited);
  }
  const quotas = quotasOf(plan, ifGiven(book.goals) ?? []);
  const toDate = ifGiven(book.yearToDate);
  const counted = plan.measures.filter(({ counts, where }) => counts === 'credit' && where === undefined);
  return {
    inputs: {
      period: book.period,
      deals,
      quotas,
      rep: { id: book.rep.id },
      asOf: book.asOf,
      ...(toDate !== undefined && {
        earlier: { credit: Object.fromEntries(counted.map(({ id }) => [id, major(toDate).toFixed()])) },
      }),
      ...more,
    },
    withoutAmount,
  };
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

function quotasOf(plan: CompPlan, goals: readonly Goal[]): Readonly<Record<string, QuotaInput>> {
  const results = goals.filter(({ leads }) => !leads);
  const quotas: Record<string, QuotaInput> = {};
  for (const measure of plan.measures) {
    const goal = results.find((each) => each.measure.id === measure.id) ?? onlyOne(plan, measure.id, results);
    if (goal === undefined || !isGiven(goal.target)) continue;
    const { value, source, asOf } = goal.target;
    quotas[measure.id] = {
      amount: value.unit === 'money' ? major(value.amount).toFixed() : value.count,
      source,
      asOf,
    };
  }
  return quotas;
}

/** The only money goal of everything, for the plan's only measure of credited amounts. */
function onlyOne(plan: CompPlan, id: string, goals: readonly Goal[]): Goal | undefined {
  const credits = plan.measures.filter(({ counts }) => counts === 'credit');
  const all = goals.filter(({ measure }) => measure.unit === 'money' && measure.filter.length === 0);
  return credits.length === 1 && credits[0]?.id === id && all.length === 1 ? all[0] : undefined;
}
