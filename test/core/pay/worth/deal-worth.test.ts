import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalStanding } from '../../../../src/core/goals/standing';
import type { Period } from '../../../../src/core/model/goal';
import type { PayInputs } from '../../../../src/core/pay/payout/inputs';
import { payout, payTotal } from '../../../../src/core/pay/payout/payout';
import type { Component } from '../../../../src/core/pay/plan/component';
import { dealWorth } from '../../../../src/core/pay/worth/deal-worth';
import { expectedPay, expectedWorth } from '../../../../src/core/pay/worth/expected';
import { goalLift } from '../../../../src/core/pay/worth/goal-lift';
import { lastIn, nowNext } from '../../../../src/core/pay/worth/now-next';
import { nextInputs, thisOrNext } from '../../../../src/core/pay/worth/this-or-next';
import { civilDate } from '../../../../src/core/value/civil-date';
import { type Answer, isExplained } from '../../../../src/core/value/explained';
import { goalOf, usd } from '../../goals/books';
import {
  ACCELERATED,
  answered,
  bookWith,
  CAPPED,
  type Deal,
  groundOf,
  groundOfBook,
  odds,
  RETROACTIVE,
  TODAY,
} from './grounds';

const Q1: Period = { label: 'Q1 2027', kind: 'quarter', start: civilDate('2027-01-01'), end: civilDate('2027-04-01') };

describe('a deal of 30,000 for a rep at 80,000 of 100,000, 5 % below quota and 10 % above', () => {
  const open: Deal[] = [
    ['this', 30_000],
    ['other', 20_000, '2026-12-01', 'commit'],
  ];
  const ground = groundOf(ACCELERATED, 80_000, open, { this: 0.4, other: 0.5 });

  it('adds 2,000 if it is won next: 20,000 at 5 % and 10,000 at 10 %', () => {
    expect(answered(nowNext(ground, 'this'))).toEqual(usd(2_000));
  });

  it('adds 3,000 if it is won after the 20,000 that is committed', () => {
    expect(answered(lastIn(ground, 'this'))).toEqual(usd(3_000));
  });

  it('adds 2,000 if what is committed is due only next quarter: that is no money of this one', () => {
    const later = groundOf(ACCELERATED, 80_000, [
      ['this', 30_000],
      ['other', 20_000, '2027-02-01', 'commit'],
    ]);
    expect(answered(lastIn(later, 'this'))).toEqual(usd(2_000));
  });

  it('is worth 2,500 on average if won, half of each, and 1,000 with its own chance of 40 %', () => {
    expect(answered(expectedWorth(ground, 'this'))).toEqual({ ifWon: usd(2_500), weighed: usd(1_000) });
  });

  it('would pay 1,500 as the first deal of next quarter: 500 less', () => {
    const next = nextInputs(ground, Q1, null);
    expect(answered(thisOrNext(ground, 'this', next))).toEqual({
      thisPeriod: usd(2_000),
      nextPeriod: usd(1_500),
      difference: usd(500),
    });
  });

  it('takes over what the quarter hands on', () => {
    const handedOn = (earlier: PayInputs['earlier']) =>
      nextInputs(ground, Q1, payout(ACCELERATED, { ...ground.inputs, ...(earlier && { earlier }) }).carryOver);
    expect(handedOn({ credit: { bookings: 10_000 } })).toMatchObject({
      deals: [],
      earlier: { credit: { bookings: '90000' } },
    });
    // A year of which nobody knows the beginning is not known a quarter later.
    expect(handedOn({ unknown: ['bookings'] }).earlier).toMatchObject({ credit: {}, unknown: ['bookings'] });
  });

  it('lifts the chance of the goal from one half to certainty', () => {
    const standing = goalStanding(bookWith(80_000, open), goalOf(100_000), {
      today: TODAY,
      odds: odds({ this: 0.4, other: 0.5 }),
    });
    expect(answered(goalLift(standing, 'this'))).toBeCloseTo(0.5, 12);
    const worth = dealWorth(ground, 'this', standing, nextInputs(ground, Q1, null));
    expect(answered(worth.goalLift)).toBeCloseTo(0.5, 12);
    expect(worth.edges).toEqual([]);
  });

  it('says why where there is no such deal, no goal and no next period', () => {
    const worth = dealWorth(ground, 'nobody', null, null);
    const answers: readonly Answer[] = [worth.nowNext, worth.lastIn, worth.expected, worth.goalLift, worth.thisOrNext];
    for (const answer of answers) expect(isExplained(answer)).toBe(false);
  });
});

describe('without a quota, pay by attainment', () => {
  it('is unknown and not nothing', () => {
    const book = { ...bookWith(80_000, [['this', 30_000]]), goals: { missing: 'not-recorded' as const } };
    expect(isExplained(nowNext(groundOfBook(book), 'this'))).toBe(false);
  });
});

describe('a retroactive tier', () => {
  it('makes the last dollar worth 1,000.05 of pay', () => {
    const ground = groundOf(RETROACTIVE, 99_999, [['dollar', 1]]);
    // 6 % of 100,000 less 5 % of 99,999.
    expect(answered(nowNext(ground, 'dollar'))).toEqual(usd('1000.05'));
  });
});

describe('the average of pay', () => {
  it('is not the pay of the average where a cap bends it', () => {
    // 100,000 won pays 5,000. Half of the time 40,000 more would pay 7,000 but is capped at 5,500.
    const ground = groundOf(CAPPED, 100_000, [['a', 40_000]], { a: 0.5 });
    const average = expectedPay(ground);
    expect(answered(average)).toEqual(usd(5_250));
    const ofAverage = isExplained(average)
      ? average.terms.find(({ name }) => name.key === 'pay_worth_of_average')
      : undefined;
    expect(ofAverage && answered(ofAverage.of)).toEqual(usd(5_500));
  });

  // Worked out by adding up all combinations in Python, with exact sums: 5 % below a quota of 100,000 and 10 % of everything from it on.
  // One deal of 50,000.07 at one half beside 25 uneven ones that hardly ever come; what 1,000 more are worth depends on the cents.
  it.each([
    ['has just been reached by the large one', 49_999.93, 75],
    ['is missed by 43 cents without this one', 49_999.5, 2_543.93],
    ['is just reached by both', 49_000, 2_519.25],
  ])('tells apart to the cent whether a tier %s', (_, won, worth) => {
    const small = Array.from({ length: 25 }, (__, n): Deal => [`s${n}`, 3_000.13 + 177.31 * n]);
    const chances = Object.fromEntries(small.map(([id]) => [id, 0.0005]));
    const [tiers] = RETROACTIVE.components;
    const edges = [
      { from: 0, to: 100_000, rate: 0.05 },
      { from: 100_000, rate: 0.1 },
    ];
    const plan = { ...RETROACTIVE, components: [{ ...tiers, tiers: edges } as Component] };
    const ground = groundOf(plan, won, [['this', 1_000], ['large', 50_000.07], ...small], { ...chances, large: 0.5 });
    expect(answered(expectedWorth(ground, 'this')).ifWon).toEqual(usd(worth));
  });

  it('is what trying every combination says', () => {
    const deal = fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 0, max: 150_000 }),
        fc.constantFrom(ACCELERATED, RETROACTIVE, CAPPED),
        (list, won, plan) => {
          const open = list.map(([amount], index): Deal => [`d${index}`, amount]);
          const ground = groundOf(plan, won, open, Object.fromEntries(list.map(([, p], index) => [`d${index}`, p])));
          const others = [...ground.open.values()].filter(({ id }) => id !== 'd0');
          const own = [...ground.open.values()].filter(({ id }) => id === 'd0');
          let expected = 0;
          for (let mask = 0; mask < 1 << others.length; mask += 1) {
            const chosen = others.filter((_, index) => mask & (1 << index));
            const chance = others.reduce(
              (all, each, index) => all * (mask & (1 << index) ? (each.won ?? 0) : 1 - (each.won ?? 0)),
              1,
            );
            const pay = (deals: typeof others) =>
              payTotal(
                ground.counted,
                deals.map(({ deal: of }) => of),
              ).toNumber();
            expected += chance * (pay([...chosen, ...own]) - pay(chosen));
          }
          expect(Math.abs(answered(expectedWorth(ground, 'd0')).ifWon.minor / 100 - expected)).toBeLessThan(0.02);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the edge of a tier', () => {
  it('is flagged where the date decides: a deal due on the last days of the quarter', () => {
    const at = (on: string) => {
      const ground = groundOf(ACCELERATED, 100_000, [['this', 62_000, on]]);
      return dealWorth(ground, 'this', null, nextInputs(ground, Q1, null)).edges;
    };
    expect(at('2026-12-30').map(({ about, worth }) => [about, worth.value])).toEqual([['date', usd(3_100)]]);
    expect(at('2026-12-10')).toEqual([]);
  });

  it('is flagged where the amount just reaches a retroactive tier, and not far from it', () => {
    const at = (amount: number) => {
      const ground = groundOf(RETROACTIVE, 80_000, [['this', amount]]);
      return dealWorth(ground, 'this', null, null).edges.map(({ about }) => about);
    };
    expect(at(20_100)).toEqual(['amount']);
    expect(at(15_000)).toEqual([]);
    expect(at(40_000)).toEqual([]);
  });
});
