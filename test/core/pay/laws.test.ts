import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPlan } from '../../../src/core/pay/lint/lint';
import { count, work } from '../../../src/core/pay/payout/count';
import { payout, payRounded, payTotal } from '../../../src/core/pay/payout/payout';
import { currency } from '../../../src/core/value/currency';
import { ZERO } from '../../../src/core/value/decimal';
import { isExplained } from '../../../src/core/value/explained';
import { roundMoney, sum } from '../../../src/core/value/money';
import { type NaivePlan, naivePay } from './naive';
import { dealOf, inputsOf } from './plan-kit';
import { asCompPlan, naivePlans } from './random-plans';

const usd = currency('USD');
const cents = fc.array(fc.integer({ min: 1, max: 130 }), { maxLength: 5 });
const quotas = fc.constantFrom(null, 100 as const);
const inDollars = (deals: readonly number[]) => inputsOf(deals.map((each) => (each / 100).toFixed(2)));

describe('laws of pay', () => {
  it('agrees with paying cent by cent on 10,000 random plans and deals', { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(naivePlans, cents, quotas, (plan, deals, quota) => {
        // The steps alone: what a statement makes of their lines is the next law's.
        const { lines } = work(count(asCompPlan(plan, quota), inDollars(deals)));
        const paid = (id: string) => roundMoney(lines.find((line) => line.id === id)?.amount ?? ZERO, usd).minor;
        const [tiers, levels, kicker] = naivePay(plan, deals);
        return paid('tiers') === tiers && paid('levels') === levels && paid('spif') === kicker;
      }),
      { numRuns: 10_000 },
    );
  });

  it('has lines that add up to the total, and parts and slices that add up to their line', () => {
    fc.assert(
      fc.property(naivePlans, cents, quotas, (plan, deals, quota) => {
        const [comp, inputs] = [asCompPlan(plan, quota), inDollars(deals)];
        const { lines, total } = payout(comp, inputs);
        // What a supposed deal is held against is what the statement says, to the cent.
        expect(payRounded(count(comp, inputs))).toEqual(total.value);
        const exactly = work(count(comp, inputs)).lines.map((line) => roundMoney(line.amount, usd).minor);
        expect(lines.map(({ amount }) => amount.minor)).toEqual(exactly);
        expect(
          sum(
            lines.map(({ amount }) => amount),
            usd,
          ),
        ).toEqual(total.value);
        for (const line of lines) {
          expect(
            sum(
              line.parts.map(({ amount }) => amount),
              usd,
            ),
          ).toEqual(line.amount);
          if (line.slices.length === 0 || plan.cap !== null) continue;
          // What lies below the first tier is no tier's; a retroactive one pays it as well.
          if (plan.tiers[0]!.from > 0) continue;
          expect(
            sum(
              line.slices.map(({ pays }) => pays.value),
              usd,
            ),
          ).toEqual(line.amount);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('never pays less for more credit unless the linter said so', () => {
    let silent = 0;
    fc.assert(
      fc.property(naivePlans, cents, fc.integer({ min: 1, max: 200 }), quotas, (plan, deals, more, quota) => {
        const comp = asCompPlan(plan, quota);
        if (lintPlan(comp).some(({ because }) => FALLS.includes(because.key))) return;
        silent += 1;
        const counted = count(comp, inDollars(deals));
        const extra = payTotal(counted, [dealOf((more / 100).toFixed(2))]);
        expect(extra.gte(payTotal(counted))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
    expect(silent).toBeGreaterThan(300);
  });

  it('warns where pay falls only because a threshold keeps back what lies below it', () => {
    // 56 cents of fixed sums just below 3.24; from there on 17.29 % of all above 0.02, which is 55.67 cents.
    const tier = (
      from: number,
      to: number,
      method: 'marginal' | 'retroactive',
      pays: { cents: number } | { rate: number },
    ) => ({
      from,
      to,
      method,
      ownsEdge: false,
      pays,
    });
    const plan = (threshold: NaivePlan['threshold']): NaivePlan => ({
      scope: 'period',
      tiers: [
        tier(141, 205, 'marginal', { cents: 22 }),
        tier(205, 324, 'marginal', { cents: 34 }),
        tier(324, 400, 'retroactive', { rate: 1729 }),
      ],
      threshold,
      milestones: [],
      cap: null,
      perDeal: null,
    });
    const warned = (threshold: NaivePlan['threshold']) =>
      lintPlan(asCompPlan(plan(threshold), null)).map(({ because }) => because.key);
    expect(warned({ at: 2, pays: 'excess', above: false })).toContain('pay_plan_pays_less');
    // 17.29 % of everything is 56.02 cents.
    expect(warned(null)).not.toContain('pay_plan_pays_less');
  });

  it('pays the same whatever order the deals stand in', () => {
    fc.assert(
      fc.property(naivePlans, cents, quotas, (plan, deals, quota) => {
        const comp = asCompPlan(plan, quota);
        expect(payout(comp, inDollars(deals)).total.value).toEqual(
          payout(comp, inDollars([...deals].reverse())).total.value,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('pays a supposed deal as if it had been there from the start', () => {
    fc.assert(
      fc.property(naivePlans, cents, fc.integer({ min: 1, max: 200 }), quotas, (plan, deals, more, quota) => {
        const comp = asCompPlan(plan, quota);
        const counted = count(comp, inDollars(deals));
        const supposed = payTotal(counted, [dealOf((more / 100).toFixed(2))]);
        expect(supposed.toFixed()).toBe(payTotal(count(comp, inDollars([...deals, more]))).toFixed());
      }),
      { numRuns: 500 },
    );
  });

  it('explains every line that it pays', () => {
    fc.assert(
      fc.property(naivePlans, cents, quotas, (plan, deals, quota) => {
        for (const { pay, amount } of payout(asCompPlan(plan, quota), inDollars(deals)).lines) {
          expect(isExplained(pay) && pay.value).toEqual(amount);
          expect(isExplained(pay) && pay.rule.key.startsWith('pay_')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const FALLS = ['pay_plan_pays_less', 'pay_plan_falls_inside'];
