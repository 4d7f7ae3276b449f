import type { LineItem, Opportunity } from '../../../core/model/opportunity';
import { type Answer, explained, readOr, type Term, unanswered } from '../../../core/value/explained';
import { isGiven, type Known } from '../../../core/value/known';
import type { Money } from '../../../core/value/money';
import { moneyFigure, numberFigure, type Phrase, phrase, textFigure } from '../../../core/value/phrase';
import type { Line } from '../../../ui/language/line';
import type { FigureRow } from '../rows';
import { unknownParts } from '../unknown-parts';

/** What a deal sells, by product family: what components of a plan that go by product are paid on. */
export type SoldView = { readonly rows: readonly FigureRow[]; readonly notes: readonly Line[] };

export function soldView({ products }: Pick<Opportunity, 'products'>): SoldView {
  const lines = isGiven(products) ? products.value : [];
  return {
    rows: byFamily(lines).map(({ name, lines: of }) => ({ name, answer: totalOf(of, products) })),
    notes: unknownParts(
      isGiven(products) || products.missing === 'not-recorded' || products.missing === 'feature-off'
        ? []
        : [{ name: phrase('panel_part_products'), known: products }],
    ),
  };
}

/** Lines of one family together, in the order in which they stand on the deal; what has none, by why it has none. */
function byFamily(lines: readonly LineItem[]): { readonly name: Phrase; readonly lines: readonly LineItem[] }[] {
  const families = new Map<string, { readonly name: Phrase; readonly lines: LineItem[] }>();
  for (const line of lines) {
    const { family } = line;
    const name = isGiven(family)
      ? phrase('panel_trait', textFigure(family.value))
      : phrase(family.missing === 'hidden' ? 'panel_sold_family_hidden' : 'panel_sold_no_family');
    const key = JSON.stringify(name);
    const held = families.get(key);
    if (held) held.lines.push(line);
    else families.set(key, { name, lines: [line] });
  }
  return [...families.values()];
}

/** What the lines come to, each a term of it; not known where one of them is not, or they are in several currencies. */
function totalOf(lines: readonly LineItem[], products: Known<unknown>): Answer<Money> {
  const terms: Term[] = lines.map(({ product, quantity, amount }) => ({
    name: isGiven(quantity)
      ? phrase('panel_sold_line', textFigure(product), numberFigure(quantity.value, 2))
      : phrase('panel_trait', textFigure(product)),
    of: readOr(amount, moneyFigure, phrase('panel_sold_no_amount')),
  }));
  let sum: Money | undefined;
  for (const { amount } of lines) {
    if (!isGiven(amount)) return unanswered(amount.missing, phrase('panel_sold_unknown'), terms);
    if (sum && sum.currency !== amount.value.currency)
      return unanswered('not-readable', phrase('panel_sold_currencies'), terms);
    sum = { ...amount.value, minor: (sum?.minor ?? 0) + amount.value.minor };
  }
  if (sum === undefined) return unanswered('not-recorded', phrase('panel_sold_unknown'));
  const own = isGiven(products) ? { asOf: products.asOf, sources: [products.source] } : {};
  return explained(sum, moneyFigure(sum), phrase('panel_sold_rule'), terms, own);
}
