import { mostWon, type OpenBet } from './bet';

/**
 * A ruler that sums are counted on. Amounts that lie on its marks are exact; others are shared between the two nearest marks so
 * that the average stays what it is.
 */
export type Grid = { readonly unit: number; readonly exact: boolean };

/** Marks up to which a grid of the amounts' own common measure is used: sums are then exact. */
const EXACT_MARKS = 20_000;

/**
 * The grid for sums up to `top`: the greatest common divisor of the amounts where that takes few enough marks (round amounts
 * usually do), else `top / marks`.
 */
export function gridFor(bets: readonly OpenBet[], top: number, marks: number, exactMarks = EXACT_MARKS): Grid {
  let common = 0;
  for (const bet of bets) for (const { amount } of bet.scenarios) common = divisor(common, amount);
  if (common === 0) return { unit: 1, exact: true };
  if (top / common <= exactMarks) return { unit: common, exact: true };
  return { unit: Math.max(1, top / marks), exact: false };
}

/** Everything that the bets can bring together. */
export function mostOf(bets: readonly OpenBet[]): number {
  return bets.reduce((sum, bet) => sum + mostWon(bet), 0);
}

function divisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** One bet on the grid: chances of moving so many marks. */
export type Steps = { readonly marks: readonly number[]; readonly chances: readonly number[]; readonly top: number };

/** Places outcomes on the grid. */
export function stepsOf(
  outcomes: { readonly amounts: readonly number[]; readonly chances: readonly number[] },
  { unit, exact }: Grid,
): Steps {
  const at = new Map<number, number>();
  const put = (mark: number, chance: number): void => {
    if (chance > 0) at.set(mark, (at.get(mark) ?? 0) + chance);
  };
  outcomes.amounts.forEach((amount, index) => {
    const chance = outcomes.chances[index] ?? 0;
    const place = exact ? Math.round(amount / unit) : amount / unit;
    const mark = Math.floor(place);
    put(mark, chance * (1 - (place - mark)));
    put(mark + 1, chance * (place - mark));
  });
  const marks = [...at.keys()].sort((a, b) => a - b);
  return { marks, chances: marks.map((mark) => at.get(mark) ?? 0), top: marks[marks.length - 1] ?? 0 };
}

/**
 * Adds one bet to a distribution on the grid.
 *
 * @param from - probabilities of the marks `0..filled`
 * @param into - a clean array that takes the result; what lies beyond its last mark is gathered there
 * @returns the highest mark in use
 */
export function addSteps(from: Float64Array, filled: number, steps: Steps, into: Float64Array): number {
  const last = into.length - 1;
  for (let step = 0; step < steps.marks.length; step += 1) {
    const by = steps.marks[step] as number;
    const chance = steps.chances[step] as number;
    const fits = Math.min(filled, last - by);
    for (let k = 0; k <= fits; k += 1) into[k + by] = (into[k + by] as number) + (from[k] as number) * chance;
    for (let k = Math.max(0, fits + 1); k <= filled; k += 1)
      into[last] = (into[last] as number) + (from[k] as number) * chance;
  }
  return Math.min(last, filled + steps.top);
}
