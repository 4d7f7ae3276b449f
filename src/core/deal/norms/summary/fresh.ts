import { addMonths, type CivilDate, dateOfDayNumber, dayNumber } from '../../../value/civil-date';
import type { Trace } from '../trace/trace';

/** What came from deals that were created late, at a number of days left: shares of a usual quarter, weights that sum to 1. */
export type FreshStep = readonly (readonly [share: number, weight: number])[];

/** Won business that was not in the pipeline yet, by days left of the quarter. Plain JSON. */
export type FreshNorms = {
  /** Past calendar quarters learned from. */
  readonly quarters: number;
  /** What an owner usually wins in a quarter, in minor units: the mean over all owners that closed anything in it. */
  readonly mean: number;
  /** The same of each owner, drawn to the mean. */
  readonly owners: Readonly<Record<string, number>>;
  /** By whole weeks left after the day. */
  readonly steps: readonly FreshStep[];
};

/** Days between two steps, and the steps of a quarter of 92 days. */
export const STEP_DAYS = 7;
const STEPS = 14;
/** Two years, as for the booking curve. */
const MOST_QUARTERS = 8;
/** The organisation's mean counts as much as so many quarters of the owner's own. */
const PRIOR_QUARTERS = 2;
/** Groups that a distribution is kept in. */
const GROUPS = 8;
type OwnerQuarter = { won: number; readonly late: number[] };

export type FreshCount = {
  /** @param amount - in minor units of one currency; null where it is not known or another's */
  readonly count: (trace: Pick<Trace, 'u' | 'f' | 'e' | 'o'>, amount: number | null) => void;
  /** null where no quarter was won anything in */
  readonly norms: () => FreshNorms | null;
};

/**
 * Learns what deals that did not exist yet still brought by the end of the quarter. For each calendar quarter that ended before
 * today and began within the record, for each owner that closed a deal in it, and for each number of whole weeks left: the won
 * amount of deals created after that day and won in the quarter, as a share of what the owner usually wins in a quarter. The shares
 * of all owners and quarters make one distribution, kept as the means of at most eight groups of equal size, smallest first.
 *
 * @param first - the day number of the first creation
 */
export function freshCount(first: number, today: number): FreshCount {
  const quarters = pastQuarters(first, today).map((quarter) => ({
    ...quarter,
    owners: new Map<string, OwnerQuarter>(),
  }));
  return {
    count(trace, amount) {
      for (const { start, end, owners } of quarters) {
        if (trace.e >= start && trace.e < end) count(owners, trace, trace.o === 'w' ? (amount ?? 0) : 0, end);
      }
    },
    norms: () => learned(quarters),
  };
}

function learned(quarters: readonly { readonly owners: ReadonlyMap<string, OwnerQuarter> }[]): FreshNorms | null {
  const all = quarters.flatMap(({ owners }) => [...owners]);
  const mean = all.reduce((sum, [, { won }]) => sum + won, 0) / Math.max(1, all.length);
  if (!(mean > 0)) return null;
  const own = new Map<string, { won: number; n: number }>();
  for (const [owner, { won }] of all) {
    const so = own.get(owner) ?? { won: 0, n: 0 };
    own.set(owner, { won: so.won + won, n: so.n + 1 });
  }
  const usual = new Map(
    [...own].map(([owner, { won, n }]) => [owner, (won + PRIOR_QUARTERS * mean) / (n + PRIOR_QUARTERS)]),
  );
  const steps = Array.from({ length: STEPS }, (_, step) =>
    grouped(all.map(([owner, { late }]) => (late[step] ?? 0) / (usual.get(owner) ?? mean))),
  );
  const past = quarters.filter(({ owners }) => owners.size > 0).length;
  return { quarters: past, mean, owners: Object.fromEntries(usual), steps };
}

function count(owners: Map<string, OwnerQuarter>, { u, f }: Pick<Trace, 'u' | 'f'>, won: number, end: number): void {
  const known = owners.get(u);
  const so = known ?? { won: 0, late: Array.from({ length: STEPS }, () => 0) };
  if (!known) owners.set(u, so);
  so.won += won;
  for (let step = 0; step < STEPS; step += 1) {
    if (f <= end - 1 - step * STEP_DAYS) continue;
    so.late[step] = (so.late[step] ?? 0) + won;
  }
}

function pastQuarters(first: number, today: number): { readonly start: number; readonly end: number }[] {
  const quarters: { start: number; end: number }[] = [];
  let end = quarterStart(today);
  while (quarters.length < MOST_QUARTERS) {
    const start = dayNumber(addMonths(dateOfDayNumber(end), -3));
    if (start < first) break;
    quarters.push({ start, end });
    end = start;
  }
  return quarters;
}

function quarterStart(day: number): number {
  const date = dateOfDayNumber(day);
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  return dayNumber(`${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as CivilDate);
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
