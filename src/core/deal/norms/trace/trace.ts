import type { Moment } from './moment';

/** The little of a closed deal that norms are made of. */
export type Trace = {
  /** w won, l lost, n no decision. */
  readonly o: 'w' | 'l' | 'n';
  readonly u: string;
  readonly t: string | null;
  readonly p: string | null;
  /** Amount in minor units, and its currency. */
  readonly a: number | null;
  readonly c: string | null;
  /** Day numbers of creation and close. */
  readonly f: number;
  readonly e: number;
  /** Stages with the days spent in each, in order; null where there is no history. */
  readonly s: readonly (readonly [stage: string, days: number])[] | null;
  readonly k: number | null;
  readonly r: readonly string[] | null;
  /** Days between the buyer's acts. */
  readonly g: readonly number[] | null;
  /** The deal at each landmark of its life, see `momentsOf`. */
  readonly m: readonly Moment[];
};
