import type { RoleNorms } from '../../../buyer/committee/empty-chairs';
import type { BookedPeriod } from '../../../model/book';
import type { Period } from '../../../model/goal';
import { addMonths } from '../../../value/civil-date';
import { type Answer, explained, unanswered } from '../../../value/explained';
import { given, type Known, missing } from '../../../value/known';
import { type Money, money } from '../../../value/money';
import { countFigure, daysFigure, phrase } from '../../../value/phrase';
import type { Source } from '../../../value/source';
import type { Norms, Tally } from '../norms';
import { countOf, spread } from '../quantile';
import { sizeAt } from '../size-at';
import { longGap } from '../summary/facts';

/** Below this many won deals of its own a product goes by the organisation's. */
const ENOUGH_WON = 10;

const learnedFrom = (what: string, n: number): Source => ({ kind: 'learned', from: what, n });
const at = (norms: Norms) => `${norms.asOf}T00:00:00.000Z` as Parameters<typeof given>[2];

/** Days from creation to close of won deals: of the product where enough of it were won, else of all. */
export function wonCycles(norms: Norms, product?: string): Known<readonly number[]> {
  const own = product === undefined ? undefined : ownOf(norms.cyclesByProduct, product)?.won;
  const cycles = spreadOnce(own && countOf(own) >= ENOUGH_WON ? own : norms.cycles.won);
  if (cycles.length === 0) return missing('too-few');
  return given(cycles, learnedFrom('closed deals', cycles.length), at(norms));
}

/** Thousands of won deals, the same for reading after reading. */
const SPREADS = new WeakMap<Tally, readonly number[]>();

function spreadOnce(tally: Tally): readonly number[] {
  const cycles = SPREADS.get(tally) ?? spread(tally);
  SPREADS.set(tally, cycles);
  return cycles;
}

/** The silence that nine of ten gaps between two acts of the buyer's stayed below in won deals, in days. */
export function usualSilence(norms: Norms): Answer<number> {
  const days = longGap(norms.gaps);
  const n = countOf(norms.gaps);
  if (days === undefined) return unanswered('too-few', phrase('deal_norms_gaps_too_few', countFigure(n)));
  return explained(days, daysFigure(days), phrase('deal_norms_gap_rule', countFigure(n)), [], {
    asOf: at(norms),
    sources: [learnedFrom('closed deals', n)],
  });
}

/** How often won deals of an amount like this had each role recorded; of all sizes where this one has too few. */
export function usualRoles(norms: Norms, amount: Money | undefined): RoleNorms | undefined {
  const minor = amount && amount.currency === norms.currency ? amount.minor : undefined;
  const own = norms.committees[sizeAt(norms.sizeEdges, minor) ?? -1];
  const { n, roles } = own && own.n >= ENOUGH_WON ? own : together(norms.committees);
  if (n === 0) return undefined;
  return {
    n,
    roles: Object.entries(roles).map(([role, count]) => ({ role, share: count / n })),
    source: learnedFrom('closed deals', n),
    asOf: at(norms),
  };
}

function together(committees: Norms['committees']): {
  readonly n: number;
  readonly roles: Readonly<Record<string, number>>;
} {
  const roles = new Map<string, number>();
  for (const committee of committees) {
    for (const [role, count] of Object.entries(committee.roles)) roles.set(role, (roles.get(role) ?? 0) + count);
  }
  return { n: committees.reduce((sum, { n }) => sum + n, 0), roles: Object.fromEntries(roles) };
}

const MONTHS: Readonly<Record<Period['kind'], number>> = { month: 1, quarter: 3, half: 6, year: 12, custom: 0 };

/**
 * What the organisation booked in the periods before this one, newest first, by day: what its booking curve is learned from. Periods
 * that begin before the first booking known are left out.
 */
export function bookedBefore(norms: Norms, period: Period): readonly BookedPeriod[] {
  const months = MONTHS[period.kind];
  const { currency } = norms;
  const first = norms.booked[0]?.[0];
  if (months === 0 || currency === null || first === undefined) return [];
  const past: BookedPeriod[] = [];
  for (let back = 1; ; back++) {
    const start = addMonths(period.start, -months * back);
    const end = addMonths(period.start, -months * (back - 1));
    // A period whose beginning is not known would look as if little were booked in it: the record may begin inside it, and
    // while closed deals are still being read, newest first, so does what was read.
    if (start < first) return past;
    const days = norms.booked
      .filter(([on]) => on >= start && on < end)
      .map(([on, minor]) => ({ on, amount: money(minor, currency) }));
    past.push({ period: { label: period.label, kind: period.kind, start, end }, days });
  }
}

/** An entry of its own, never something inherited: names come from outside. */
export function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
