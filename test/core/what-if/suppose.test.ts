import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../src/core/value/civil-date';
import { given, ifGiven, isGiven, missing } from '../../../src/core/value/known';
import { moneyOf } from '../../../src/core/value/money';
import { SUPPOSED, suppose, type WouldBe } from '../../../src/core/what-if/suppose';
import { BOOK, DOSSIER, NOW, REF } from '../../panel/readings';

const SOURCE = { kind: 'crm', field: 'test' } as const;
const book = given(BOOK, SOURCE, NOW);
const usd = (major: number | string) => moneyOf(major, 'USD');

/** The deal as the book of a would-be has it. */
function inBook({ book: of }: WouldBe) {
  const open = isGiven(of) ? (ifGiven(of.value.open) ?? []) : [];
  const deal = open.find(({ opportunity }) => opportunity.id === REF.id);
  if (deal === undefined) throw new Error('not in the book');
  return deal;
}

describe('a deal of 12,700 supposed to be of 25,000, closing on 20 January', () => {
  const would = suppose(DOSSIER, book, { amount: usd(25_000), closeDate: civilDate('2027-01-20') });

  test('the dossier and the book say the same of it', () => {
    for (const { amount, closeDate, products } of [would.dossier.opportunity, inBook(would).opportunity]) {
      expect(amount).toEqual(given(usd(25_000), SUPPOSED, NOW));
      expect(closeDate).toEqual(given('2027-01-20', SUPPOSED, NOW));
      expect(ifGiven(products)?.map((line) => ifGiven(line.amount)?.minor)).toEqual([25_000_00]);
    }
    expect(ifGiven(inBook(would).credit.amount)?.minor).toBe(25_000_00);
    expect(ifGiven(would.dossier.credits)?.map(({ amount }) => ifGiven(amount)?.minor)).toEqual([25_000_00]);
  });

  test('it says that nobody recorded it, and is as old as the deal', () => {
    const { amount } = would.dossier.opportunity;
    expect(isGiven(amount) && amount.source).toEqual({ kind: 'entered', where: 'what-if' });
    expect(isGiven(amount) && amount.asOf).toBe(DOSSIER.asOf);
  });

  test('the deal and the book that were given are as they were', () => {
    expect(ifGiven(DOSSIER.opportunity.amount)?.minor).toBe(12_700_00);
    expect(ifGiven(inBook({ dossier: DOSSIER, book }).opportunity.amount)?.minor).toBe(12_700_00);
  });

  test('other deals are the very same objects', () => {
    const others = (of: WouldBe['book']) => (isGiven(of) ? (ifGiven(of.value.open) ?? []) : []).slice(1);
    expect(others(would.book).every((deal, index) => deal === others(book)[index])).toBe(true);
  });
});

describe('what is not supposed', () => {
  test('nothing supposed: the same deal, the same book', () => {
    expect(suppose(DOSSIER, book, {})).toEqual({ dossier: DOSSIER, book });
    expect(suppose(DOSSIER, book, {}).dossier).toBe(DOSSIER);
  });

  test('the unknown stays unknown', () => {
    const hidden = { ...DOSSIER, opportunity: { ...DOSSIER.opportunity, amount: missing('hidden') } as const };
    const would = suppose(hidden, missing('not-yet-read'), { closeDate: civilDate('2026-12-01') });
    expect(would.dossier.opportunity.amount).toEqual(missing('hidden'));
    expect(would.book).toEqual(missing('not-yet-read'));
    expect(suppose({ ...DOSSIER, credits: missing('feature-off') }, book, { amount: usd(1) }).dossier.credits).toEqual(
      missing('feature-off'),
    );
  });

  test('a book of somebody else does not hold the deal and stays', () => {
    const other = { ...DOSSIER, opportunity: { ...DOSSIER.opportunity, id: '006X' } };
    const would = suppose(other, book, { amount: usd(1) });
    expect(would.book).toEqual(book);
  });
});

describe('credit', () => {
  test('a split of 30 % stays a split of 30 %', () => {
    const split = {
      ...BOOK,
      open: given(
        (ifGiven(BOOK.open) ?? []).map((deal) => ({
          ...deal,
          credit: { ...deal.credit, share: 0.3, rule: 'split' as const, amount: given(usd(3_810), SOURCE, NOW) },
        })),
        SOURCE,
        NOW,
      ),
    };
    const would = suppose(DOSSIER, given(split, SOURCE, NOW), { amount: usd(20_000) });
    expect(ifGiven(inBook(would).credit.amount)?.minor).toBe(6_000_00);
  });

  test('where the amount was not known the recorded share tells', () => {
    const blank = { ...DOSSIER, opportunity: { ...DOSSIER.opportunity, amount: missing('not-recorded') } as const };
    const credits = given(
      [{ opportunityId: REF.id, repId: 'r', share: 0.25, rule: 'split', amount: missing('not-recorded') } as const],
      SOURCE,
      NOW,
    );
    const would = suppose({ ...blank, credits }, missing('hidden'), { amount: usd(10_000) });
    expect(ifGiven(would.dossier.credits)?.map(({ amount }) => ifGiven(amount)?.minor)).toEqual([2_500_00]);
  });
});

describe('product lines', () => {
  const line = (id: string, product: string, amount: number) => ({
    id,
    product,
    family: given('GTX', SOURCE, NOW),
    quantity: given(1, SOURCE, NOW),
    amount: given(usd(amount), SOURCE, NOW),
  });
  const withLines = (...amounts: number[]) => ({
    ...DOSSIER,
    opportunity: {
      ...DOSSIER.opportunity,
      products: given(
        amounts.map((amount, index) => line(`l${index}`, `P${index}`, amount)),
        SOURCE,
        NOW,
      ),
    },
  });

  test('share the amount as they did, to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 900_000_00 }),
        (amounts, minor) => {
          const amount = { ...usd(0), minor };
          const lines =
            ifGiven(suppose(withLines(...amounts), book, { amount }).dossier.opportunity.products)?.map(
              (each) => ifGiven(each.amount)?.minor ?? 0,
            ) ?? [];
          const all = amounts.reduce((sum, each) => sum + each, 0);
          expect(lines.reduce((sum, each) => sum + each, 0)).toBe(minor);
          lines.forEach((part, index) => {
            expect(Math.abs(part - (minor * (amounts[index] ?? 0)) / all)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  test('the product that most of the amount is for is the one that changes', () => {
    const would = suppose(withLines(100, 9_000, 300), book, {
      product: { name: 'GTK 500', family: given('GTK', SOURCE, NOW) },
    });
    expect(ifGiven(would.dossier.opportunity.products)?.map(({ product }) => product)).toEqual(['P0', 'GTK 500', 'P2']);
  });

  test('a deal without lines gets one, of an amount that may not be known', () => {
    const bare = { ...DOSSIER, opportunity: { ...DOSSIER.opportunity, products: missing('feature-off') } as const };
    const product = { name: 'GTK 500', family: missing('not-recorded') } as const;
    const [own] = ifGiven(suppose(bare, book, { product }).dossier.opportunity.products) ?? [];
    expect([own?.product, own && ifGiven(own.amount)?.minor]).toEqual(['GTK 500', 12_700_00]);
    const [grown] = ifGiven(suppose(bare, book, { product, amount: usd(7) }).dossier.opportunity.products) ?? [];
    expect(grown && ifGiven(grown.amount)?.minor).toBe(700);
  });
});
