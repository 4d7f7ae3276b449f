import { mostWon, type OpenBet, outcomesOf } from './bet';

/**
 * A ruler that sums are counted on. Amounts that lie on its marks are exact; others are shared between the two nearest marks so
 * that the average stays what it is.
 */
export type Grid = { readonly unit: number; readonly exact: boolean };

/**
 * The grid for sums up to `top`: the greatest common divisor of the amounts where that takes at most `exactMarks` marks (round
 * amounts usually do; sums are then exact), else `top / marks`.
 */
export function gridFor(bets: readonly OpenBet[], top: number, marks: number, exactMarks: number): Grid {
  let common = 0;
  for (const bet of bets) for (const { amount } of bet.scenarios) common = divisor(common, amount);
  if (common === 0) return { unit: 1, exact: true };
  if (top / common <= exactMarks) return { unit: common, exact: true };
  return { unit: Math.max(1, top / marks), exact: false };
}

function divisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** Everything that the bets can bring together. */
export function mostOf(bets: readonly OpenBet[]): number {
  return bets.reduce((sum, bet) => sum + mostWon(bet), 0);
}

/** What winning a bet moves on the grid: marks, ascending, and how likely each is given that it is won. */
export type Move = { readonly marks: readonly number[]; readonly chances: readonly number[]; readonly top: number };

/** Places what a bet brings when it is won. */
export function moveOf(bet: OpenBet, { unit, exact }: Grid): Move {
  const [only, another] = bet.scenarios;
  if (only !== undefined && another === undefined && only.weight > 0) return between(only.amount / unit, exact);
  const { amounts, chances } = outcomesOf(bet, 1);
  const at = new Map<number, number>();
  const put = (mark: number, chance: number): void => {
    if (chance > 0) at.set(mark, (at.get(mark) ?? 0) + chance);
  };
  amounts.forEach((amount, index) => {
    const chance = chances[index] ?? 0;
    const place = exact ? Math.round(amount / unit) : amount / unit;
    const mark = Math.floor(place);
    put(mark, chance * (1 - (place - mark)));
    put(mark + 1, chance * (place - mark));
  });
  const marks = [...at.keys()].sort((a, b) => a - b);
  return { marks, chances: marks.map((mark) => at.get(mark) ?? 0), top: marks[marks.length - 1] ?? 0 };
}

/** The usual case, one amount: on its mark, or shared between the two nearest. */
function between(amount: number, exact: boolean): Move {
  const place = exact ? Math.round(amount) : amount;
  const mark = Math.floor(place);
  const over = place - mark;
  return over > 0
    ? { marks: [mark, mark + 1], chances: [1 - over, over], top: mark + 1 }
    : { marks: [mark], chances: [1], top: mark };
}

/** A mark less likely than this is not in use: a million of them together are no digit of a chance. */
const NOTHING = 1e-20;

/**
 * A distribution on the marks of a grid, to which bets are added one by one. What lies beyond the last mark is gathered there.
 *
 * Only the marks in use are worked on: of many deals some are always won, and all of them hardly ever.
 */
export class SumSoFar {
  /** Probabilities of the marks. */
  readonly chances: Float64Array;
  /** The lowest and the highest mark in use; all others have no chance. */
  low = 0;
  high = 0;

  /** @param last - the last mark */
  constructor(last: number) {
    this.chances = new Float64Array(last + 1);
    this.chances[0] = 1;
  }

  /** Adds a bet in place, from the highest mark down, so that nothing is read that has been written. */
  add({ marks, chances: own, top }: Move, won: number): void {
    const { chances: sums } = this;
    const last = sums.length - 1;
    const beyond = this.reachLast(marks, own, won);
    while (this.low < this.high && (sums[this.low] as number) < NOTHING) {
      sums[this.low] = 0;
      this.low += 1;
    }
    const high = Math.min(last - 1, this.high + top);
    const [one = 0, two = one] = marks;
    const [first = 0, second = 0] = own;
    if (marks.length <= 2) addTwo(sums, this.low, high, 1 - won, one, won * first, two, won * second);
    else addMany(sums, this.low, high, 1 - won, marks, own, won);
    sums[last] = (sums[last] as number) + beyond;
    this.high = Math.min(last, this.high + top);
    while (this.high > 0 && this.high < last && (sums[this.high] as number) < NOTHING) {
      sums[this.high] = 0;
      this.high -= 1;
    }
  }

  /** The chance that a bet brings the sum from below to the last mark or beyond. */
  private reachLast(marks: readonly number[], own: readonly number[], won: number): number {
    const { chances: sums, low, high } = this;
    const last = sums.length - 1;
    let beyond = 0;
    for (let step = 0; step < marks.length; step += 1) {
      const chance = won * (own[step] as number);
      for (let k = Math.max(low, last - (marks[step] as number)); k < last && k <= high; k += 1)
        beyond += chance * (sums[k] as number);
    }
    return beyond;
  }
}

/** The usual case: an amount between two marks. */
function addTwo(
  sums: Float64Array,
  low: number,
  high: number,
  stays: number,
  one: number,
  first: number,
  two: number,
  second: number,
): void {
  let k = high;
  const least = Math.max(low, two);
  if (two === one + 1 && k >= least) {
    // Neighbours: what is read for the upper mark at one place is read for the lower one at the next.
    let upper = sums[k - one] as number;
    for (; k >= least; k -= 1) {
      const lower = sums[k - two] as number;
      sums[k] = stays * (sums[k] as number) + first * upper + second * lower;
      upper = lower;
    }
  } else
    for (; k >= least; k -= 1)
      sums[k] = stays * (sums[k] as number) + first * (sums[k - one] as number) + second * (sums[k - two] as number);
  for (const from = Math.max(low, one); k >= from; k -= 1)
    sums[k] = stays * (sums[k] as number) + first * (sums[k - one] as number);
  for (; k >= low; k -= 1) sums[k] = stays * (sums[k] as number);
}

function addMany(
  sums: Float64Array,
  low: number,
  high: number,
  stays: number,
  marks: readonly number[],
  chances: readonly number[],
  won: number,
): void {
  for (let k = high; k >= low; k -= 1) {
    let sum = stays * (sums[k] as number);
    for (let step = 0; step < marks.length && (marks[step] as number) <= k; step += 1)
      sum += won * (chances[step] as number) * (sums[k - (marks[step] as number)] as number);
    sums[k] = sum;
  }
}
