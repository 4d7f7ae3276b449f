import type { Book, BookDeal } from '../../core/model/book';
import type { Goal } from '../../core/model/goal';
import type { CreditedDeal, CreditedLine, PayInputs, QuotaInput } from '../../core/pay/payout/inputs';
import type { CompPlan } from '../../core/pay/plan/plan';
import { ifGiven, isGiven } from '../../core/value/known';
import { major } from '../../core/value/money';

/** A rep's book as a plan reads it, and how many of its won deals have no amount to be counted by. */
export type BookForPay = { readonly inputs: PayInputs; readonly withoutAmount: number };

/**
 * What the plan is worked out from: the won deals with the rep's share of each, the quotas, the year before this period.
 *
 * A goal is the quota of the plan's measure that has its name; the main goal is that of the first measure of credited amounts
 * where none has.
 */
export function bookForPay(book: Book, plan: CompPlan, main: Goal | undefined): BookForPay {
  const won = ifGiven(book.won) ?? [];
  const deals = won.flatMap((deal) => creditedDeal(deal) ?? []);
  const first = plan.measures.find(({ counts, where }) => counts === 'credit' && where === undefined)?.id;
  const earlier = isGiven(book.yearToDate) ? major(book.yearToDate.value).toFixed() : undefined;
  return {
    inputs: {
      period: book.period,
      deals,
      quotas: quotas(book, plan, main, first),
      rep: { id: book.rep.id },
      ...(first !== undefined && earlier !== undefined && { earlier: { credit: { [first]: earlier } } }),
      asOf: book.asOf,
    },
    withoutAmount: won.length - deals.length,
  };
}

/** A deal of the book as it counts for the rep; undefined where no amount of it is known. */
export function creditedDeal({ opportunity, credit }: BookDeal): CreditedDeal | undefined {
  const { id, name, amount, closeDate, type, products, fields } = opportunity;
  const whole = isGiven(amount) ? amount : credit.amount;
  if (!isGiven(whole)) return undefined;
  const close = ifGiven(closeDate);
  const kind = ifGiven(type);
  const lines = isGiven(products) ? linesOf(products.value) : undefined;
  const only = lines?.length === 1 ? lines[0] : undefined;
  return {
    id,
    name,
    amount: whole.value,
    share: isGiven(amount) ? credit.share : 1,
    ...(close !== undefined && { closeDate: close }),
    ...(kind !== undefined && { type: kind }),
    ...(only?.product !== undefined && { product: only.product }),
    ...(only?.family !== undefined && { family: only.family }),
    ...(lines !== undefined && lines.length > 1 && { lines }),
    fields,
    source: whole.source,
    asOf: whole.asOf,
  };
}

type Products = Extract<BookDeal['opportunity']['products'], { readonly value: unknown }>['value'];

/** The deal's products as lines that a plan can tell apart; undefined where one of them has no amount. */
function linesOf(products: Products): readonly CreditedLine[] | undefined {
  const lines = products.flatMap(({ product, family, amount }): CreditedLine[] => {
    if (!isGiven(amount)) return [];
    const known = ifGiven(family);
    return [{ amount: amount.value, product, ...(known !== undefined && { family: known }) }];
  });
  return lines.length === products.length && lines.length > 0 ? lines : undefined;
}

function quotas(
  book: Book,
  plan: CompPlan,
  main: Goal | undefined,
  first: string | undefined,
): Readonly<Record<string, QuotaInput>> {
  const goals = (ifGiven(book.goals) ?? []).filter(({ leads }) => !leads);
  const found: Record<string, QuotaInput> = {};
  for (const { id, name } of plan.measures) {
    const goal =
      goals.find(({ measure }) => same(measure.id, id) || same(measure.name, name ?? id)) ??
      (id === first ? main : undefined);
    if (goal === undefined || !isGiven(goal.target)) continue;
    const { value, source, asOf } = goal.target;
    found[id] = { amount: value.unit === 'money' ? major(value.amount).toFixed() : value.count, source, asOf };
  }
  return found;
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
