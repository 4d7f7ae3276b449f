import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Opportunity } from '../../../../../src/core/model/opportunity';
import { instantOf } from '../../../../../src/core/value/instant';
import { given, ifGiven, missing } from '../../../../../src/core/value/known';
import { moneyOf } from '../../../../../src/core/value/money';
import { creditOf, toCredits } from '../../../../../src/crm/salesforce/to-core/deal/credits';

const asOf = instantOf(Date.UTC(2026, 10, 24));
const as = { asOf, currency: 'USD' };
const known = <T>(value: T) => given(value, { kind: 'crm', field: 'x' }, asOf);
const [OWNER, OTHER] = ['005000000000001AAA', '005000000000002AAA'];
const [REVENUE, MARGIN, OVERLAY] = ['149000000000001AAA', '149000000000002AAA', '149000000000003AAA'];
const DEAL = {
  id: '006',
  owner: known({ id: OWNER, name: 'Rita' }),
  amount: known(moneyOf(1000, 'USD')),
} as unknown as Opportunity;
const split = (
  SplitOwnerId: string,
  SplitPercentage: number,
  type = REVENUE,
  SplitAmount: number | null = SplitPercentage * 10,
) => ({
  Id: '1S1000000000001CAA',
  SplitOwnerId,
  SplitPercentage,
  SplitAmount,
  SplitTypeId: type,
  SplitType: {
    DeveloperName: type === REVENUE ? 'Revenue' : type === MARGIN ? 'Margin' : 'Overlay',
    IsTotalValidated: type !== OVERLAY,
  },
});
const of = (splits: readonly object[] | undefined, rep: string, use: string | null = null) => {
  const credit = creditOf(DEAL, splits as never, rep, use, as);
  return credit && [credit.rule, credit.share, ifGiven(credit.amount)?.minor];
};

describe('a rep’s part of a deal', () => {
  test('without splits is all of it, and only the owner’s', () => {
    for (const none of [undefined, []]) {
      expect(of(none, OWNER)).toEqual(['owner', 1, 100_000]);
      expect(of(none, OTHER)).toBeUndefined();
    }
  });

  test('is the split’s, whoever owns the deal', () => {
    const two = [split(OWNER, 60), split(OTHER, 40)];
    expect([of(two, OWNER), of(two, OTHER)]).toEqual([
      ['split', 0.6, 60_000],
      ['split', 0.4, 40_000],
    ]);
  });

  test('goes by the split type that the forecast names, else by that of revenue', () => {
    const both = [split(OWNER, 60), split(OTHER, 40), split(OWNER, 10, MARGIN), split(OTHER, 90, MARGIN)];
    expect(of(both, OWNER, MARGIN)).toEqual(['split', 0.1, 10_000]);
    expect(of(both, OWNER)).toEqual(['split', 0.6, 60_000]);
    expect(ifGiven(toCredits(DEAL, both as never, MARGIN, as))?.map(({ share }) => share)).toEqual([0.1, 0.9]);
  });

  test('is an overlay for one who has nothing else of it, and may be more than the whole', () => {
    expect(of([split(OWNER, 100), split(OTHER, 120, OVERLAY)], OTHER)).toEqual(['overlay', 1.2, 120_000]);
    expect(of([split(OWNER, 100), split(OWNER, 20, OVERLAY)], OWNER)).toEqual(['owner', 1, 100_000]);
  });

  test('of an overlay alone leaves the owner the whole', () => {
    expect(of([split(OTHER, 30, OVERLAY)], OWNER)).toEqual(['owner', 1, 100_000]);
  });

  test('is nothing for an owner who has given all of it away', () => {
    expect(of([split(OTHER, 100)], OWNER)).toEqual(['split', 0, 0]);
  });

  test('is worked out where the split states no amount, and hidden where permissions hide it', () => {
    expect(of([split(OWNER, 33.33, REVENUE, null), split(OTHER, 66.67, REVENUE, null)], OWNER)).toEqual([
      'split',
      0.3333,
      33_330,
    ]);
    const { SplitAmount: _, ...bare } = split(OWNER, 50);
    expect(creditOf(DEAL, [bare, split(OTHER, 50)] as never, OWNER, null, as)?.amount).toMatchObject({
      missing: 'hidden',
    });
    const dear = { ...DEAL, amount: missing('hidden') } as Opportunity;
    expect(
      creditOf(dear, [split(OWNER, 50, REVENUE, null), split(OTHER, 50)] as never, OWNER, null, as)?.amount,
    ).toMatchObject({
      missing: 'hidden',
    });
  });

  test('in several splits, as territories make them, is their sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 3 }), (parts) => {
        const credit = creditOf(
          DEAL,
          [...parts.map((part) => split(OWNER, part)), split(OTHER, 10)] as never,
          OWNER,
          null,
          as,
        );
        const sum = parts.reduce((all, part) => all + part, 0);
        expect(credit?.share).toBeCloseTo(sum / 100, 10);
        expect(ifGiven(credit!.amount)?.minor).toBe(sum * 1000);
      }),
    );
  });
});
