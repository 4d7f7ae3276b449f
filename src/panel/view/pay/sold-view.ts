import type { LineItem, Opportunity } from '../../../core/model/opportunity';
import type { ProductWorth } from '../../../core/pay/worth/by-product';
import { type Answer, explained, readOr, type Term, unanswered } from '../../../core/value/explained';
import { ifGiven, isGiven, type Known } from '../../../core/value/known';
import type { Money } from '../../../core/value/money';
import { moneyFigure, numberFigure, type Phrase, phrase, textFigure } from '../../../core/value/phrase';
import type { Line } from '../../../ui/language/line';
import type { FigureRow } from '../rows';
import { unknownParts } from '../unknown-parts';

/** A product family of a deal: what its lines come to, and what the plan pays the rep for it; null where there is no plan to say. */
export type SoldRow = FigureRow & { readonly pays: Answer<Money> | null };

/** What a deal sells, by product family: what components of a plan that go by product are paid on. */
export type SoldView = { readonly rows: readonly SoldRow[]; readonly notes: readonly Line[] };

/** @param worth - what the plan pays for each family; empty where nothing can be told */
export function soldView({ products }: Pick<Opportunity, 'products'>, worth: readonly ProductWorth[]): SoldView {
  const lines = isGiven(products) ? products.value : [];
  return {
    rows: byFamily(lines).map(({ family, name, lines: of }) => ({
      name,
      answer: totalOf(of, products),
      pays: worth.length === 0 ? null : (worth.find((each) => each.family === family)?.pays ?? UNTOLD),
    })),
    notes: unknownParts(
      isGiven(products) || products.missing === 'not-recorded' || products.missing === 'feature-off'
        ? []
        : [{ name: phrase('panel_part_products'), known: products }],
    ),
  };
}

/** The plan looks at the deal as a whole: its lines were not read with the book, or one of them has no amount. */
const UNTOLD = unanswered('not-recorded', phrase('panel_sold_pays_unknown'));

type Family = { readonly family: string | null; readonly name: Phrase; readonly lines: readonly LineItem[] };

/** Lines of one family together, in the order in which they stand on the deal. */
function byFamily(lines: readonly LineItem[]): Family[] {
  const families = new Map<string | null, LineItem[]>();
  for (const line of lines) {
    const family = ifGiven(line.family) ?? null;
    families.set(family, [...(families.get(family) ?? []), line]);
  }
  return [...families].map(([family, of]) => ({
    family,
    name: family === null ? namelessOf(of) : phrase('panel_trait', textFigure(family)),
    lines: of,
  }));
}

function namelessOf(lines: readonly LineItem[]): Phrase {
  const hidden = lines.some(({ family }) => !isGiven(family) && family.missing === 'hidden');
  return phrase(hidden ? 'panel_sold_family_hidden' : 'panel_sold_no_family');
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
