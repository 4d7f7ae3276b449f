import { describe, expect, it } from 'vitest';
import { curveOf } from '../../../src/core/pay/curve';
import { count } from '../../../src/core/pay/payout/count';
import type { Component } from '../../../src/core/pay/plan/component';
import { Decimal } from '../../../src/core/value/decimal';
import { dealOf, inputsOf, planOf } from './plan-kit';

const attained = (extra: Partial<Component> = {}): Component =>
  ({
    kind: 'commission',
    id: 'new',
    pays: 'sales',
    axis: { measure: 'sales', by: 'attainment' },
    tiers: [
      { from: 0, to: 0.6, rate: 0.04 },
      { from: 0.6, to: 1, rate: 0.07 },
      { from: 1, to: 1.3, rate: 0.12 },
      { from: 1.3, rate: 0.15 },
    ],
    ...extra,
  }) as Component;
const bonus: Component = {
  kind: 'milestones',
  id: 'quarter',
  axis: { measure: 'sales', by: 'attainment' },
  levels: [{ at: 1, amount: 2500 }],
};
const measures = [{ id: 'sales', counts: 'credit', quota: { amount: 90000 } }] as const;

describe('pay as a function of more credit', () => {
  it('has a piece for every tier ahead and a jump where a sum is paid', () => {
    const curve = curveOf(count(planOf({ measures, components: [attained(), bonus] }), inputsOf([60000])));
    // 54,000 at 4 % and 6,000 at 7 % by now; 30,000 to quota, 57,000 to 130 %.
    expect(curve.straight).toBe(true);
    expect(curve.at(0)).toBeCloseTo(2160 + 420, 6);
    expect(curve.at(29999.99)).toBeCloseTo(2160 + 2520, 2);
    expect(curve.at(30000)).toBeCloseTo(2160 + 2520 + 2500, 6);
    expect(curve.at(57000)).toBeCloseTo(2160 + 2520 + 2500 + 3240, 6);
    expect(curve.at(67000)).toBeCloseTo(2160 + 2520 + 2500 + 3240 + 1500, 6);
    expect(curve.at(1_000_000)).toBeCloseTo(2160 + 2520 + 2500 + 3240 + 0.15 * 943000, 4);
    expect(curve.pieces.map(({ slope }) => Number(slope.toFixed(6)))).toEqual([0.07, 0.12, 0.15]);
  });

  it('finds the point at which a cap stops pay', () => {
    const capped = planOf({ measures, components: [attained({ caps: [{ amount: 6000, per: 'period' }] })] });
    const curve = curveOf(count(capped, inputsOf([60000])));
    // 4,680 at quota, so 1,320 more at 12 %: 11,000 above it.
    expect(curve.at(40999)).toBeCloseTo(6000 - 0.12, 3);
    expect(curve.at(41000)).toBeCloseTo(6000, 3);
    expect(curve.at(500000)).toBeCloseTo(6000, 6);
  });

  it('agrees with the engine at every point, also where a rate itself moves', () => {
    const sliding = planOf({
      measures,
      components: [
        {
          kind: 'commission',
          id: 'slide',
          pays: 'sales',
          axis: { measure: 'sales', by: 'attainment' },
          tiers: [
            { from: 0, to: 0.5, rate: 0.02, method: 'retroactive' },
            { from: 0.5, to: 1, rate: { at: 0.02, to: 0.08 } },
            { from: 1, rate: 0.08, method: 'retroactive' },
          ],
        },
      ],
    });
    const curve = curveOf(count(sliding, inputsOf([10000])));
    expect(curve.straight).toBe(false);
    for (let more = 0; more < 200_000; more += 1_777) {
      expect(Math.abs(curve.at(more) - curve.exactly(new Decimal(more)).toNumber())).toBeLessThan(0.5);
    }
  });

  // One deal of 50,000 pays 3 % of all of it, one cent less pays 1 %; 60,000 in other deals change nothing.
  it('knows the edges of tiers that look at each deal alone', () => {
    const each: Component = {
      kind: 'commission',
      id: 'each',
      pays: 'sales',
      scope: 'transaction',
      method: 'retroactive',
      tiers: [
        { from: 0, to: 50000, rate: 0.01 },
        { from: 50000, rate: 0.03 },
      ],
    };
    const curve = curveOf(count(planOf({ components: [each] }), inputsOf([20000, 40000])));
    expect(curve.at(49_999.99)).toBeCloseTo(600 + 499.9999, 4);
    expect(curve.at(50_000)).toBeCloseTo(600 + 1_500, 6);
    expect(curve.at(60_000)).toBeCloseTo(600 + 1_800, 6);
  });

  // 60,000 of 90,000 by now. With a quarter more credit 24,000 bring the 30,000 that are missing: 4 % of 54,000, 7 % of the rest to
  // 90,000 and 12 % above - all on what is sold, not on the credit. From 20,000 on the deal earns a SPIF of 300.
  it('knows what a rule asks of the amount, and that an uplift comes to the quota sooner', () => {
    const components: Component[] = [
      attained(),
      { kind: 'kicker', id: 'uplift', creditUplift: 0.25, where: [{ field: 'newLogo', is: [true] }] },
      { kind: 'kicker', id: 'spif', perDeal: 300, where: [{ field: 'amount', atLeast: 20000 }] },
    ];
    const plan = planOf({ measures, components });
    const curve = curveOf(count(plan, { ...inputsOf([]), deals: [dealOf(60000, { newLogo: false })] }), {
      newLogo: true,
    });
    expect(curve.straight).toBe(true);
    const now = 2160 + 420 + 300;
    expect(curve.at(19_999.99)).toBeCloseTo(now + 0.07 * 19_999.99, 4);
    expect(curve.at(20_000)).toBeCloseTo(now + 1_400 + 300, 6);
    expect(curve.at(24_000)).toBeCloseTo(now + 1_680 + 300, 4);
    expect(curve.at(34_000)).toBeCloseTo(now + 1_680 + 300 + 1_200, 4);
  });
});
