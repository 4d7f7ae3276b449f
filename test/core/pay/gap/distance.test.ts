import { describe, expect, it } from 'vitest';
import { goalStanding } from '../../../../src/core/goals/standing';
import { closers } from '../../../../src/core/pay/gap/closers';
import { distances } from '../../../../src/core/pay/gap/distance';
import { payout } from '../../../../src/core/pay/payout/payout';
import type { CompPlan } from '../../../../src/core/pay/plan/plan';
import { explained, isExplained } from '../../../../src/core/value/explained';
import { moneyFigure, phrase } from '../../../../src/core/value/phrase';
import { goalOf, usd } from '../../goals/books';
import { ACCELERATED, answered, bookWith, type Deal, groundOf, odds, TODAY } from '../worth/grounds';

const usual = explained(
  { unit: 'money', amount: usd(10_000) } as const,
  moneyFigure(usd(10_000)),
  phrase('goals_usual_deal_rule'),
);

const TIERED: CompPlan = {
  ...ACCELERATED,
  components: [
    {
      id: 'commission',
      kind: 'commission',
      pays: 'bookings',
      axis: { measure: 'bookings', by: 'attainment' },
      tiers: [
        { from: 0, to: '0.5', rate: '0.03' },
        { from: '0.5', to: 1, rate: '0.05' },
        { from: 1, rate: '0.1' },
      ],
    },
    { id: 'spif', kind: 'kicker', perDeal: 500, atLeastDeals: 3 },
  ],
};

describe('the distance to the next tier', () => {
  const ground = groundOf(TIERED, 80_000, []);
  const [ahead] = distances(payout(TIERED, ground.inputs), TIERED, usual);

  it('is 20,000 of credit, two deals of usual size, two fifths of the leg from 50 to 100 %', () => {
    const [next] = ahead?.next ?? [];
    expect(ahead?.state).toBe('to-go');
    expect(ahead?.next).toHaveLength(1);
    expect(next?.kind).toBe('accelerator');
    expect(next?.toGo.value).toEqual(usd(20_000));
    expect(next && answered(next.inDeals)).toBe(2);
    expect(next?.ofLeg.value).toBeCloseTo(0.4, 12);
  });

  it('is a state, not a number, when everything is reached', () => {
    const [maxed] = distances(payout(TIERED, groundOf(TIERED, 150_000, []).inputs), TIERED, usual);
    expect(maxed).toEqual({ componentId: 'commission', state: 'maxed', next: [] });
  });
});

describe('open deals that close the gap of 20,000', () => {
  const open: Deal[] = [
    ['big', 50_000],
    ['left', 12_000],
    ['right', 9_000],
    ['small', 1_000],
  ];
  const chances = { big: 0.2, left: 0.6, right: 0.5, small: 0.9 };
  const ground = groundOf(ACCELERATED, 80_000, open, chances);
  const standing = goalStanding(bookWith(80_000, open), goalOf(100_000), { today: TODAY, odds: odds(chances) });

  it('are the pair at 30 % and the big one at 20 %, each with its pay', () => {
    const { small, larger, complete } = answered(closers(standing, ground));
    expect(small.map(({ deals, chance }) => [deals, chance.value])).toEqual([
      [['left', 'right'], 0.3],
      [['big'], 0.2],
    ]);
    // 100,000 at 5 % and 1,000 (30,000) at 10 %.
    expect(small.map(({ pay }) => answered(pay))).toEqual([usd(5_100), usd(8_000)]);
    expect(small.map(({ credited }) => credited.value)).toEqual([
      { unit: 'money', amount: usd(101_000) },
      { unit: 'money', amount: usd(130_000) },
    ]);
    expect(small.every(({ tier }) => tier !== null)).toBe(true);
    expect([larger, complete]).toEqual([[], true]);
  });

  it('reach the farthest point that is not reached without them, wherever the plan names it, and may reach none', () => {
    const plan: CompPlan = {
      ...ACCELERATED,
      components: [
        {
          id: 'commission',
          kind: 'commission',
          pays: 'bookings',
          axis: { measure: 'bookings', by: 'attainment' },
          tiers: [
            { from: 0, to: '0.5', rate: '0.03' },
            { from: '0.5', to: '1.2', rate: '0.05' },
            { from: '1.2', rate: '0.1' },
          ],
        },
        {
          id: 'bonus',
          kind: 'milestones',
          axis: { measure: 'bookings', by: 'attainment' },
          levels: [{ at: '1.1', amount: 900 }],
        },
      ],
    };
    const { small } = answered(closers(standing, groundOf(plan, 80_000, open, chances)));
    // 101,000 is between 50 and 110 %; 130,000 lies beyond the bonus at 110 and the tier at 120 %.
    expect(small.map(({ tier }) => tier?.key ?? null)).toEqual([null, 'pay_point_rate']);
  });

  it('are named without a plan too, with no pay, also where they are due later', () => {
    const { small } = answered(closers(standing, null));
    expect(small).toHaveLength(2);
    const names = small.map(({ chance: { terms } }) => terms.map(({ name }) => name.figures[0]));
    expect(names[1]).toEqual([{ unit: 'text', text: expect.stringContaining('big') }]);
    expect(small.some(({ pay }) => isExplained(pay))).toBe(false);
  });

  it('are deals: business that is not in the pipeline yet closes no gap that somebody could work on', () => {
    const fresh = { currency: usd(0).currency, quarters: 4, scenarios: [{ amount: 15_000_00, weight: 1 }] };
    const looking = { today: TODAY, odds: odds(chances), fresh };
    const { small } = answered(closers(goalStanding(bookWith(80_000, open), goalOf(100_000), looking), ground));
    expect(small.map(({ deals }) => deals)).toEqual([['left', 'right'], ['big']]);
  });

  it('are not asked for when the goal is made', () => {
    const made = goalStanding(bookWith(120_000, open), goalOf(100_000), { today: TODAY, odds: odds(chances) });
    const answer = closers(made, ground);
    expect(!isExplained(answer) && answer.because.key).toBe('pay_gap_made');
  });
});
