import { type BySide, LONGEST_DAYS, type Tally } from '../norms';

/** How often each whole number occurs; what is longer than the longest shares its place. */
export function tally(numbers: readonly number[]): Tally {
  const counts: number[] = [];
  for (const number of numbers) count(counts, number);
  return counts;
}

/** Counts one more. */
export function count(counts: number[], number: number): void {
  const place = Math.min(LONGEST_DAYS, Math.max(0, Math.round(number)));
  while (counts.length <= place) counts.push(0);
  counts[place] = (counts[place] ?? 0) + 1;
}

/** A tally for the deals that were won, and one for the others. */
export type Sides = { readonly won: number[]; readonly lost: number[] };

export const sides = (): Sides => ({ won: [], lost: [] });

export const sideOf = ({ won, lost }: Sides, isWon: boolean): number[] => (isWon ? won : lost);

/** The same by key. */
export type SidesByKey = {
  readonly count: (key: string, isWon: boolean, number: number) => void;
  readonly all: () => Record<string, BySide<Tally>>;
};

export function sidesByKey(): SidesByKey {
  const found = new Map<string, Sides>();
  return {
    count(key, isWon, number) {
      const of = found.get(key) ?? sides();
      if (of.won.length + of.lost.length === 0) found.set(key, of);
      count(sideOf(of, isWon), number);
    },
    all: () => Object.fromEntries(found),
  };
}
