import { LANDMARKS } from '../age-band';
import type { FactCount, Tally } from '../norms';
import { quantile } from '../quantile';
import type { Moment } from '../trace/moment';
import type { Trace } from '../trace/trace';

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
const FACTS: readonly Fact[] = ['pushes', 'silence', 'committee', 'nextStep', 'said'];

export const pushesState = (pushes: number) => (pushes <= 0 ? '0' : pushes === 1 ? '1' : '2+');
export const committeeState = (people: number) => (people <= 0 ? '0' : people === 1 ? '1' : people === 2 ? '2' : '3+');
export const saidState = (probability: number) =>
  (['0', '1', '2', '3', '4'] as const)[Math.min(4, Math.max(0, Math.floor(probability * 5)))] ?? '0';
export const silenceState = (days: number, long: number) => (days > long ? 'long' : 'short');

/** A silence is long when nine of ten gaps in won deals were shorter; unknown below so many gaps. */
const ENOUGH_GAPS = 30;

/** The gap that nine of ten gaps between two acts of the buyer's stayed below; `undefined` where there are too few. */
export function longGap(gaps: Tally): number | undefined {
  const n = gaps.reduce((sum, count) => sum + count, 0);
  return n < ENOUGH_GAPS ? undefined : quantile(gaps, 0.9);
}

/**
 * Counts how often each state of each fact occurred, by band of age and by how the deal ended: each deal as it stood at the
 * landmarks it was open at, never as it stood at its end.
 */
export type FactsCount = {
  readonly count: (trace: Pick<Trace, 'm' | 'o'>) => void;
  readonly all: () => Readonly<Record<string, FactCount>>;
};

export function factsCount(gaps: Tally): FactsCount {
  const long = longGap(gaps);
  const counts = LANDMARKS.map(() => FACTS.map(() => new Map<string, { won: number; lost: number }>()));
  return {
    count({ m, o }) {
      for (let band = 0; band < m.length; band += 1) {
        const moment = m[band];
        const states = moment ? statesAt(moment, long) : [];
        for (let fact = 0; fact < states.length; fact += 1) {
          const state = states[fact];
          const byState = counts[band]?.[fact];
          if (state === null || state === undefined || byState === undefined) continue;
          const side = byState.get(state) ?? { won: 0, lost: 0 };
          if (side.won + side.lost === 0) byState.set(state, side);
          side[o === 'w' ? 'won' : 'lost'] += 1;
        }
      }
    },
    all: () =>
      Object.fromEntries(
        counts.flatMap((facts, band) =>
          facts.flatMap((byState, fact) =>
            byState.size === 0 ? [] : [[`${FACTS[fact]}/${band}`, Object.fromEntries(byState)] as const],
          ),
        ),
      ),
  };
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
