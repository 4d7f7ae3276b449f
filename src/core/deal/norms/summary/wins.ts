import type { WinCount } from '../norms';
import type { Trace } from '../trace/trace';

/** Counts how many ended and how many of them were won, by key; a deal may count under several. */
export type WinsByKey = {
  readonly count: (key: string, isWon: boolean) => void;
  readonly all: () => Record<string, WinCount>;
};

export function winsByKey(): WinsByKey {
  const counts = new Map<string, { won: number; n: number }>();
  return {
    count(key, isWon) {
      const count = counts.get(key) ?? { won: 0, n: 0 };
      if (count.n === 0) counts.set(key, count);
      count.n += 1;
      if (isWon) count.won += 1;
    },
    all: () => Object.fromEntries(counts),
  };
}

/** The team of an owner's last close, and its day: people move, and the order of the pages says nothing about when. */
export type LastTeam = Pick<Trace, 'e' | 't'>;

/** Looks whether a close is its owner's last one so far. */
export function seeTeam(last: Map<string, LastTeam>, { u, e, t }: Pick<Trace, 'u' | 'e' | 't'>): void {
  const known = last.get(u);
  if (known === undefined || e > known.e || (e === known.e && (t ?? '') > (known.t ?? ''))) last.set(u, { e, t });
}
