import { describe, expect, it } from 'vitest';
import { payout } from '../../../src/core/pay/payout/payout';
import type { Component, Kicker } from '../../../src/core/pay/plan/component';
import { civilDate } from '../../../src/core/value/civil-date';
import { dealOf, dollars, inputsOf, planOf } from './plan-kit';

const flat: Component = { kind: 'commission', id: 'flat', pays: 'sales', rate: 0.1 };
const total = (...args: Parameters<typeof payout>): number => dollars(payout(...args).total.value);
const now = (...args: Parameters<typeof payout>): number => dollars(payout(...args).payNow.value);

describe('credit beside the deal’s own', () => {
  // Overlay: the account executive has all of 100,000, the engineer half of it beside that: 5,000 at 10 %.
  it('an overlay counts its share of the whole and takes nothing from the others', () => {
    const plan = planOf({ components: [flat], crediting: { overlays: [{ role: 'engineer', share: 0.5 }] } });
    const of = (role?: string) => ({ ...inputsOf([]), deals: [dealOf(100000, role === undefined ? {} : { role })] });
    expect(total(plan, of('engineer'))).toBe(5000);
    expect(total(plan, of())).toBe(10000);
  });
});

describe('a credit note that brings the period back below a tier', () => {
  // Credit 125,000 for a base of 100,000, then 20,000 taken back: 105,000 stands below 110,000, so that 5 % is paid on 80,000.
  it('leaves everything at the retroactive rate reached in the end', () => {
    const tiers = [
      { from: 0, to: 110000, rate: 0.05 },
      { from: 110000, rate: 0.1 },
    ];
    const plan = planOf({
      components: [
        { kind: 'commission', id: 'c', pays: 'sales', method: 'retroactive', tiers },
        { kind: 'kicker', id: 'uplift', where: [{ field: 'newLogo', is: [true] }], creditUplift: 0.25 },
      ],
    });
    const deals = [
      dealOf(100000, { newLogo: true, closeDate: civilDate('2017-04-10') }),
      dealOf(-20000, { newLogo: false, closeDate: civilDate('2017-05-10') }),
    ];
    const statement = payout(plan, { ...inputsOf([]), deals });
    expect(dollars(statement.total.value)).toBe(4000);
    expect(statement.lines[0]?.byDeal.map(({ amount }) => dollars(amount))).toEqual([5000, -1000]);
  });

  // 10 % to 100,000 and 20 % above: the deal that passed it earned 10,000 + 4,000, and the credit note takes 4,000 + 2,000 back.
  it('takes back of the credit note what its stretch of the marginal tiers had paid', () => {
    const tiers = [
      { from: 0, to: 100000, rate: 0.1 },
      { from: 100000, rate: 0.2 },
    ];
    const plan = planOf({ components: [{ kind: 'commission', id: 'c', pays: 'sales', tiers }] });
    const deals = [
      dealOf(120000, { closeDate: civilDate('2017-04-10') }),
      dealOf(-40000, { closeDate: civilDate('2017-05-10') }),
    ];
    const statement = payout(plan, { ...inputsOf([]), deals });
    expect(dollars(statement.total.value)).toBe(8000);
    expect(statement.lines[0]?.byDeal.map(({ amount }) => dollars(amount))).toEqual([14000, -6000]);
  });
});

describe('limits and measures of two sides', () => {
  it('a cap of the whole plan limits what its components earn together: 10,000 + 3,000, at most 12,000', () => {
    const bonus: Component = { kind: 'kicker', id: 'each', perDeal: 3000 };
    expect(
      total(planOf({ components: [flat, bonus], caps: [{ amount: 12000, per: 'period' }] }), inputsOf([100000])),
    ).toBe(12000);
  });

  // Between cells, bilinear: halfway in both directions of 0, 100, 100, 200 lies their mean, 100.
  it('a linear matrix pays between its cells', () => {
    const matrix: Component = {
      kind: 'matrix',
      id: 'm',
      cell: 'amount',
      between: 'linear',
      rows: { measure: 'a', from: [0, 10] },
      columns: { measure: 'b', from: [0, 10] },
      cells: [
        [0, 100],
        [100, 200],
      ],
    };
    const plan = planOf({
      measures: [
        { id: 'a', counts: 'given' },
        { id: 'b', counts: 'given' },
      ],
      components: [matrix],
    });
    expect(total(plan, inputsOf([], { measures: { a: { value: 5 }, b: { value: 5 } } }))).toBe(100);
    expect(total(plan, inputsOf([], { measures: { a: { value: 10 }, b: { value: 5 } } }))).toBe(150);
  });

  it('a windfall is for review and takes nothing off', () => {
    const plan = planOf({
      measures: [{ id: 'sales', counts: 'credit', quota: { amount: 100000 } }],
      components: [flat],
      windfall: { overQuotaShare: 0.25 },
    });
    const statement = payout(plan, inputsOf([30000]));
    expect(dollars(statement.total.value)).toBe(3000);
    expect(statement.lines.some(({ standing }) => standing !== 'earned')).toBe(true);
  });
});

describe('when it is paid, and in what', () => {
  const deal = (more: Parameters<typeof dealOf>[1]) => ({
    ...inputsOf([]),
    deals: [dealOf(100000, { closeDate: civilDate('2017-04-10'), ...more })],
  });

  it('half at booking, half at go-live: 5,000 now, 10,000 once it is live', () => {
    const plan = planOf({
      components: [flat],
      instalments: [
        { share: 0.5, on: 'booking' },
        { share: 0.5, on: 'go-live' },
      ],
    });
    expect(now(plan, deal({}))).toBe(5000);
    expect(now(plan, deal({ goLiveOn: civilDate('2017-06-01') }))).toBe(10000);
  });

  it('the rest so many months after: one month after 10 April is in the quarter, six are not', () => {
    const plan = (months: number) =>
      planOf({
        components: [flat],
        instalments: [
          { share: 0.5, on: 'booking' },
          { share: 0.5, on: 'months-after', months },
        ],
      });
    expect(now(plan(1), deal({}))).toBe(10000);
    expect(now(plan(6), deal({}))).toBe(5000);
  });

  it('paid in another currency at the rate of the payment date: 10,000 dollars at 0.9 are 9,000 euros', () => {
    const plan = planOf({ components: [flat], conversion: { payment: 'payment-date', paidIn: 'EUR' } });
    const { payNow } = payout(plan, inputsOf([100000], { rates: { paymentDate: { EUR: 0.9 } } }));
    expect(payNow.value).toEqual({ minor: 900000, currency: 'EUR' });
  });
});

describe('kickers', () => {
  const kicker = (more: Partial<Kicker>) => planOf({ components: [{ kind: 'kicker', id: 'k', ...more } as Component] });
  const four = inputsOf([1000, 1000, 1000, 1000]);

  it('pays once when there are enough deals, from the third on, or for two at most', () => {
    expect(total(kicker({ once: 500, atLeastDeals: 4 }), four)).toBe(500);
    expect(total(kicker({ once: 500, atLeastDeals: 5 }), four)).toBe(0);
    expect(total(kicker({ perDeal: 250, fromDeal: 3 }), four)).toBe(500);
    expect(total(kicker({ perDeal: 250, atMostDeals: 2 }), four)).toBe(500);
  });

  it('is scaled by a modifier of the plan that names it, and by no other', () => {
    const measures = [
      { id: 'sales', counts: 'credit' },
      { id: 'csat', counts: 'given' },
    ] as const;
    const modifier = { measure: 'csat', steps: [{ from: 0.8, multiplier: 1.2 }] };
    const plan = (on?: readonly string[]) =>
      planOf({
        measures,
        components: [flat, { kind: 'kicker', id: 'k', perDeal: 1000 }],
        modifiers: [{ ...modifier, ...(on && { on }) }],
      });
    const inputs = inputsOf([100000], { measures: { csat: { value: 0.9 } } });
    expect(total(plan(), inputs)).toBe(12000 + 1000);
    expect(total(plan(['k']), inputs)).toBe(10000 + 1200);
  });

  it('pays a share of what the deal earns elsewhere: a fifth of 10,000', () => {
    const plan = planOf({
      components: [flat, { kind: 'kicker', id: 'k', ofPay: { components: ['flat'], share: 0.2 } }],
    });
    expect(total(plan, inputsOf([100000]))).toBe(12000);
  });
});
