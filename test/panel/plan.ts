import { parseCompPlan } from '../../src/core/pay/parse-plan';
import type { CompPlan } from '../../src/core/pay/plan/plan';

/** A plan with four marginal tiers and a bonus for making the quarter; its example is worked out by hand. */
const parsed = parseCompPlan({
  language: 1,
  id: 'ae',
  name: 'Account executive plan',
  version: 'v3',
  currency: 'USD',
  period: 'quarter',
  measures: [{ id: 'bookings', counts: 'credit' }],
  components: [
    {
      id: 'commission',
      kind: 'commission',
      name: 'Commission',
      pays: 'bookings',
      scope: 'period',
      method: 'marginal',
      boundary: 'higher-tier',
      axis: { measure: 'bookings', by: 'attainment' },
      tiers: [
        { from: 0, to: 0.6, rate: 0.04 },
        { from: 0.6, to: 1, rate: 0.07 },
        { from: 1, to: 1.3, rate: 0.12 },
        { from: 1.3, rate: 0.15 },
      ],
    },
    {
      id: 'bonus',
      kind: 'milestones',
      name: 'Quarter bonus',
      axis: { measure: 'bookings', by: 'attainment' },
      levels: [{ at: 1, amount: 2500 }],
    },
  ],
  // 58,800 x 4 % + 20,600 x 7 %
  examples: [
    { name: 'Day 55', given: { deals: [{ amount: 79_400 }], quotas: { bookings: 98_000 } }, expect: { total: 3_794 } },
  ],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
export const PLAN: CompPlan = parsed.value;
