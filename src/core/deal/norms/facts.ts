import type { Trace } from './lesson';
import type { FactCount, Tally } from './norms';
import { quantile } from './quantile';

/** Ages within which facts are compared, in days from creation: old deals have had more time for pushes and gaps than young ones. */
const BANDS = [30, 60, 90, 180] as const;

/** The band of an age: 0 for up to 30 days, and so on; the last one is open. */
export function bandOf(ageDays: number): number {
  const band = BANDS.findIndex((end) => ageDays < end);
  return band < 0 ? BANDS.length : band;
}

/** Facts of a deal that its odds look at, each in a few states. A fact that is not known has no state. */
export type FactStates = {
  readonly pushes?: '0' | '1' | '2+';
  /** Whether the buyer has been silent for longer than nine of ten gaps in won deals. */
  readonly silence?: 'short' | 'long';
  readonly committee?: '0' | '1' | '2' | '3+';
  readonly nextStep?: 'yes' | 'no';
  /** The record's own probability, in fifths. */
  readonly said?: '0' | '1' | '2' | '3' | '4';
};
export type Fact = keyof FactStates;
export const FACTS: readonly Fact[] = ['pushes', 'silence', 'committee', 'nextStep', 'said'];

export const pushesState = (pushes: number) => (pushes <= 0 ? '0' : pushes === 1 ? '1' : '2+');
export const committeeState = (people: number) => (people <= 0 ? '0' : people === 1 ? '1' : people === 2 ? '2' : '3+');
export const saidState = (probability: number) =>
  (['0', '1', '2', '3', '4'] as const)[Math.min(4, Math.max(0, Math.floor(probability * 5)))] ?? '0';
export const silenceState = (days: number, long: number) => (days > long ? 'long' : 'short');

/** A silence is long when nine of ten gaps in won deals were shorter; unknown below so many gaps. */
export const ENOUGH_GAPS = 30;

/** The gap that nine of ten gaps between two acts of the buyer's stayed below; `undefined` where there are too few. */
export function longGap(gaps: Tally): number | undefined {
  const n = gaps.reduce((sum, count) => sum + count, 0);
  return n < ENOUGH_GAPS ? undefined : quantile(gaps, 0.9);
}

/** Deals counted between two breaths. */
const SLICE = 2000;

/** Counts how often each state of each fact occurred, by band of age and by how the deal ended. */
export function* countFacts(
  traces: readonly Trace[],
  gaps: Tally,
): Generator<void, Readonly<Record<string, FactCount>>> {
  const long = longGap(gaps);
  const counts: Record<string, Record<string, { won: number; lost: number }>> = {};
  for (const [place, trace] of traces.entries()) {
    if (place % SLICE === SLICE - 1) yield;
    const states: FactStates = {
      ...(trace.k !== null && { pushes: pushesState(trace.k) }),
      ...(trace.g !== null &&
        trace.g.length > 0 &&
        long !== undefined && { silence: silenceState(Math.max(...trace.g), long) }),
      ...(trace.r !== null && { committee: committeeState(trace.r.length) }),
      ...(trace.x !== null && { nextStep: trace.x ? ('yes' as const) : ('no' as const) }),
      ...(trace.q !== null && { said: saidState(trace.q) }),
    };
    const band = bandOf(trace.e - trace.f);
    for (const fact of FACTS) {
      const state = states[fact];
      if (state === undefined) continue;
      const key = `${fact}/${band}`;
      const byState = counts[key] ?? {};
      const side = byState[state] ?? { won: 0, lost: 0 };
      side[trace.o === 'w' ? 'won' : 'lost'] += 1;
      byState[state] = side;
      counts[key] = byState;
    }
  }
  return counts;
}
