import fc from 'fast-check';
import type { Component } from '../../../src/core/pay/plan/component';
import type { CompPlan } from '../../../src/core/pay/plan/plan';
import type { Tier } from '../../../src/core/pay/plan/tier';
import type { NaivePlan, NaiveTier } from './naive';
import { planOf } from './plan-kit';

const dollars = (cents: number): string => (cents / 100).toFixed(2);

const pays = fc.oneof(
  { weight: 4, arbitrary: fc.record({ rate: fc.integer({ min: 0, max: 5000 }) }) },
  { weight: 1, arbitrary: fc.record({ cents: fc.integer({ min: 0, max: 60 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ cents: fc.integer({ min: 0, max: 60 }), rises: fc.integer({ min: 0, max: 40 }) }),
  },
);

const tiers: fc.Arbitrary<NaiveTier[]> = fc
  .record({
    from: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 80 }) }),
    widths: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 5 }),
    what: fc.array(fc.record({ pays, retroactive: fc.boolean(), ownsEdge: fc.boolean() }), {
      minLength: 5,
      maxLength: 5,
    }),
    open: fc.boolean(),
  })
  .map(({ from, widths, what, open }) => {
    let at = from;
    return widths.map((width, index) => {
      const own = what[index]!;
      const start = at;
      at += width;
      const line = 'rises' in own.pays;
      const last = index === widths.length - 1 && open && !line;
      const method: NaiveTier['method'] = line ? 'interpolated' : own.retroactive ? 'retroactive' : 'marginal';
      return { from: start, to: last ? null : at, method, ownsEdge: own.ownsEdge, pays: own.pays };
    });
  });

/** Plans of every method, scope, edge rule and threshold, mixed in one component, with levels, a cap and a kicker beside it. */
export const naivePlans: fc.Arbitrary<NaivePlan> = fc.record({
  scope: fc.constantFrom('transaction' as const, 'period' as const),
  tiers,
  threshold: fc.option(
    fc.record({
      at: fc.integer({ min: 1, max: 150 }),
      pays: fc.constantFrom('excess' as const, 'everything' as const),
      above: fc.boolean(),
    }),
    { freq: 3 },
  ),
  milestones: fc
    .uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 3 })
    .map((levels) => levels.sort((a, b) => a - b).map((at) => ({ at, cents: 7 }))),
  cap: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 3 }),
  perDeal: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 3 }),
});

/** The same plan in the plan's language. `quota`: the axis is attainment of so many cents, else the amount itself. */
export function asCompPlan(plan: NaivePlan, quota: 100 | null): CompPlan {
  // Of a quota of one dollar a cent is one per cent, so edges stay exact.
  const edge = (cents: number): string => (quota === null ? dollars(cents) : (cents / quota).toFixed(2));
  const axis = { measure: 'sales', by: quota === null ? 'value' : 'attainment' } as const;
  const components: Component[] = [
    {
      kind: 'commission',
      id: 'tiers',
      pays: 'sales',
      axis,
      scope: plan.scope,
      ...(plan.threshold !== null && {
        threshold: {
          at: edge(plan.threshold.at),
          pays: plan.threshold.pays,
          reachedAt: plan.threshold.above ? 'above' : 'exactly',
        },
      }),
      tiers: plan.tiers.map((tier) => asTier(tier, edge)),
      ...(plan.cap !== null && { caps: [{ amount: dollars(plan.cap), per: 'period' as const }] }),
    },
  ];
  if (plan.milestones.length > 0) {
    components.push({
      kind: 'milestones',
      id: 'levels',
      axis,
      levels: plan.milestones.map(({ at, cents }) => ({ at: edge(at), amount: dollars(cents) })),
    });
  }
  if (plan.perDeal !== null) components.push({ kind: 'kicker', id: 'spif', perDeal: dollars(plan.perDeal) });
  return planOf({
    measures: [{ id: 'sales', counts: 'credit', ...(quota !== null && { quota: { amount: dollars(quota) } }) }],
    components,
  });
}

function asTier(tier: NaiveTier, edge: (cents: number) => string): Tier {
  const figure =
    'rate' in tier.pays
      ? { rate: (tier.pays.rate / 10000).toFixed(4) }
      : 'rises' in tier.pays
        ? { amount: { at: dollars(tier.pays.cents), to: dollars(tier.pays.cents + tier.pays.rises) } }
        : { amount: dollars(tier.pays.cents) };
  return {
    from: edge(tier.from),
    ...(tier.to !== null && { to: edge(tier.to) }),
    method: tier.method,
    boundary: tier.ownsEdge ? 'higher-tier' : 'lower-tier',
    ...figure,
  };
}
