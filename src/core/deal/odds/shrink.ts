import type { WinCount } from '../norms/norms';
import { PRIOR_DEALS } from './priors';

/**
 * A win rate drawn towards a broader one by as much as its own count is small: the mean of a beta distribution whose prior is worth
 * {@link PRIOR_DEALS} deals. 4 of 10 and 300 of 1,000 then rank the way a gambler would rank them.
 *
 * Source: D. Robinson, "Understanding empirical Bayes estimation (using baseball statistics)", 2015,
 * http://varianceexplained.org/r/empirical_bayes_baseball/
 *
 * @param towards - the broader rate, 0..1
 */
export function shrunk({ won, n }: WinCount, towards: number, weight = PRIOR_DEALS): number {
  return (won + weight * towards) / (n + weight);
}

export const logit = (p: number): number => Math.log(p / (1 - p));
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Keeps a probability off the two ends, where no count can put it. */
export const inside = (p: number): number => Math.min(1 - 1e-6, Math.max(1e-6, p));
