import { Tops } from './tops';

/** An open deal that may help to close a gap. */
export type Closer = {
  readonly id: string;
  /** What it counts, a whole number above 0. */
  readonly amount: number;
  /** That it is won inside the period, above 0 and up to 1. */
  readonly chance: number;
};

/** Deals that close the gap together, none of which could be left out. */
export type ClosingSet = {
  readonly deals: readonly string[];
  readonly amount: number;
  /** Product of the chances: that all of them are won, if none depends on another. */
  readonly chance: number;
};

export type ClosingSets = {
  /** Minimal sets of one to three deals, likeliest first: all of them, or the `most` likeliest. */
  readonly small: readonly ClosingSet[];
  /** The likeliest minimal sets of four deals and more. */
  readonly larger: readonly ClosingSet[];
  /** Whether the search for larger sets ended; otherwise they are the best that were found. */
  readonly complete: boolean;
};

/** Nodes that the search for larger sets may visit. */
const BUDGET = 20_000;

/**
 * Which open deals would close a gap. A set is minimal when it closes the gap and no part of it does; that is so when leaving out
 * its smallest deal leaves a gap. Small sets are listed, larger ones found as a covering knapsack: least sum of -ln(chance) with
 * enough amount, by branch and bound on the fractional solution.
 *
 * @param need - above 0, in the unit of the amounts
 * @param most - small sets kept; the likeliest
 */
export function closingSets(closers: readonly Closer[], need: number, most = 40, mostLarger = 3): ClosingSets {
  const usable = closers.filter(({ amount, chance }) => amount > 0 && chance > 0);
  const parts = usable.filter(({ amount }) => amount < need);
  const best = new Best(most);
  for (const closer of usable) if (closer.amount >= need) best.offer([closer]);
  pairsAndTriples(parts, need, best);
  const larger = new Best(mostLarger);
  const complete = largerSets(parts, need, larger);
  return { small: best.sets(), larger: larger.sets(), complete };
}

/** The likeliest sets seen so far. */
class Best {
  private kept: ClosingSet[] = [];
  constructor(private readonly most: number) {}

  /** Chance that a set must beat to be kept. */
  get bar(): number {
    return this.kept.length < this.most ? 0 : (this.kept[this.kept.length - 1]?.chance ?? 0);
  }

  offer(closers: readonly Closer[]): void {
    // Of ten thousand sets a few are kept: no more is made of the others than their chance.
    const chance = closers.reduce((product, closer) => product * closer.chance, 1);
    if (this.kept.length >= this.most && chance <= this.bar) return;
    const set: ClosingSet = {
      deals: closers.map(({ id }) => id).sort(),
      amount: closers.reduce((sum, { amount }) => sum + amount, 0),
      chance,
    };
    let [low, high] = [0, this.kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(this.kept[middle] as ClosingSet, set)) low = middle + 1;
      else high = middle;
    }
    this.kept.splice(low, 0, set);
    if (this.kept.length > this.most) this.kept.pop();
  }

  sets(): readonly ClosingSet[] {
    return this.kept;
  }
}

/** Likelier first; of equals the one with fewer deals, then by id, so that the list is the same every time. */
function before(a: ClosingSet, b: ClosingSet): boolean {
  if (a.chance !== b.chance) return a.chance > b.chance;
  if (a.deals.length !== b.deals.length) return a.deals.length < b.deals.length;
  return a.deals.join() < b.deals.join();
}

/** By falling chance, so that a pair which cannot beat the bar ends its row. */
function pairsAndTriples(parts: readonly Closer[], need: number, best: Best): void {
  const list = [...parts].sort((a, b) => b.chance - a.chance || b.amount - a.amount);
  const tops = new Tops(list.map(({ amount }) => amount));
  const largest = list.reduce((most, { amount }) => Math.max(most, amount), 0);
  for (let i = 0; i < list.length; i += 1) {
    const a = list[i] as Closer;
    if (a.chance * (list[i + 1]?.chance ?? 0) <= best.bar && best.bar > 0) break;
    if (a.amount + 2 * largest < need) continue;
    for (let j = i + 1; j < list.length; j += 1) {
      const b = list[j] as Closer;
      const chance = a.chance * b.chance;
      if (best.bar > 0 && chance <= best.bar) break;
      if (a.amount + b.amount >= need) {
        best.offer([a, b]);
        continue;
      }
      const lacks = need - a.amount - b.amount;
      if (lacks > largest) continue;
      const under = need - Math.max(a.amount, b.amount);
      for (let k = tops.next(j + 1, lacks); k !== -1; k = tops.next(k + 1, lacks)) {
        const c = list[k] as Closer;
        if (best.bar > 0 && chance * c.chance <= best.bar) break;
        if (c.amount < under) best.offer([a, b, c]);
      }
    }
  }
}

/** Minimal sets of four and more, by the price of an amount: the cheapest first. */
function largerSets(parts: readonly Closer[], need: number, best: Best): boolean {
  const list = parts
    .map((closer) => ({ closer, cost: -Math.log(closer.chance) }))
    .sort((a, b) => a.cost / a.closer.amount - b.cost / b.closer.amount || b.closer.amount - a.closer.amount);
  const amounts = running(list.map(({ closer }) => closer.amount));
  const costs = running(list.map(({ cost }) => cost));
  const all = amounts[list.length] ?? 0;
  const chosen: Closer[] = [];
  let visited = 0;
  const go = (from: number, sum: number, least: number, cost: number): void => {
    visited += 1;
    if (visited > BUDGET) return;
    if (sum >= need) {
      if (chosen.length >= 4 && sum - least < need) best.offer(chosen);
      return;
    }
    if (sum + all - (amounts[from] as number) < need) return;
    if (best.bar > 0 && cost + fractional(amounts, costs, from, need - sum) >= -Math.log(best.bar)) return;
    const next = list[from];
    if (next === undefined) return;
    chosen.push(next.closer);
    go(from + 1, sum + next.closer.amount, Math.min(least, next.closer.amount), cost + next.cost);
    chosen.pop();
    go(from + 1, sum, least, cost);
  };
  go(0, 0, Number.POSITIVE_INFINITY, 0);
  return visited <= BUDGET;
}

/** Least cost of covering what is left when deals may be taken in part: never more than the true one. */
function fractional(amounts: Float64Array, costs: Float64Array, from: number, need: number): number {
  const target = (amounts[from] as number) + need;
  let [low, high] = [from, amounts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((amounts[middle] as number) < target) low = middle + 1;
    else high = middle;
  }
  const [a, b] = [amounts[low - 1] ?? 0, amounts[low] as number];
  const [cost, next] = [costs[low - 1] ?? 0, costs[low] as number];
  // A rounding error must not cut off an equal set.
  return cost + ((next - cost) * (target - a)) / (b - a) - (costs[from] as number) - 1e-9;
}

/** Sums of the first so many. */
function running(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, index) => {
    sums[index + 1] = (sums[index] as number) + value;
  });
  return sums;
}
