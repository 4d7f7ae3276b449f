import { averageWon, type OpenBet, outcomesOf } from './bet';
import { gridFor, mostOf, moveOf, SumSoFar } from './grid';

/** How much the open deals bring together inside the period. */
export type SumDistribution = {
  /** Whether every sum stands for itself; otherwise amounts were shared between marks `unit` apart. */
  readonly exact: boolean;
  readonly unit: number;
  /** Possible sums, ascending, in the goal's smallest unit. */
  readonly sums: Float64Array;
  /** Probability of each. */
  readonly chances: Float64Array;
  readonly mean: number;
};

/** Sums held one by one up to here: sixteen deals with one amount each. */
const SINGLE_SUMS = 65_536;
const MARKS = 10_000;

/**
 * The distribution of the sum over independent bets, by convolution: every sum of its own while there are few, else on the common
 * measure of the amounts, else on 10,000 marks.
 *
 * Source of the method: Y. Hong, "On computing the distribution function for the Poisson binomial distribution", Computational
 * Statistics & Data Analysis 59, 2013; generalised to unequal amounts by direct convolution.
 *
 * @param bets - probabilities 0..1, whole amounts not below 0
 * @param marks - how fine the grid is where one is needed; sums are exact up to twice as many marks of a common measure
 * @example atLeast(sumDistribution([betOn('a', 100, 0.5), betOn('b', 100, 0.5)]), 200) // 0.25
 */
export function sumDistribution(bets: readonly OpenBet[], marks = MARKS): SumDistribution {
  const live = bets.filter((bet) => bet.probability > 0 && bet.scenarios.some(({ amount }) => amount > 0));
  const singles = live.reduce(
    (product, { scenarios }) => Math.min(product * (scenarios.length + 1), 2 * SINGLE_SUMS),
    1,
  );
  const mean = live.reduce((sum, bet) => sum + bet.probability * averageWon(bet), 0);
  return singles <= Math.min(SINGLE_SUMS, 8 * marks) ? singly(live, mean) : onGrid(live, mean, marks);
}

function singly(bets: readonly OpenBet[], mean: number): SumDistribution {
  let sums: Float64Array = Float64Array.of(0);
  let chances: Float64Array = Float64Array.of(1);
  for (const bet of bets) {
    const { amounts, chances: own } = outcomesOf(bet);
    [sums, chances] = merged(sums, chances, amounts, own);
  }
  return { exact: true, unit: 1, sums, chances, mean };
}

/** The shifted copies of a sorted list, merged; equal sums become one. */
function merged(
  sums: Float64Array,
  chances: Float64Array,
  amounts: readonly number[],
  own: readonly number[],
): [Float64Array, Float64Array] {
  const size = sums.length * amounts.length;
  const nextSums = new Float64Array(size);
  const nextChances = new Float64Array(size);
  const at = new Int32Array(amounts.length);
  let filled = 0;
  for (;;) {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < amounts.length; i += 1) {
      const place = at[i] as number;
      if (place < sums.length) least = Math.min(least, (sums[place] as number) + (amounts[i] as number));
    }
    if (least === Number.POSITIVE_INFINITY) break;
    let chance = 0;
    for (let i = 0; i < amounts.length; i += 1) {
      const place = at[i] as number;
      if (place < sums.length && (sums[place] as number) + (amounts[i] as number) === least) {
        chance += (chances[place] as number) * (own[i] as number);
        at[i] = place + 1;
      }
    }
    nextSums[filled] = least;
    nextChances[filled] = chance;
    filled += 1;
  }
  return [nextSums.slice(0, filled), nextChances.slice(0, filled)];
}

function onGrid(bets: readonly OpenBet[], mean: number, marks: number): SumDistribution {
  const total = mostOf(bets);
  const grid = gridFor(bets, total, marks, 2 * marks);
  const all = bets.map((bet) => ({ move: moveOf(bet, grid), won: bet.probability }));
  // Small deals first: the list stays short for as long as it can.
  all.sort((a, b) => a.move.top - b.move.top);
  // One mark more than can be reached, so that nothing is gathered at the last.
  const soFar = new SumSoFar(all.reduce((sum, { move }) => sum + move.top, 0) + 1);
  for (const { move, won } of all) soFar.add(move, won);
  const sums = new Float64Array(soFar.high + 1);
  for (let k = 0; k <= soFar.high; k += 1) sums[k] = k * grid.unit;
  return { exact: grid.exact, unit: grid.unit, sums, chances: soFar.chances.slice(0, soFar.high + 1), mean };
}

/** Probability that the sum is at least so much: reaching it exactly counts. */
export function atLeast({ sums, chances }: SumDistribution, amount: number): number {
  if (amount <= 0) return 1;
  let sum = 0;
  for (let k = sums.length - 1; k >= 0 && (sums[k] as number) >= amount; k -= 1) sum += chances[k] as number;
  return Math.min(1, sum);
}

/** The least sum that is not exceeded with probability `p` (0..1). */
export function quantile({ sums, chances }: SumDistribution, p: number): number {
  let sum = 0;
  for (let k = 0; k < sums.length; k += 1) {
    sum += chances[k] as number;
    // A rounding error of the sum must not push a quantile to the next possible sum.
    if (sum >= p - 1e-12) return sums[k] as number;
  }
  return sums[sums.length - 1] ?? 0;
}
