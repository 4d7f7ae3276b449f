import { mostWon, type OpenBet, outcomesOf } from './bet';
import { type Grid, gridFor, type Move, moveOf, SumSoFar } from './grid';
import { SHARED_STATES, stateProbability, strengthOf } from './shared-factor';
import { atLeast, sumDistribution } from './sum-distribution';

/** How much one deal moves the probability of reaching an amount. */
export type Lift = { readonly id: string; readonly whenWon: number; readonly whenNot: number };

/**
 * Marks between nothing and the amount to be reached, where amounts have no common measure: for a shift, in which most of a grid's
 * own error cancels. Against 4,000 marks the shift was at most 0.2 points off (15 to 200 uneven deals), where the band is shown in
 * steps of five.
 */
const COARSE_MARKS = 250;
/** Cells of the leave-one-out table: 1,000 marks for up to 120 deals, fewer for more, but never less than 300. */
const CELLS = 120_000;
const LIFT_MARKS = { least: 300, most: 1_000 };
/** Below so many possible sums each of them is followed by itself. */
const SINGLE_SUMS = 1_024;

/**
 * How much the probability of bringing at least `need` changes when the bets' hidden strengths are correlated: for each `rho`, the
 * distribution in each of nine states of the shared factor, averaged, less the same for independent bets.
 *
 * @param rhos - each 0 <= rho < 1
 */
export function correlationShifts(bets: readonly OpenBet[], need: number, rhos: readonly number[]): number[] {
  if (need <= 0) return rhos.map(() => 0);
  // Small deals first: few marks are in use for as long as can be.
  const bySize = [...bets].sort((a, b) => mostWon(a) - mostWon(b));
  const own = bySize.map(({ probability }) => probability);
  const chanceWith = chancesBy(bySize, need);
  const alone = chanceWith(own);
  const strengths = own.map(strengthOf);
  return rhos.map((rho) => {
    if (rho === 0) return 0;
    const average = SHARED_STATES.reduce((sum, state) => {
      const moved = own.map((p, index) => stateProbability(state, p, strengths[index] ?? 0, rho));
      return sum + state.weight * chanceWith(moved);
    }, 0);
    return average - alone;
  });
}

/** The chance as a function of the bets' probabilities, with everything else done once. */
function chancesBy(bets: readonly OpenBet[], need: number): (probabilities: readonly number[]) => number {
  if (fewSums(bets))
    return (probabilities) =>
      atLeast(sumDistribution(bets.map((bet, index) => ({ ...bet, probability: probabilities[index] ?? 0 }))), need);
  const grid = gridFor(bets, need, COARSE_MARKS, 2 * COARSE_MARKS);
  const moves = bets.map((bet) => moveOf(bet, grid));
  const top = marksOf(need, grid);
  return (probabilities) => onGrid(moves, probabilities, top);
}

function onGrid(moves: readonly Move[], probabilities: readonly number[], top: number): number {
  const soFar = new SumSoFar(top);
  for (let index = 0; index < moves.length; index += 1) soFar.add(moves[index] as Move, probabilities[index] as number);
  return Math.min(1, soFar.chances[top] ?? 0);
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
  const marks = Math.max(LIFT_MARKS.least, Math.min(LIFT_MARKS.most, Math.floor(CELLS / bets.length)));
  const grid = gridFor(bets, need, marks, 2 * marks);
  const top = marksOf(need, grid);
  const moves = bets.map((bet) => moveOf(bet, grid));
  const before = distributionsBefore(bets, moves, top);
  const after = new SumSoFar(top);
  const tail = new Float64Array(top + 1);
  const result: Lift[] = [];
  for (let index = bets.length - 1; index >= 0; index -= 1) {
    const { id, probability } = bets[index] as OpenBet;
    const move = moves[index] as Move;
    tail[after.high] = after.chances[after.high] as number;
    for (let k = after.high - 1; k >= 0; k -= 1) tail[k] = (tail[k + 1] as number) + (after.chances[k] as number);
    const own = before[index] as Before;
    const reached = (mark: number): number => othersReach(own, tail, after.high, mark);
    const whenWon = move.marks.reduce((sum, mark, step) => sum + (move.chances[step] ?? 0) * reached(top - mark), 0);
    result.push({ id, whenWon, whenNot: reached(top) });
    after.add(move, probability);
  }
  return result.reverse();
}

/** The distribution of the deals before one: the marks in use, from the lowest on. */
type Before = { readonly low: number; readonly chances: Float64Array };

/**
 * Probability that two independent sums reach a mark together.
 *
 * @param tail - that the deals after it bring at least so much, up to `high`; more is impossible
 */
function othersReach({ low, chances }: Before, tail: Float64Array, high: number, mark: number): number {
  if (mark <= 0) return 1;
  const end = low + chances.length;
  let sum = 0;
  for (let k = Math.max(low, mark - high); k < mark && k < end; k += 1)
    sum += (chances[k - low] as number) * (tail[mark - k] as number);
  for (let k = Math.max(low, mark); k < end; k += 1) sum += chances[k - low] as number;
  return Math.min(1, sum);
}

/** For each deal, of those before it. They are views of one array: two hundred of their own would keep the collector busy. */
function distributionsBefore(bets: readonly OpenBet[], moves: readonly Move[], top: number): Before[] {
  const all = new Float64Array(bets.length * (top + 1));
  const soFar = new SumSoFar(top);
  let from = 0;
  return moves.map((move, index) => {
    const { low, high } = soFar;
    const chances = all.subarray(from, from + high - low + 1);
    for (let k = low; k <= high; k += 1) chances[k - low] = soFar.chances[k] as number;
    from += chances.length;
    soFar.add(move, bets[index]?.probability ?? 0);
    return { low, chances };
  });
}

/** The mark that has to be reached. `need` lies on every grid, so that a deal of exactly that amount reaches it. */
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
