import { type OpenBet, outcomesOf } from './bet';
import { addSteps, type Grid, gridFor, type Steps, stepsOf } from './grid';
import { probabilityIn, SHARED_STATES } from './shared-factor';
import { atLeast, sumDistribution } from './sum-distribution';

/** How much one deal moves the probability of reaching an amount. */
export type Lift = { readonly id: string; readonly whenWon: number; readonly whenNot: number };

/** Marks between nothing and the amount to be reached, where amounts have no common measure. */
const MARKS = 2_000;
/** Cells that the leave-one-out table may hold. */
const CELLS = 2_000_000;
/** Below so many possible sums each of them is followed by itself. */
const SINGLE_SUMS = 4_096;

/**
 * Probability that the bets bring at least `need` when their hidden strengths are correlated by `rho`: the distribution in each of
 * nine states of the shared factor, averaged.
 *
 * @param need - in the goal's smallest unit; nothing to reach is certain
 * @param rho - 0 <= rho < 1; 0 is independence
 */
export function reach(bets: readonly OpenBet[], need: number, rho = 0): number {
  if (need <= 0) return 1;
  if (rho === 0) return reachIndependently(bets, need);
  return SHARED_STATES.reduce((sum, state) => {
    const moved = bets.map((bet) => ({ ...bet, probability: probabilityIn(state, bet.probability, rho) }));
    return sum + state.weight * reachIndependently(moved, need);
  }, 0);
}

function reachIndependently(bets: readonly OpenBet[], need: number): number {
  if (fewSums(bets)) return atLeast(sumDistribution(bets), need);
  const grid = gridUpTo(bets, need);
  const top = marksOf(need, grid);
  let from = new Float64Array(top + 1);
  let into = new Float64Array(top + 1);
  from[0] = 1;
  let filled = 0;
  for (const steps of placed(bets, grid)) {
    into.fill(0);
    filled = addSteps(from, filled, steps, into);
    [from, into] = [into, from];
  }
  return Math.min(1, from[top] ?? 0);
}

/**
 * What every deal does to the probability of reaching `need`: the probability with it won, and with it not won in the period. From
 * the distributions of the deals before and after it, so that nothing is ever divided out.
 */
export function lifts(bets: readonly OpenBet[], need: number): Lift[] {
  if (need <= 0) return bets.map(({ id }) => ({ id, whenWon: 1, whenNot: 1 }));
  return fewSums(bets) ? liftsSingly(bets, need) : liftsOnGrid(bets, need);
}

function liftsSingly(bets: readonly OpenBet[], need: number): Lift[] {
  return bets.map((bet) => {
    const others = sumDistribution(bets.filter((each) => each !== bet));
    const { amounts, chances } = outcomesOf(bet, 1);
    const whenWon = amounts.reduce(
      (sum, amount, index) => sum + (chances[index] ?? 0) * atLeast(others, need - amount),
      0,
    );
    return { id: bet.id, whenWon, whenNot: atLeast(others, need) };
  });
}

function liftsOnGrid(bets: readonly OpenBet[], need: number): Lift[] {
  const grid = gridUpTo(bets, need);
  const top = marksOf(need, grid);
  const all = placed(bets, grid);
  const before = distributionsBefore(all, top);
  let after = new Float64Array(top + 1);
  let next = new Float64Array(top + 1);
  after[0] = 1;
  let filled = 0;
  const result: Lift[] = [];
  const tail = new Float64Array(top + 1);
  for (let index = bets.length - 1; index >= 0; index -= 1) {
    const bet = bets[index] as OpenBet;
    tail[top] = after[top] as number;
    for (let k = top - 1; k >= 0; k -= 1) tail[k] = (tail[k + 1] as number) + (after[k] as number);
    const reached = (mark: number): number => othersReach(before[index] as Float64Array, tail, mark);
    const won = stepsOf(outcomesOf(bet, 1), grid);
    const whenWon = won.marks.reduce((sum, mark, step) => sum + (won.chances[step] ?? 0) * reached(top - mark), 0);
    result.push({ id: bet.id, whenWon, whenNot: reached(top) });
    next.fill(0);
    filled = addSteps(after, filled, all[index] as Steps, next);
    [after, next] = [next, after];
  }
  return result.reverse();
}

/** Probability that two independent sums reach a mark together. */
function othersReach(before: Float64Array, tail: Float64Array, mark: number): number {
  if (mark <= 0) return 1;
  let sum = 0;
  for (let k = 0; k < mark; k += 1) sum += (before[k] as number) * (tail[mark - k] as number);
  for (let k = mark; k < before.length; k += 1) sum += before[k] as number;
  return Math.min(1, sum);
}

function distributionsBefore(all: readonly Steps[], top: number): Float64Array[] {
  let current = new Float64Array(top + 1);
  current[0] = 1;
  let filled = 0;
  return all.map((steps) => {
    const before = current;
    current = new Float64Array(top + 1);
    filled = addSteps(before, filled, steps, current);
    return before;
  });
}

function placed(bets: readonly OpenBet[], grid: Grid): Steps[] {
  return bets.map((bet) => stepsOf(outcomesOf(bet), grid));
}

/** A grid that the amount to be reached lies on, so that a deal of exactly that amount reaches it. */
function gridUpTo(bets: readonly OpenBet[], need: number): Grid {
  return gridFor(bets, need, MARKS, Math.min(20_000, CELLS / Math.max(1, bets.length)));
}

function marksOf(need: number, grid: Grid): number {
  return grid.exact ? Math.ceil(need / grid.unit) : Math.max(1, Math.round(need / grid.unit));
}

function fewSums(bets: readonly OpenBet[]): boolean {
  let sums = 1;
  for (const { scenarios } of bets) {
    sums *= scenarios.length + 1;
    if (sums > SINGLE_SUMS) return false;
  }
  return true;
}
