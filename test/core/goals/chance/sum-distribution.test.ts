import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betOn, type OpenBet } from '../../../../src/core/goals/chance/bet';
import { chanceToReach } from '../../../../src/core/goals/chance/large-deals';
import { lifts } from '../../../../src/core/goals/chance/reach';
import { atLeast, quantile, sumDistribution } from '../../../../src/core/goals/chance/sum-distribution';

/** Every combination of won and not won, one by one. */
function enumerated(bets: readonly OpenBet[], need: number): number {
  const go = (index: number, sum: number): number => {
    const bet = bets[index];
    if (bet === undefined) return sum >= need ? 1 : 0;
    const weights = bet.scenarios.reduce((all, { weight }) => all + weight, 0);
    return bet.scenarios.reduce(
      (all, { amount, weight }) => all + ((bet.probability * weight) / weights) * go(index + 1, sum + amount),
      (1 - bet.probability) * go(index + 1, sum),
    );
  };
  return go(0, 0);
}

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const deals = (max: number, amount: fc.Arbitrary<number>) =>
  fc
    .array(fc.tuple(amount, chance), { minLength: 1, maxLength: max })
    .map((list) => list.map(([money, p], index) => betOn(`d${index}`, money, p)));

/** Exceedance probabilities worked out with R 4.2.2, package PoissonBinomial 1.2.5 (pgpbinom). */
const PUBLISHED = [
  {
    name: 'three even deals',
    probs: [0.5, 0.5, 0.5],
    amounts: [100, 100, 100],
    goals: [100, 200, 300],
    atLeast: [0.875, 0.5, 0.125],
    mean: 150,
  },
  {
    name: 'one whale and nine small deals',
    probs: [0.1, 0.4, 0.4, 0.4, 0.4, 0.4, 0.3, 0.3, 0.3, 0.3],
    amounts: [1000, 50, 50, 60, 45, 40, 30, 25, 20, 15],
    goals: [100, 150, 200, 250, 1000],
    atLeast: [0.69949648, 0.414060256, 0.2028293632, 0.1175723776, 0.1],
    mean: 225,
  },
];

describe('the sum over open deals', () => {
  for (const { name, probs, amounts, goals, atLeast: expected, mean } of PUBLISHED) {
    it(`agrees with R's PoissonBinomial: ${name}`, () => {
      const bets = probs.map((p, index) => betOn(`d${index}`, amounts[index] ?? 0, p));
      const sum = sumDistribution(bets);
      expect(sum.mean).toBeCloseTo(mean, 10);
      goals.forEach((goal, index) => {
        expect(Math.abs(atLeast(sum, goal) - (expected[index] ?? 0))).toBeLessThan(1e-12);
        expect(Math.abs(chanceToReach(bets, goal) - (expected[index] ?? 0))).toBeLessThan(1e-12);
      });
    });
  }

  it("has R's quantiles for the whale (same source)", () => {
    const [, whale] = PUBLISHED;
    const sum = sumDistribution(
      (whale?.probs ?? []).map((p, index) => betOn(`d${index}`, whale?.amounts[index] ?? 0, p)),
    );
    expect([0.1, 0.25, 0.5, 0.75].map((p) => quantile(sum, p))).toEqual([50, 90, 130, 185]);
    // Exactly 90 % lie at or below 335, the most that the small deals bring: a tie that R's rounding puts at 1,000.
    expect(quantile(sum, 0.9)).toBe(335);
  });

  it('is what enumeration says, up to sixteen deals, to 1e-12', () => {
    fc.assert(
      fc.property(
        deals(16, fc.integer({ min: 1, max: 5_000_000 })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (bets, part) => {
          const need = Math.round(part * bets.reduce((sum, bet) => sum + (bet.scenarios[0]?.amount ?? 0), 0));
          expect(Math.abs(atLeast(sumDistribution(bets), need) - enumerated(bets, need))).toBeLessThan(1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes amounts in two or three scenarios', () => {
    const scenario = fc.record({ amount: fc.integer({ min: 0, max: 900 }), weight: fc.integer({ min: 1, max: 5 }) });
    const bet = fc.record({ scenarios: fc.array(scenario, { minLength: 1, maxLength: 3 }), probability: chance });
    fc.assert(
      fc.property(fc.array(bet, { minLength: 1, maxLength: 7 }), fc.integer({ min: 0, max: 4000 }), (list, need) => {
        const bets = list.map((each, index) => ({ ...each, id: `d${index}` }));
        const expected = enumerated(bets, need);
        expect(Math.abs(atLeast(sumDistribution(bets), need) - expected)).toBeLessThan(1e-12);
        expect(Math.abs(chanceToReach(bets, need) - expected)).toBeLessThan(1e-12);
      }),
      { numRuns: 100 },
    );
  });

  it('is exact for many deals of round amounts', () => {
    // Thirty deals of 1,000.00: a binomial distribution. P(at least 12 of 30 at p = 0.3) from its own formula.
    const bets = Array.from({ length: 30 }, (_, index) => betOn(`d${index}`, 100_000, 0.3));
    let expected = 0;
    for (let k = 12; k <= 30; k += 1) {
      let ways = 1;
      for (let j = 0; j < k; j += 1) ways = (ways * (30 - j)) / (j + 1);
      expected += ways * 0.3 ** k * 0.7 ** (30 - k);
    }
    expect(Math.abs(atLeast(sumDistribution(bets), 1_200_000) - expected)).toBeLessThan(1e-12);
    expect(Math.abs(chanceToReach(bets, 1_200_000) - expected)).toBeLessThan(1e-12);
  });

  it('keeps all probability and the average on the grid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), chance), { minLength: 20, maxLength: 60 }),
        (list) => {
          const bets = list.map(([amount, p], index) => betOn(`d${index}`, amount, p));
          const sum = sumDistribution(bets);
          const average = (of: (amount: number) => number) =>
            sum.chances.reduce((all, one, k) => all + one * of(sum.sums[k]!), 0);
          expect(average(() => 1)).toBeCloseTo(1, 9);
          const mean = bets.reduce((all, bet) => all + bet.probability * (bet.scenarios[0]?.amount ?? 0), 0);
          expect(Math.abs(average((x) => x) - mean)).toBeLessThan(1e-6 * Math.max(1, mean));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a deal that just reaches the goal, or just does not', () => {
  // One deal of one half beside thirty uneven ones that hardly ever come: by hand one half, or next to nothing for a cent more.
  const small = Array.from({ length: 30 }, (_, index) => betOn(`s${index}`, 100_003 + 7_919 * index, 0.0001));
  const bets = [betOn('whale', 12_345_673, 0.5), ...small];
  const alone = 1 - 0.9999 ** 30;

  it('is told apart to the cent', () => {
    expect(chanceToReach(bets, 12_345_673)).toBeCloseTo(0.5, 5);
    expect(chanceToReach(bets, 12_345_674)).toBeCloseTo(0.5 * alone, 5);
    expect(chanceToReach(bets, 0)).toBe(1);
  });

  it('is what enumeration says, whatever the deals', () => {
    fc.assert(
      fc.property(deals(13, fc.integer({ min: 1, max: 50 })), fc.integer({ min: 0, max: 500 }), (some, need) => {
        expect(Math.abs(chanceToReach(some, need) - enumerated(some, need))).toBeLessThan(1e-12);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what one deal does to the goal', () => {
  it('is what enumeration without it says', () => {
    fc.assert(
      fc.property(deals(14, fc.integer({ min: 1, max: 60 })), fc.integer({ min: 1, max: 400 }), (bets, need) => {
        lifts(bets, need).forEach((lift, index) => {
          const others = bets.filter((_, each) => each !== index);
          const amount = bets[index]?.scenarios[0]?.amount ?? 0;
          expect(Math.abs(lift.whenWon - enumerated(others, need - amount))).toBeLessThan(1e-11);
          expect(Math.abs(lift.whenNot - enumerated(others, need))).toBeLessThan(1e-11);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('adds up to one probability for every deal: that of the goal, to two tenths of a point of the grid', () => {
    const bets = Array.from({ length: 60 }, (_, index) =>
      betOn(`d${index}`, 100_000 + 7_919 * index, 0.05 + (index % 9) / 10),
    );
    const need = 9_000_000;
    const sums = lifts(bets, need).map(({ whenWon, whenNot }, index) => {
      const p = bets[index]?.probability ?? 0;
      return p * whenWon + (1 - p) * whenNot;
    });
    for (const sum of sums) {
      expect(sum).toBeCloseTo(sums[0] ?? 0, 10);
      expect(Math.abs(sum - atLeast(sumDistribution(bets), need))).toBeLessThan(0.002);
    }
  });
});
