import type { Period } from '../../model/goal';
import { addDays, addMonths, type CivilDate, dayNumber, isoWeekday } from '../../value/civil-date';
import { LANDMARKS } from '../norms/age-band';
import { entriesOf, type Lesson } from '../norms/lesson';
import type { Trace } from '../norms/trace/trace';
import type { DealFacts } from '../odds/deal-facts';
import { brier } from './brier';
import { type ReliabilityBin, reliability } from './reliability';
import { type PastDeal, type Replayed, replay } from './replay';

/** How the odds would have done on the organisation's own deals of the past year. */
export type OwnCalibration = {
  readonly bins: readonly ReliabilityBin[];
  /** Brier score of the odds and of "always the base rate"; lower is better. `null` where there is no past to replay. */
  readonly odds: number | null;
  readonly base: number | null;
  /** Predictions scored, and the deals they were about. */
  readonly n: number;
  readonly deals: number;
  /** Closed deals that were left out, for they were closed before they were created. */
  readonly leftOut: number;
};

/** Deals gathered between two breaths. */
const BREATH = 250;

/** Periods replayed: a year of quarters, and one before them to learn the first base rate from. */
const PERIODS = 5;

/**
 * The deals that were read, as they stood on a day of the past. Only what is known to have been so then is used: creation, product,
 * owner, the stage with the days in it, counted back from the close, and pushes, people, next step and the record's probability as
 * they were at the last landmark before the day. Amount and the buyer's silence are not known for any one day and are left out. Deals
 * still open are there by their day of creation only.
 */
export function pastOf(lesson: Lesson): readonly PastDeal[] {
  const work = gathering(lesson);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function* gathering(lesson: Lesson): Generator<void, readonly PastDeal[]> {
  const ended: PastDeal[] = [];
  for (const [id, trace] of entriesOf(lesson)) {
    ended.push({ id, from: trace.f, trace, factsOn: (day) => factsOn(id, trace, day) });
    if (ended.length % BREATH === 0) yield;
  }
  const still = (lesson.open ?? []).flatMap(([from, count]) =>
    Array.from({ length: count }, (_, place): PastDeal => {
      const id = `open ${from} ${place}`;
      return { id, from, trace: null, factsOn: (day) => ({ id, createdOn: addDays(day, from - dayNumber(day)) }) };
    }),
  );
  return [...ended, ...still];
}

function factsOn(id: string, { f, e, p, u, s, m }: Trace, day: CivilDate): DealFacts {
  const on = dayNumber(day);
  let stage: Pick<DealFacts, 'stage' | 'daysInStage'> = {};
  let end = e;
  for (const [name, days] of [...(s ?? [])].reverse()) {
    const start = end - days;
    if (start <= on && on < end) stage = { stage: name, daysInStage: on - start };
    end = start;
  }
  return {
    id,
    createdOn: addDays(day, f - on),
    ownerId: u,
    ...(p !== null && { product: p }),
    ...stage,
    ...lastLookedAt(m, on - f),
  };
}

function lastLookedAt(moments: Trace['m'], age: number): Partial<DealFacts> {
  const moment = moments[LANDMARKS.findLastIndex((landmark) => landmark <= age)];
  if (moment === undefined) return {};
  const [pushes, , people, hasNextStep, said] = moment;
  return {
    ...(pushes !== null && { pushes }),
    ...(people !== null && { people }),
    ...(hasNextStep !== null && { hasNextStep }),
    ...(said !== null && { said }),
  };
}

/**
 * Replays the past four quarters Monday by Monday and says how often what was said came true. In slices: whoever works it out can let
 * others have their turn after each.
 *
 * @param quarter - the quarter that holds today; the ones before it are replayed
 */
export function* ownCalibration(
  lesson: Lesson,
  quarter: Pick<Period, 'start'>,
  today: CivilDate,
): Generator<void, OwnCalibration> {
  const periods = Array.from({ length: PERIODS }, (_, place): Period => {
    const back = PERIODS - place;
    return {
      label: `${-back}`,
      kind: 'quarter',
      start: addMonths(quarter.start, -3 * back),
      end: addMonths(quarter.start, -3 * (back - 1)),
    };
  });
  const all: Replayed[] = [];
  for (const day of replay(yield* gathering(lesson), periods, (on) => isoWeekday(on) === 1, today)) {
    if (day !== null) all.push(...day.replayed);
    yield;
  }
  return {
    bins: reliability(all),
    odds: brier(all) ?? null,
    base: brier(all.map(({ base, came }) => ({ said: base, came }))) ?? null,
    n: all.length,
    deals: new Set(all.map(({ id }) => id)).size,
    leftOut: lesson.leftOut.size,
  };
}
