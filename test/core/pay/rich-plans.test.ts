import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPlan } from '../../../src/core/pay/lint/lint';
import { count } from '../../../src/core/pay/payout/count';
import type { CreditedDeal, PayInputs } from '../../../src/core/pay/payout/inputs';
import { payout, payRounded, payTotal } from '../../../src/core/pay/payout/payout';
import type { Component, Gate } from '../../../src/core/pay/plan/component';
import type { CompPlan } from '../../../src/core/pay/plan/plan';
import type { Tier } from '../../../src/core/pay/plan/tier';
import { addDays } from '../../../src/core/value/civil-date';
import { currency } from '../../../src/core/value/currency';
import { moneyOf, sum } from '../../../src/core/value/money';
import { planOf, Q2 } from './plan-kit';

const usd = currency('USD');
const inCents = (cents: number) => moneyOf((cents / 100).toFixed(2), 'USD');
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2, nil: undefined });

const tiers: fc.Arbitrary<Tier[]> = fc
  .array(
    fc.record({
      width: fc.constantFrom(25, 40, 60),
      method: fc.constantFrom('marginal' as const, 'retroactive' as const),
      boundary: fc.constantFrom('higher-tier' as const, 'lower-tier' as const),
      pays: fc.constantFrom({ rate: 0.01 }, { rate: 0.0333 }, { rate: 0.1 }, { amount: 3 }, { amount: 7.55 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => {
    let at = 0;
    return all.map(({ width, pays, ...tier }, index) => {
      const from = at;
      at += width;
      return { from, ...(index < all.length - 1 && { to: at }), ...tier, ...pays };
    });
  });

const otherwise = fc.constantFrom<Gate['otherwise']>(
  'nothing',
  'no-accelerator',
  { multipliedBy: 0.5 },
  { amountAtMost: 3 },
);

/** Plans with everything in them at once: scopes, gates, caps of every reach, levels of the year, uplifts, SPIFs, draws. */
const plans: fc.Arbitrary<CompPlan> = fc
  .record({
    scope: fc.constantFrom('transaction' as const, 'period' as const, 'year-to-date' as const),
    periodOnly: fc.boolean(),
    tiers,
    gate: sometimes(otherwise),
    cap: sometimes(fc.constantFrom('deal' as const, 'period' as const, 'year' as const)),
    levels: sometimes(fc.constantFrom('period' as const, 'year-to-date' as const)),
    uplift: fc.boolean(),
    spif: sometimes(fc.constantFrom({ fromDeal: 2 }, { atMostDeals: 2 }, {})),
    planCap: sometimes(fc.constantFrom('period' as const, 'year' as const)),
    most: sometimes(fc.constant(60)),
    draw: sometimes(fc.constant(4)),
  })
  .map((has) => {
    const components: Component[] = [
      {
        kind: 'commission',
        id: 'tiers',
        pays: 'sales',
        scope: has.scope,
        tiers: has.tiers,
        ...(has.scope === 'year-to-date' && has.periodOnly && { payment: 'period-only' as const }),
        ...(has.cap && { caps: [{ amount: 5, per: has.cap }] }),
        ...(has.gate && {
          gates: [
            { measure: 'all', by: 'attainment' as const, atLeast: 0.6, acceleratesFrom: 50, otherwise: has.gate },
          ],
        }),
      },
    ];
    if (has.levels)
      components.push({
        kind: 'milestones',
        id: 'levels',
        axis: { measure: 'sales', window: has.levels },
        levels: [
          { at: 50, amount: 4 },
          { at: 100, amount: 5 },
        ],
      });
    if (has.uplift)
      components.push({ kind: 'kicker', id: 'up', creditUplift: 0.25, where: [{ field: 'newLogo', is: [true] }] });
    if (has.spif)
      components.push({
        kind: 'kicker',
        id: 'spif',
        perDeal: 1.5,
        where: [{ field: 'amount', atLeast: 20 }],
        ...has.spif,
      });
    return planOf({
      measures: [
        { id: 'sales', counts: 'credit', where: [{ field: 'type', is: ['new'] }] },
        { id: 'all', counts: 'credit', quota: { amount: 120 } },
      ],
      components,
      ...(has.planCap && { caps: [{ amount: 11, per: has.planCap }] }),
      ...(has.most && { crediting: { dealCreditAtMost: has.most } }),
      ...(has.draw && { draw: { kind: 'recoverable' as const, amount: has.draw } }),
    });
  });

/** Sales and credit notes, whole, shared or in two product lines, one a day. */
const deals: fc.Arbitrary<CreditedDeal[]> = fc
  .array(
    fc.record({
      cents: fc.integer({ min: -1_500, max: 9_000 }),
      newLogo: fc.boolean(),
      type: fc.constantFrom('new', 'old'),
      share: sometimes(fc.constant(0.5)),
      lines: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ cents, share, lines, ...deal }, index): CreditedDeal => {
      const part = Math.trunc(cents * 0.4);
      return {
        id: `d${index}`,
        amount: inCents(cents),
        closeDate: addDays(Q2.start, index),
        ...deal,
        ...(share !== undefined && { share }),
        ...(lines && { lines: [{ amount: inCents(part) }, { amount: inCents(cents - part) }] }),
      };
    }),
  );

const earlier: fc.Arbitrary<PayInputs['earlier']> = sometimes(
  fc.record({
    credit: fc.record({ sales: fc.constantFrom(0, 40, 130), all: fc.constantFrom(0, 90) }),
    quota: fc.constant({ all: 120 }),
    paid: fc.record({ tiers: fc.constantFrom(0, 2, 5) }),
  }),
);

describe('laws of plans with everything in them', () => {
  it('order never matters, a supposed deal pays as if it had been there, and lines, parts and total agree to the cent', () => {
    fc.assert(
      fc.property(plans, deals, earlier, (plan, all, before) => {
        fc.pre(!lintPlan(plan).some(({ severity }) => severity === 'error'));
        const of = (some: readonly CreditedDeal[]): PayInputs => ({
          period: Q2,
          deals: some,
          ...(before && { earlier: before }),
        });
        const counted = count(plan, of(all));
        const exact = payTotal(counted).toFixed(12);
        expect(payTotal(count(plan, of([...all].reverse()))).toFixed(12)).toBe(exact);
        expect(payTotal(count(plan, of(all.slice(0, -1))), all.slice(-1)).toFixed(12)).toBe(exact);
        const { lines, total } = payout(plan, of(all));
        expect(payRounded(counted)).toEqual(total.value);
        const amounts = lines.map(({ amount }) => amount);
        expect(sum(amounts, usd)).toEqual(total.value);
        for (const { amount, parts } of lines)
          expect(
            sum(
              parts.map((part) => part.amount),
              usd,
            ),
          ).toEqual(amount);
      }),
      { numRuns: 120 },
    );
  });
});
