import type { Book, BookDeal, Credit } from '../model/book';
import type { Dossier } from '../model/dossier';
import type { LineItem, Opportunity } from '../model/opportunity';
import type { CivilDate } from '../value/civil-date';
import { Decimal } from '../value/decimal';
import { type Given, given, type Known, mapKnown, missing } from '../value/known';
import { allocate, type Money, major as majorOf, money, roundMoney } from '../value/money';
import type { Source } from '../value/source';

/** What of a deal is supposed to be otherwise. What is left out stays as it is recorded - also where that is unknown. */
export type Supposition = {
  readonly amount?: Money;
  readonly closeDate?: CivilDate;
  /** Months, a whole number from 1. */
  readonly termMonths?: number;
  /** Takes the place of the product that most of the amount is for. */
  readonly product?: { readonly name: string; readonly family: Known<string> };
};

/** Where a supposed value comes from: nobody recorded it. */
export const SUPPOSED: Source = { kind: 'entered', where: 'what-if' };

/** One deal as it would be, and its owner's book with the same deal in it: the two always say the same of the deal. */
export type WouldBe = { readonly dossier: Dossier; readonly book: Known<Book> };

/**
 * A copy of a deal and of the book that holds it with some of it supposed to be otherwise. Neither is changed; deals that nothing is
 * supposed of are the same objects as before. A book that does not hold the deal, or is not known, stays as it is.
 *
 * The credit follows the amount in its own proportion, product lines share it as they did, and a deal without lines gets one where
 * a product is supposed.
 */
export function suppose(dossier: Dossier, book: Known<Book>, supposition: Supposition): WouldBe {
  if (Object.keys(supposition).length === 0) return { dossier, book };
  const { opportunity } = dossier;
  return {
    dossier: {
      ...dossier,
      opportunity: dealAs(opportunity, supposition, dossier),
      credits: mapKnown(dossier.credits, (credits) =>
        credits.map((credit) => creditAs(credit, opportunity.amount, supposition, dossier)),
      ),
    },
    book: mapKnown(book, (of) => bookAs(of, dossier, supposition)),
  };
}

function bookAs(book: Book, dossier: Dossier, supposition: Supposition): Book {
  const change = (deal: BookDeal): BookDeal =>
    deal.opportunity.id === dossier.opportunity.id
      ? {
          ...deal,
          opportunity: dealAs(deal.opportunity, supposition, dossier),
          credit: creditAs(deal.credit, deal.opportunity.amount, supposition, dossier),
        }
      : deal;
  return { ...book, open: mapKnown(book.open, (deals) => deals.map(change)) };
}

function dealAs(deal: Opportunity, { amount, closeDate, termMonths, product }: Supposition, at: Dossier): Opportunity {
  const as = <T>(value: T): Given<T> => given(value, SUPPOSED, at.asOf);
  const products = product === undefined ? deal.products : withProduct(deal, product, at);
  return {
    ...deal,
    ...(amount !== undefined && { amount: as(amount) }),
    ...(closeDate !== undefined && { closeDate: as(closeDate) }),
    ...(termMonths !== undefined && { termMonths: as(termMonths) }),
    products: amount === undefined ? products : mapKnown(products, (lines) => linesAs(lines, amount, as)),
  };
}

/** The lines with so much between them, as they shared it before; as they were where that is not known. */
function linesAs(lines: readonly LineItem[], amount: Money, as: (value: Money) => Given<Money>): readonly LineItem[] {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return [{ ...only, amount: as(amount) }];
  const weights = lines.map((line) => ('value' in line.amount ? line.amount.value.minor : -1));
  if (weights.some((weight) => weight < 0) || weights.every((weight) => weight === 0)) return lines;
  const parts = allocate(amount, weights);
  return lines.map((line, index) => ({ ...line, amount: as(parts[index] ?? amount) }));
}

function withProduct(
  { products, amount }: Opportunity,
  { name, family }: NonNullable<Supposition['product']>,
  { asOf }: Dossier,
): Known<readonly LineItem[]> {
  const lines = 'value' in products ? products.value : [];
  const weight = ({ amount: of }: LineItem) => ('value' in of ? of.value.minor : 0);
  const main = lines.reduce<LineItem | null>(
    (most, line) => (most === null || weight(line) > weight(most) ? line : most),
    null,
  );
  if (main === null) {
    const line: LineItem = { id: 'supposed', product: name, family, quantity: missing('not-recorded'), amount };
    return given([line], SUPPOSED, asOf);
  }
  return given(
    lines.map((line) => (line === main ? { ...line, product: name, family } : line)),
    SUPPOSED,
    asOf,
  );
}

/** The credit of another amount: the same part of it. Where no part can be told from the amounts, the share that is recorded. */
function creditAs(credit: Credit, before: Known<Money>, { amount }: Supposition, { asOf }: Dossier): Credit {
  if (amount === undefined) return credit;
  const known = 'value' in before && 'value' in credit.amount && before.value.minor !== 0;
  const part =
    known && 'value' in before && 'value' in credit.amount
      ? majorOf(credit.amount.value).div(majorOf(before.value))
      : new Decimal(credit.share);
  const currency = 'value' in credit.amount ? credit.amount.value.currency : amount.currency;
  const whole = part.eq(1) && currency === amount.currency;
  return {
    ...credit,
    amount: given(
      whole ? money(amount.minor, currency) : roundMoney(majorOf(amount).times(part), currency),
      SUPPOSED,
      asOf,
    ),
  };
}
