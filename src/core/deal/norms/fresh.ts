import { addMonths, type CivilDate, dateOfDayNumber, dayNumber } from '../../value/civil-date';
import type { Trace } from './lesson';

/** Calendars of periods that begin on the first of a month: months, and quarters by which of their three months comes first. */
export type FreshCalendar = 'month' | 'quarter 0' | 'quarter 1' | 'quarter 2';

/** What came from deals that were created late, at a number of days left: shares of a usual period, weights that sum to 1. */
export type FreshStep = readonly (readonly [share: number, weight: number])[];

/** Won business that was not in the pipeline yet, by days left of the period. Plain JSON. */
export type FreshNorms = {
  /** Past periods learned from. */
  readonly periods: number;
  /** What an owner usually wins in a period, in minor units: the mean over all owners that closed anything in it. */
  readonly mean: number;
  /** The same of each owner, drawn to the mean. */
  readonly owners: Readonly<Record<string, number>>;
  /** By whole weeks left after the day. */
  readonly steps: readonly FreshStep[];
};

/** Days between two steps. */
export const STEP_DAYS = 7;
/** The organisation's mean counts as much as so many periods of the owner's own. */
const PRIOR_PERIODS = 2;
/** Groups that a distribution is kept in. */
const GROUPS = 8;
/** Deals read between two breaths. */
const SLICE = 5000;

type Calendar = {
  readonly months: number;
  /** Months from January to the first beginning of a period. */
  readonly offset: number;
  /** Weeks begun in the longest period. */
  readonly steps: number;
};

/** Two years of each, as for the booking curve. */
const MOST_MONTHS = 24;

const CALENDARS: Readonly<Record<FreshCalendar, Calendar>> = {
  month: { months: 1, offset: 0, steps: 5 },
  'quarter 0': { months: 3, offset: 0, steps: 14 },
  'quarter 1': { months: 3, offset: 1, steps: 14 },
  'quarter 2': { months: 3, offset: 2, steps: 14 },
};

type OwnerPeriod = { won: number; readonly late: number[] };

/** {@link freshOf} for every calendar: which one an organisation goes by, its deals do not say. */
export function* freshByCalendar(
  traces: readonly Trace[],
  amountOf: (trace: Trace) => number | null,
  today: number,
): Generator<void, Readonly<Record<FreshCalendar, FreshNorms | null>>> {
  const all: [string, FreshNorms | null][] = [];
  for (const [name, calendar] of Object.entries(CALENDARS)) {
    all.push([name, yield* freshOf(traces, amountOf, today, calendar)]);
  }
  return Object.fromEntries(all) as Record<FreshCalendar, FreshNorms | null>;
}

/**
 * Learns what deals that did not exist yet still brought by the end of the period. For each period of the calendar that ended before
 * today and began within the record, for each owner that closed a deal in it, and for each number of whole weeks left: the won
 * amount of deals created after that day and won in the period, as a share of what the owner usually wins in one. The shares
 * of all owners and periods make one distribution, kept as the means of at most eight groups of equal size, smallest first.
 *
 * @param amountOf - in minor units of one currency; null where it is not known or another's
 * @returns null where no period was won anything in
 */
function* freshOf(
  traces: readonly Trace[],
  amountOf: (trace: Trace) => number | null,
  today: number,
  calendar: Calendar,
): Generator<void, FreshNorms | null> {
  let first = Number.POSITIVE_INFINITY;
  for (const { f } of traces) first = Math.min(first, f);
  const periods = pastPeriods(first, today, calendar).map((period) => ({
    ...period,
    owners: new Map<string, OwnerPeriod>(),
  }));
  for (const [place, trace] of traces.entries()) {
    if (place % SLICE === SLICE - 1) yield;
    const period = periods.find(({ start, end }) => trace.e >= start && trace.e < end);
    if (period) count(period.owners, trace, trace.o === 'w' ? (amountOf(trace) ?? 0) : 0, period.end, calendar.steps);
  }
  yield;
  const all = periods.flatMap(({ owners }) => [...owners]);
  const mean = all.reduce((sum, [, { won }]) => sum + won, 0) / Math.max(1, all.length);
  if (!(mean > 0)) return null;
  const own = new Map<string, { won: number; n: number }>();
  for (const [owner, { won }] of all) {
    const so = own.get(owner) ?? { won: 0, n: 0 };
    own.set(owner, { won: so.won + won, n: so.n + 1 });
  }
  const usual = new Map(
    [...own].map(([owner, { won, n }]) => [owner, (won + PRIOR_PERIODS * mean) / (n + PRIOR_PERIODS)]),
  );
  const steps = Array.from({ length: calendar.steps }, (_, step) =>
    grouped(all.map(([owner, { late }]) => (late[step] ?? 0) / (usual.get(owner) ?? mean))),
  );
  const learned = periods.filter(({ owners }) => owners.size > 0).length;
  return { periods: learned, mean, owners: Object.fromEntries(usual), steps };
}

function count(owners: Map<string, OwnerPeriod>, { u, f }: Trace, won: number, end: number, steps: number): void {
  const so = owners.get(u) ?? { won: 0, late: Array.from({ length: steps }, () => 0) };
  so.won += won;
  for (let step = 0; step < steps; step += 1) {
    if (f <= end - 1 - step * STEP_DAYS) continue;
    so.late[step] = (so.late[step] ?? 0) + won;
  }
  owners.set(u, so);
}

/** Newest first. */
function pastPeriods(
  first: number,
  today: number,
  calendar: Calendar,
): { readonly start: number; readonly end: number }[] {
  const periods: { start: number; end: number }[] = [];
  let end = startOf(today, calendar);
  while (periods.length * calendar.months < MOST_MONTHS) {
    const start = dayNumber(addMonths(dateOfDayNumber(end), -calendar.months));
    if (start < first) break;
    periods.push({ start, end });
    end = start;
  }
  return periods;
}

/** The first day of the period that holds a day. */
function startOf(day: number, { months, offset }: Calendar): number {
  const date = dateOfDayNumber(day);
  const month = Number(date.slice(5, 7)) - 1;
  const into = (month - offset + 12) % months;
  return dayNumber(addMonths(`${date.slice(0, 7)}-01` as CivilDate, -into));
}

function grouped(shares: readonly number[]): FreshStep {
  const sorted = [...shares].sort((a, b) => a - b);
  const groups = Math.min(GROUPS, sorted.length);
  return Array.from({ length: groups }, (_, place) => {
    const from = Math.floor((place * sorted.length) / groups);
    const to = Math.floor(((place + 1) * sorted.length) / groups);
    const part = sorted.slice(from, to);
    return [part.reduce((sum, share) => sum + share, 0) / part.length, part.length / sorted.length] as const;
  });
}
