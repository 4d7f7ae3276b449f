import { describe, expect, it } from 'vitest';
import { payout } from '../../../src/core/pay/payout/payout';
import { payoutSeries } from '../../../src/core/pay/payout/series';
import type { Component } from '../../../src/core/pay/plan/component';
import { isExplained } from '../../../src/core/value/explained';
import { dealOf, dollars, inputsOf, planOf } from './plan-kit';

const flat: Component = { kind: 'commission', id: 'flat', pays: 'sales', rate: 0.1 };
const level: Component = {
  kind: 'milestones',
  id: 'level',
  axis: { measure: 'sales', window: 'year-to-date' },
  levels: [{ at: 100000, amount: 5000 }],
};
const totals = (...args: Parameters<typeof payoutSeries>): number[] =>
  payoutSeries(...args).map(({ total }) => dollars(total.value));

describe('a year in periods', () => {
  // 10 % of 90,000, 60,000 and 50,000 is 9,000, 6,000 and 5,000; of 12,000 a year, 9,000, 3,000 and nothing are left.
  it("caps the year's pay of the whole plan, and a period after the cap pays nothing and takes nothing back", () => {
    const plan = planOf({ components: [flat], caps: [{ amount: 12000, per: 'year' }] });
    expect(totals(plan, [inputsOf([90000]), inputsOf([60000]), inputsOf([50000])])).toEqual([9000, 3000, 0]);
    expect(totals(plan, [inputsOf([150000]), inputsOf([1000]), inputsOf([20000])])).toEqual([12000, 0, 0]);
  });

  it("caps the year's pay of one component in the same way, and takes nothing back of what was paid above it", () => {
    const plan = planOf({ components: [{ ...flat, caps: [{ amount: 12000, per: 'year' }] }] });
    expect(totals(plan, [inputsOf([90000]), inputsOf([60000]), inputsOf([50000])])).toEqual([9000, 3000, 0]);
    expect(dollars(payout(plan, inputsOf([1000], { earlier: { paid: { flat: 13000 } } })).total.value)).toBe(0);
  });

  it('pays a level of the year once, also where only the earlier credit is known', () => {
    const plan = planOf({ components: [level] });
    expect(totals(plan, [inputsOf([150000]), inputsOf([10000])])).toEqual([5000, 0]);
    expect(totals(plan, [inputsOf([90000]), inputsOf([10000])])).toEqual([0, 5000]);
    const later = payout(plan, inputsOf([10000], { earlier: { credit: { sales: 150000 } } }));
    expect(dollars(later.total.value)).toBe(0);
    const pay = later.lines[0]?.pay;
    const terms = pay !== undefined && isExplained(pay) ? pay.terms : [];
    expect(terms.map(({ name }) => name.key)).toContain('pay_term_paid_before');
  });

  it('keeps for the next period what a component of an older plan was paid', () => {
    const plan = planOf({ components: [flat], caps: [{ amount: 12000, per: 'year' }] });
    const earlier = { paid: { gone: 10000 } };
    expect(totals(plan, [inputsOf([10000], { earlier }), inputsOf([90000])])).toEqual([1000, 1000]);
  });
});

describe('instalments under a cap of the plan', () => {
  // 10 % of 150,000 is capped at 10,000; a fifth of that is due on booking, four fifths wait for cash.
  it('hold back their share of what the cap leaves', () => {
    const plan = planOf({
      components: [flat],
      caps: [{ amount: 10000, per: 'period' }],
      instalments: [
        { share: 0.2, on: 'booking' },
        { share: 0.8, on: 'cash' },
      ],
    });
    const statement = payout(plan, { ...inputsOf([]), deals: [dealOf(150000)] });
    expect(dollars(statement.total.value)).toBe(10000);
    expect(dollars(statement.payNow.value)).toBe(2000);
    expect(statement.carryOver.heldBack.map(({ amount }) => Number(amount))).toEqual([8000]);
  });
});
