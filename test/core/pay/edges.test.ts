import { describe, expect, it } from 'vitest';
import type { PayInputs } from '../../../src/core/pay/payout/inputs';
import { payout } from '../../../src/core/pay/payout/payout';
import type { Component } from '../../../src/core/pay/plan/component';
import type { CompPlan } from '../../../src/core/pay/plan/plan';
import { moneyOf } from '../../../src/core/value/money';
import { dealOf, dollars, inputsOf, planOf } from './plan-kit';

const flat: Component = { kind: 'commission', id: 'flat', pays: 'sales', rate: 0.1 };
const total = (plan: CompPlan, inputs: PayInputs): number => dollars(payout(plan, inputs).total.value);
const toGo = (plan: CompPlan, inputs: PayInputs) =>
  payout(plan, inputs).thresholds.map((point) => [point.toGo, point.reached]);

describe('exactly 100 % of quota', () => {
  const measures = [{ id: 'sales', counts: 'credit', quota: { amount: 100000 } }] as const;
  const step = (boundary: 'higher-tier' | 'lower-tier') =>
    planOf({
      measures,
      components: [
        {
          kind: 'commission',
          id: 'step',
          pays: 'sales',
          axis: { measure: 'sales', by: 'attainment' },
          method: 'retroactive',
          boundary,
          tiers: [
            { from: 0, to: 1, rate: 0.05 },
            { from: 1, rate: 0.1 },
          ],
        },
      ],
    });

  // Oracle: "a value equal to a To/From edge takes the higher tier". https://docs.oracle.com/en/cloud/saas/sales/facmi/equal-tier-values.html
  it('has reached the higher tier where that owns the edge', () => {
    const plan = step('higher-tier');
    expect([total(plan, inputsOf(['99999.99'])), total(plan, inputsOf([100000]))]).toEqual([5000, 10000]);
    expect(toGo(plan, inputsOf(['99999.99']))).toEqual([['0.01', false]]);
    expect(toGo(plan, inputsOf([100000]))).toEqual([['0', true]]);
  });

  it('is a cent short of it where the tier below owns the edge', () => {
    const plan = step('lower-tier');
    expect([total(plan, inputsOf([100000])), total(plan, inputsOf(['100000.01']))]).toEqual([5000, 10000]);
    expect(toGo(plan, inputsOf([100000]))).toEqual([['0.01', false]]);
    expect(toGo(plan, inputsOf(['100000.01']))).toEqual([['-0.01', true]]);
  });

  it('is one deal short of a level that only more deals reach', () => {
    const level: Component = {
      kind: 'milestones',
      id: 'level',
      axis: { measure: 'deals' },
      boundary: 'lower-tier',
      levels: [{ at: 2, amount: 500 }],
    };
    const plan = planOf({ measures: [{ id: 'deals', counts: 'deals' }], components: [level] });
    expect([total(plan, inputsOf([1, 1])), total(plan, inputsOf([1, 1, 1]))]).toEqual([0, 500]);
    expect(toGo(plan, inputsOf([1, 1]))).toEqual([['1', false]]);
  });
});

describe('a stated sum', () => {
  const halfCents: readonly Component[] = [
    { ...flat, rate: 0.5 },
    { ...flat, id: 'again', rate: 0.5 },
  ];

  // Each line pays half of 1.01: 0.505, that is 0.51.
  it('is what a cap, a draw or a guarantee pays, to the cent', () => {
    expect(total(planOf({ components: halfCents, caps: [{ amount: 1, per: 'period' }] }), inputsOf(['1.01']))).toBe(1);
    const draw = (amount: number) => planOf({ components: halfCents, draw: { kind: 'recoverable', amount } });
    expect(total(draw(100), inputsOf(['1.01']))).toBe(100);
    const owing = { draw: { owed: [{ amount: 500, periodsAgo: 1 }], period: 2 } };
    expect(total(draw(1), inputsOf(['1.01'], owing))).toBe(1);
  });
});

describe('what a rule asks of a deal', () => {
  it('is asked of the whole deal where it is the amount, however many lines that has', () => {
    const plan = planOf({
      components: [{ kind: 'kicker', id: 'large', perDeal: 500, where: [{ field: 'amount', atLeast: 100000 }] }],
    });
    const lines = [{ amount: moneyOf(60000, 'USD') }, { amount: moneyOf(60000, 'USD') }];
    expect(total(plan, { ...inputsOf([]), deals: [dealOf(120000, { lines })] })).toBe(500);
    expect(total(plan, { ...inputsOf([]), deals: [dealOf(120000, { lines, share: 0.5 })] })).toBe(0);
  });

  it('leaves pay provisional while nobody knows whether a gate is open', () => {
    const gates = [{ measure: 'csat', atLeast: 0.8, otherwise: 'nothing' }] as const;
    const plan = planOf({
      measures: [
        { id: 'sales', counts: 'credit' },
        { id: 'csat', counts: 'given' },
      ],
      components: [{ ...flat, gates }],
    });
    expect(payout(plan, inputsOf([1000])).lines[0]).toMatchObject({ amount: { minor: 0 }, standing: 'provisional' });
    const closed = inputsOf([1000], { measures: { csat: { value: 0.7 } } });
    expect(payout(plan, closed).lines[0]).toMatchObject({ amount: { minor: 0 }, standing: 'earned' });
  });
});
