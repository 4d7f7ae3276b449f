import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../../src/core/pay/payout/count';
import type { CreditedDeal } from '../../../src/core/pay/payout/inputs';
import { payout, payTotal } from '../../../src/core/pay/payout/payout';
import { payoutSeries } from '../../../src/core/pay/payout/series';
import type { Component } from '../../../src/core/pay/plan/component';
import type { CompPlan } from '../../../src/core/pay/plan/plan';
import { moneyOf } from '../../../src/core/value/money';
import { dealOf, inputsOf, planOf } from './plan-kit';
import { asCompPlan, naivePlans } from './random-plans';

const inCents = (cents: number): string => (cents / 100).toFixed(2);
const deals = fc.array(fc.integer({ min: 1, max: 130 }), { maxLength: 3 });
const periods = fc.array(deals, { minLength: 1, maxLength: 4 });
const inputsFor = (all: readonly (readonly number[])[]) => all.map((each) => inputsOf(each.map(inCents)));
const paidIn = (plan: CompPlan, all: readonly (readonly number[])[]): number[] =>
  payoutSeries(plan, inputsFor(all)).map(({ total }) => total.value.minor);
const summed = (minor: readonly number[]): number => minor.reduce((sum, each) => sum + each, 0);

describe('laws of a year in periods', () => {
  it('a cumulative plan pays, period by period, what the whole year pays in one: to the cent', () => {
    fc.assert(
      fc.property(naivePlans, periods, (naive, all) => {
        const { components } = asCompPlan({ ...naive, scope: 'period', cap: null, perDeal: null }, null);
        const [tiers] = components;
        const plan = planOf({ components: [{ ...tiers, scope: 'year-to-date' } as Component] });
        const whole = payout(planOf({ components: [tiers as Component] }), inputsOf(all.flat().map(inCents)));
        expect(summed(paidIn(plan, all))).toBe(whole.total.value.minor);
      }),
      { numRuns: 120 },
    );
  });

  it('a recoverable draw never pays less than the draw, and lends what it pays beyond what is earned', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 5000 }), (all, draw, rate) => {
        const components: Component[] = [
          { kind: 'commission', id: 'c', pays: 'sales', rate: (rate / 10000).toFixed(4) },
        ];
        const plan = planOf({ components, draw: { kind: 'recoverable', amount: inCents(draw) } });
        const statements = payoutSeries(plan, inputsFor(all));
        for (const { total } of statements) expect(total.value.minor).toBeGreaterThanOrEqual(draw);
        const owed = statements.at(-1)?.carryOver.drawOwed.reduce((sum, { amount }) => sum + Number(amount), 0) ?? 0;
        const earned = all.flat().reduce((sum, cents) => sum + (cents * rate) / 10000, 0);
        // Half a cent of rounding a period.
        const paid = summed(statements.map(({ total }) => total.value.minor));
        expect(Math.abs(paid - earned - owed * 100)).toBeLessThanOrEqual(all.length / 2 + 1e-6);
      }),
      { numRuns: 80 },
    );
  });

  it('a cap of the year leaves the least of the cap and what is earned, in whatever order the periods come', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 0, max: 300 }), fc.boolean(), (all, cap, ofPlan) => {
        const caps = [{ amount: inCents(cap), per: 'year' as const }];
        const commission: Component = { kind: 'commission', id: 'c', pays: 'sales', rate: 1 };
        const plan = ofPlan
          ? planOf({ components: [commission], caps })
          : planOf({ components: [{ ...commission, caps }] });
        const paid = paidIn(plan, all);
        expect(summed(paid)).toBe(Math.min(cap, summed(all.flat())));
        expect(paid.every((each) => each >= 0)).toBe(true);
        expect(summed(paidIn(plan, [...all].reverse()))).toBe(summed(paid));
      }),
      { numRuns: 80 },
    );
  });
});

describe('laws of credit', () => {
  const tiered = (code: string): CompPlan =>
    planOf({
      currency: code,
      components: [
        {
          kind: 'commission',
          id: 'c',
          pays: 'sales',
          tiers: [
            { from: 0, to: 1, rate: '0.0333' },
            { from: 1, rate: '0.0777' },
          ],
        },
      ],
    });

  it('shares of a deal earn together what the whole of it earns, where one rate holds', () => {
    const components: Component[] = [{ kind: 'commission', id: 'c', pays: 'sales', rate: '0.0333' }];
    const plan = planOf({ components });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1000 }), (cents, thousandth) => {
        const earns = (share: string) =>
          payTotal(count(plan, { ...inputsOf([]), deals: [dealOf(inCents(cents), { share })] }));
        const [one, other] = [(thousandth / 1000).toFixed(3), ((1000 - thousandth) / 1000).toFixed(3)];
        expect(earns(one).plus(earns(other)).toFixed()).toBe(earns('1').toFixed());
      }),
      { numRuns: 80 },
    );
  });

  it('is paid alike in every currency, and rounded to its own digits: none for the yen, three for the Kuwaiti dinar', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 4 }), (amounts) => {
        const paid = (code: string) => {
          const won: CreditedDeal[] = amounts.map((amount, id) => ({ id: `${id}`, amount: moneyOf(amount, code) }));
          return payout(tiered(code), { ...inputsOf([]), deals: won }).total.value.minor;
        };
        const all = summed(amounts);
        // In ten-thousandths: 3.33 % of the first unit, 7.77 % of the rest; whole numbers, so that a half is a half.
        const exact = 333 + 777 * (all - 1);
        const rounded = (digits: number): number => Math.floor((exact * 10 ** digits * 2 + 10_000) / 20_000);
        expect([paid('JPY'), paid('USD'), paid('KWD')]).toEqual([rounded(0), rounded(2), rounded(3)]);
      }),
      { numRuns: 80 },
    );
  });
});
