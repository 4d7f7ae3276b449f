import type { Trace } from './lesson';
import type { WinCount } from './norms';

/** How many of them were won. */
export const winsOf = (traces: readonly Trace[]): WinCount => ({
  won: traces.filter(({ o }) => o === 'w').length,
  n: traces.length,
});

/** How many were won by key; a deal counts under each of its keys. */
export function groupWins<K extends string>(
  traces: readonly Trace[],
  keys: (trace: Trace) => readonly K[],
): Record<K, WinCount> {
  const counts = new Map<K, { won: number; n: number }>();
  for (const trace of traces) {
    for (const key of keys(trace)) {
      const count = counts.get(key) ?? { won: 0, n: 0 };
      count.n += 1;
      if (trace.o === 'w') count.won += 1;
      counts.set(key, count);
    }
  }
  return Object.fromEntries(counts) as Record<K, WinCount>;
}

/** The team of an owner's last close: people move, and the order of the pages says nothing about when. */
export function teamsOf(traces: readonly Trace[]): ReadonlyMap<string, string | null> {
  const last = new Map<string, Pick<Trace, 'e' | 't'>>();
  for (const { u, e, t } of traces) {
    const known = last.get(u);
    if (known === undefined || e > known.e || (e === known.e && (t ?? '') > (known.t ?? ''))) last.set(u, { e, t });
  }
  return new Map([...last].map(([owner, { t }]) => [owner, t]));
}
