import type { Period } from '../../model/goal';
import { type CivilDate, dateOfDayNumber, dayNumber } from '../../value/civil-date';
import type { Norms } from '../norms/norms';
import { type Ended, summarisingEnded } from '../norms/summary/summarise';
import type { Trace } from '../norms/trace/trace';
import type { DealFacts } from '../odds/deal-facts';
import { quickOdds } from '../odds/odds';
import { type OddsMaker, oddsMaker } from '../odds/odds-maker';
import type { Prediction } from './brier';

/** A deal of the past: when it was open, how it ended if it did, and what was known of it on a day. */
export type PastDeal = {
  readonly id: string;
  /** Day number of creation. */
  readonly from: number;
  /** How it ended; null: still open. */
  readonly trace: Trace | null;
  /** What was known on a day while it was open: never a field as it stood at the end. */
  readonly factsOn: (day: CivilDate) => DealFacts;
};

/** What was said of one deal on one day about being won by the end of the period, beside the base rate of that day. */
export type Replayed = Prediction & {
  readonly id: string;
  readonly on: CivilDate;
  readonly period: Period;
  /** Days until the period ends, today not counted. */
  readonly left: number;
  readonly base: number;
};

/** One day of the past, as it looked then. */
export type ReplayedDay = {
  readonly on: CivilDate;
  readonly period: Period;
  readonly maker: OddsMaker;
  readonly open: readonly PastDeal[];
  readonly replayed: readonly Replayed[];
};

/**
 * Replays the odds day by day, each day with what had ended before it and nothing else:
 *
 * - learned from: deals closed before the day, and how long the ones still open when the day before ended had been open;
 * - predicted: every deal open on the day and created by it, "won by the end of the period";
 * - came true: its close date lies after the day and inside the period, and it was won;
 * - held against: the share won by their period's end among the deals that were open at the same days left in the earlier periods.
 *   Periods with no earlier one that had an open deal at that distance are not scored.
 *
 * @param periods - one after the other, oldest first; those that end after `until` are not scored
 * @param days - which days of a period are predicted on; a working week's Mondays, or all
 * @param until - day up to which outcomes are known
 * @returns a day at a time; null where others may have their turn within a day
 */
export function* replay(
  deals: readonly PastDeal[],
  periods: readonly Period[],
  days: (day: CivilDate) => boolean,
  until: CivilDate,
): Generator<ReplayedDay | null> {
  const periodsDone = periods.filter(({ end }) => dayNumber(end) <= dayNumber(until) + 1);
  for (const [place, period] of periodsDone.entries()) {
    const next = periods[place + 1]?.end ?? period.end;
    const end = dayNumber(period.end);
    for (let day = dayNumber(period.start); day < end; day++) {
      const on = dateOfDayNumber(day);
      if (!days(on)) continue;
      const left = end - 1 - day;
      const base = yield* baseRate(deals, periodsDone.slice(0, place), left);
      if (base === undefined) continue;
      const open = openOn(deals, day);
      yield null;
      const ended = endedBefore(deals, day);
      yield null;
      const norms = yield* breathing(ended, dateOfDayNumber(day - 1));
      const ready = oddsMaker(norms, on, period, next);
      // Only what closes after the day comes true here: on the last day of a period nothing does.
      const maker = { ...ready, days: { ...ready.days, period: left } };
      const replayed: Replayed[] = [];
      for (const [index, deal] of open.entries()) {
        if (index % BREATH === 0) yield null;
        const ends = quickOdds(maker, deal.factsOn(on), 'period');
        if (ends !== null)
          replayed.push({ id: deal.id, on, period, left, base, said: ends.won, came: wonBy(deal, end) });
      }
      yield { on, period, maker, open, replayed };
    }
  }
}

/** Deals predicted between two breaths. */
const BREATH = 200;

function* breathing(ended: Ended, asOf: CivilDate): Generator<null, Norms> {
  const work = summarisingEnded(ended, asOf);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield null;
  }
}

/** A deal that closes on a day is no longer predicted on it. */
function openOn(deals: readonly PastDeal[], day: number): PastDeal[] {
  return deals.filter(({ from, trace }) => from <= day && (trace === null || trace.e > day));
}

const wonBy = ({ trace }: PastDeal, end: number): boolean => trace !== null && trace.o === 'w' && trace.e < end;

/** What was known when the day before had ended: a deal that closes on the day was still open then, and counts so. */
function endedBefore(deals: readonly PastDeal[], day: number): Ended {
  const created = new Map<number, number>();
  for (const { from } of openOn(deals, day - 1)) created.set(from, (created.get(from) ?? 0) + 1);
  const traces = deals.flatMap(({ trace }) => (trace !== null && trace.e < day ? [trace] : []));
  return { traces, leftOut: 0, open: [...created] };
}

function* baseRate(
  deals: readonly PastDeal[],
  earlier: readonly Period[],
  left: number,
): Generator<null, number | undefined> {
  let won = 0;
  let n = 0;
  for (const { start, end } of earlier) {
    const day = dayNumber(end) - 1 - left;
    if (day < dayNumber(start)) continue;
    yield null;
    for (const deal of openOn(deals, day)) {
      n += 1;
      if (wonBy(deal, dayNumber(end))) won += 1;
    }
  }
  return n === 0 ? undefined : won / n;
}
