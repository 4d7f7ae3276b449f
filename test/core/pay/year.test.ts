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

  // 10 % of the year's 150,000 is 15,000: 6,000 more than the 9,000 paid, and less than the 10,000 of a quarter.
  it('caps what a quarter pays of the year to date, and not the year, where the cap is of the period', () => {
    const cumulative: Component = { ...flat, scope: 'year-to-date', caps: [{ amount: 10000, per: 'period' }] };
    const plan = planOf({ components: [cumulative] });
    expect(totals(plan, [inputsOf([90000]), inputsOf([60000])])).toEqual([9000, 6000]);
    // What a quarter's cap has held off is paid by the true-up of the next.
    expect(totals(plan, [inputsOf([120000]), inputsOf([10000])])).toEqual([10000, 3000]);
  });

  // Twice a target of 40,000 a year is 80,000: 30,000, 30,000 and the 20,000 that are left.
  it("takes a share of the year's target where the cap is of the year", () => {
    const quarters = [inputsOf([300000]), inputsOf([300000]), inputsOf([300000])];
    const caps = [{ payout: 2, per: 'year' }] as const;
    const targetPay = { variable: 40000 };
    expect(totals(planOf({ targetPay, components: [{ ...flat, caps }] }), quarters)).toEqual([30000, 30000, 20000]);
    expect(totals(planOf({ targetPay, caps, components: [flat] }), quarters)).toEqual([30000, 30000, 20000]);
  });

  it("caps levels of the year at the year's sum: 5,000, then 3,000 of the second 5,000", () => {
    const levels = [
      { at: 100000, amount: 5000 },
      { at: 200000, amount: 5000 },
    ];
    const plan = planOf({ components: [{ ...level, levels, caps: [{ amount: 8000, per: 'year' }] } as Component] });
    expect(totals(plan, [inputsOf([150000]), inputsOf([60000])])).toEqual([5000, 3000]);
  });

  // 10 % of 130,000 would be 13,000, but a cap of 12,000 had been reached: that is what was paid, and nothing is taken back.
  it('takes what was paid earlier, where nobody says it, to have been capped as well', () => {
    const plan = planOf({
      components: [{ ...flat, scope: 'year-to-date', caps: [{ amount: 12000, per: 'year' }] }],
    });
    const earlier = { credit: { sales: 130000 } };
    expect(dollars(payout(plan, inputsOf([10000], { earlier })).total.value)).toBe(0);
  });

  // 5 % of ten cents is half a cent a month; of the year's 40 cents it is two.
  it('pays the year to the cent, whatever the months were rounded to', () => {
    const plan = planOf({ components: [{ ...flat, rate: 0.05, scope: 'year-to-date' } as Component] });
    const months = Array.from({ length: 4 }, () => inputsOf(['0.10']));
    expect(totals(plan, months)).toEqual([0.01, 0, 0.01, 0]);
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
