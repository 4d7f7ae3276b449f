import { LANDMARKS } from './age-band';
import type { Trace } from './lesson';
import type { Moment } from './moment';
import type { FactCount, Tally } from './norms';
import { quantile } from './quantile';

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

/**
 * Counts how often each state of each fact occurred, by band of age and by how the deal ended: each deal as it stood at the
 * landmarks it was open at, never as it stood at its end.
 */
export function* countFacts(
  traces: readonly Trace[],
  gaps: Tally,
): Generator<void, Readonly<Record<string, FactCount>>> {
  const long = longGap(gaps);
  const counts = LANDMARKS.map(() => FACTS.map(() => new Map<string, { won: number; lost: number }>()));
  for (const [place, { m, o }] of traces.entries()) {
    if (place % SLICE === SLICE - 1) yield;
    for (const [band, moment] of m.entries()) {
      for (const [fact, state] of statesAt(moment, long).entries()) {
        const byState = state === null ? undefined : counts[band]?.[fact];
        if (state === null || byState === undefined) continue;
        const side = byState.get(state) ?? { won: 0, lost: 0 };
        side[o === 'w' ? 'won' : 'lost'] += 1;
        byState.set(state, side);
      }
    }
  }
  return Object.fromEntries(
    counts.flatMap((facts, band) =>
      facts.flatMap((byState, fact) =>
        byState.size === 0 ? [] : [[`${FACTS[fact]}/${band}`, Object.fromEntries(byState)] as const],
      ),
    ),
  );
}

/**
 * In the order of {@link FACTS}; null: not known.
 *
 * @param long - days from which on a silence is long; `undefined` where that is not known
 */
function statesAt([pushes, silent, people, hasNextStep, said]: Moment, long: number | undefined) {
  return [
    pushes === null ? null : pushesState(pushes),
    silent === null || long === undefined ? null : silenceState(silent, long),
    people === null ? null : committeeState(people),
    hasNextStep === null ? null : hasNextStep ? 'yes' : 'no',
    said === null ? null : saidState(said),
  ];
}
