import type { Role } from '../../model/person';
import { type CivilDate, dateOfDayNumber, dayNumber } from '../../value/civil-date';
import type { Currency } from '../../value/currency';
import { courseOf } from './course';
import { countFacts } from './facts';
import { freshOf } from './fresh';
import type { Lesson, Trace } from './lesson';
import { type BySide, LONGEST_DAYS, type Norms, type Tally } from './norms';
import { sizeAt } from './size-at';
import { groupWins, teamsOf, winsOf } from './wins';

/** Sizes of deal told apart: fifths. */
const SIZES = 5;
/** Deals read between two breaths. */
const SLICE = 10_000;
/** Below this many known amounts there is one size only. */
const FEW_AMOUNTS = 50;
/** Bookings are kept for two years: eight quarters of a booking curve. */
const BOOKED_DAYS = 740;

/** The norms of a day, out of what was read. What lies after the day is left out. */
export function summarise(lesson: Lesson, asOf: CivilDate): Norms {
  const work = summarising(lesson, asOf);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in slices: whoever works it out can let others have their turn after each. */
export function* summarising({ traces, leftOut, open }: Lesson, asOf: CivilDate): Generator<void, Norms> {
  const today = dayNumber(asOf);
  const all = yield* endedBy(traces, today);
  const currency = mostCommon(all.flatMap(({ c }) => (c === null ? [] : [c])));
  yield;
  const amountOf = ({ a, c }: Trace) => (c === currency ? a : null);
  const sizeEdges = edges(all.flatMap((trace) => amountOf(trace) ?? []));
  const sizeOf = (trace: Trace) => sizeAt(sizeEdges, amountOf(trace));
  yield;
  const won = all.filter(({ o }) => o === 'w');
  const wonAmounts = won.flatMap((trace) => amountOf(trace) ?? []).sort((a, b) => a - b);
  const gaps = tally(won.flatMap(({ g }) => g ?? []));
  yield;
  const byProduct = groupWins(all, ({ p }) => (p === null ? [] : [p]));
  yield;
  const teams = teamsOf(all);
  const byOwner = Object.fromEntries(
    Object.entries(groupWins(all, ({ u }) => [u])).map(([owner, count]) => [
      owner,
      { ...count, team: teams.get(owner) ?? null },
    ]),
  );
  yield;
  const byTeam = groupWins(all, ({ t }) => (t === null ? [] : [t]));
  yield;
  const byStage = groupWins(all, ({ s }) => [...new Set((s ?? []).map(([stage]) => stage))]);
  yield;
  const bySize = Array.from({ length: sizeEdges.length + 1 }, (_, size) =>
    winsOf(all.filter((trace) => sizeOf(trace) === size)),
  );
  yield;
  const cycles = sides(all, ({ f, e }) => [e - f]);
  yield;
  const pushes = sides(all, ({ k }) => (k === null ? [] : [k]));
  yield;
  const cyclesByProduct = perKey(all, ({ p, f, e }) => (p === null ? [] : [[p, e - f]]));
  yield;
  const stageDays = perKey(all, ({ s }) => s ?? []);
  yield;
  const facts = yield* countFacts(all, gaps);
  yield;
  const course = yield* courseOf(all, open, today);
  yield;
  const fresh = yield* freshOf(all, amountOf, today);
  yield;
  const byCommittee = committees(won, sizeOf, sizeEdges.length + 1);
  yield;
  const booked = bookedByDay(won, amountOf, today);
  yield;
  return {
    format: 1,
    asOf,
    all: winsOf(all),
    noDecision: all.filter(({ o }) => o === 'n').length,
    leftOut: Object.keys(leftOut).length,
    open: open === null ? null : open.reduce((sum, [, count]) => sum + count, 0),
    byProduct,
    byOwner,
    byTeam,
    byStage,
    sizeEdges,
    bySize,
    currency: (currency as Currency | undefined) ?? null,
    cycles,
    cyclesByProduct,
    stageDays,
    pushes,
    gaps,
    committees: byCommittee,
    facts,
    course,
    booked,
    usualAmount: wonAmounts[Math.floor((wonAmounts.length - 1) / 2)] ?? null,
    fresh,
  };
}

function* endedBy(traces: Lesson['traces'], today: number): Generator<void, readonly Trace[]> {
  const ended: Trace[] = [];
  const ids = Object.keys(traces);
  yield;
  for (const [place, id] of ids.entries()) {
    if (place % SLICE === SLICE - 1) yield;
    const trace = traces[id];
    if (trace && trace.e <= today) ended.push(trace);
  }
  yield;
  return ended;
}

/** How often each whole number occurs; what is longer than the longest shares its place. */
export function tally(numbers: readonly number[]): Tally {
  const counts: number[] = [];
  for (const number of numbers) {
    const place = Math.min(LONGEST_DAYS, Math.max(0, Math.round(number)));
    while (counts.length <= place) counts.push(0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

function sides(traces: readonly Trace[], numbers: (trace: Trace) => readonly number[]): BySide<Tally> {
  return {
    won: tally(traces.filter(({ o }) => o === 'w').flatMap(numbers)),
    lost: tally(traces.filter(({ o }) => o !== 'w').flatMap(numbers)),
  };
}

function perKey(
  traces: readonly Trace[],
  pairs: (trace: Trace) => readonly (readonly [key: string, number: number])[],
): Record<string, BySide<Tally>> {
  const found = new Map<string, { won: number[]; lost: number[] }>();
  for (const trace of traces) {
    for (const [key, number] of pairs(trace)) {
      const side = found.get(key) ?? { won: [], lost: [] };
      side[trace.o === 'w' ? 'won' : 'lost'].push(number);
      found.set(key, side);
    }
  }
  return Object.fromEntries([...found].map(([key, side]) => [key, { won: tally(side.won), lost: tally(side.lost) }]));
}

function edges(amounts: readonly number[]): number[] {
  if (amounts.length < FEW_AMOUNTS) return [];
  const sorted = [...amounts].sort((a, b) => a - b);
  const cuts = Array.from(
    { length: SIZES - 1 },
    (_, cut) => sorted[Math.floor((sorted.length * (cut + 1)) / SIZES)] ?? 0,
  );
  return [...new Set(cuts)];
}

function committees(
  won: readonly Trace[],
  sizeOf: (trace: Trace) => number | undefined,
  sizes: number,
): Norms['committees'] {
  return Array.from({ length: sizes }, (_, size) => {
    const known = won.filter((trace) => trace.r !== null && (sizes === 1 || sizeOf(trace) === size));
    const roles = new Map<Role, number>();
    for (const role of known.flatMap(({ r }) => r ?? [])) roles.set(role, (roles.get(role) ?? 0) + 1);
    return { n: known.length, people: tally(known.map(({ r }) => r?.length ?? 0)), roles: Object.fromEntries(roles) };
  });
}

function bookedByDay(won: readonly Trace[], amountOf: (trace: Trace) => number | null, today: number): Norms['booked'] {
  const days = new Map<number, number>();
  for (const trace of won) {
    const amount = amountOf(trace);
    if (amount !== null && trace.e > today - BOOKED_DAYS) days.set(trace.e, (days.get(trace.e) ?? 0) + amount);
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, minor]) => [dateOfDayNumber(day), minor]);
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
