import type { Tally } from './norms';

/** How many were counted. */
export function countOf(tally: Tally): number {
  return tally.reduce((sum, count) => sum + count, 0);
}

/**
 * The smallest number that at least a share of what was counted does not exceed (the inverse of the empirical distribution,
 * definition 1 of Hyndman & Fan 1996). 0 where nothing was counted.
 *
 * @param share - 0..1
 */
export function quantile(tally: Tally, share: number): number {
  const wanted = share * countOf(tally);
  let seen = 0;
  for (const [number, count] of tally.entries()) {
    seen += count;
    if (count > 0 && seen >= wanted) return number;
  }
  return 0;
}

/** All that was counted, one by one, smallest first. */
export function spread(tally: Tally): number[] {
  return tally.flatMap((count, number) => Array.from({ length: count }, () => number));
}
