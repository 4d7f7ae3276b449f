import { Decimal, isZero, ONE, ZERO } from '../../../value/decimal';
import { major } from '../../../value/money';
import { type Exact, exact } from '../../plan/exact';
import type { PlanMeasure } from '../../plan/measure';
import type { CompPlan } from '../../plan/plan';
import type { PayInputs } from '../inputs';
import { factOf, fits } from './condition';
import type { Uncounted } from './credit';
import type { Item } from './item';
import { type Quota, quotaFor } from './quota';

/** What one item adds to a measure: towards the quota, and to what is paid on. `item` is null for a given figure or a team member. */
export type Entry = {
  readonly id: string;
  readonly item: Item | null;
  readonly axis: Decimal;
  readonly base: Decimal;
};

/** A measure counted up. */
export type MeasureState = {
  readonly of: PlanMeasure;
  readonly unit: 'money' | 'count' | 'share';
  readonly entries: readonly Entry[];
  readonly axis: Decimal;
  readonly base: Decimal;
  /** Whether credit and what is paid on are the same for every entry. */
  readonly same: boolean;
  readonly earlier: Decimal;
  /** Whether it is known what was credited earlier in the year; `earlier` is 0 where it is not. */
  readonly earlierKnown: boolean;
  readonly quota: Quota;
  /** Quota of the year up to the end of this period. */
  readonly quotaToDate: Quota;
  /** A figure that the inputs should have brought and did not. */
  readonly absent: boolean;
  readonly unknown: readonly Uncounted[];
};

/** Counts a measure from the items that fit it. */
export function countMeasure(of: PlanMeasure, plan: CompPlan, inputs: PayInputs, items: readonly Item[]): MeasureState {
  const quota = quotaFor(of, plan, inputs);
  const before = inputs.earlier?.quota?.[of.id];
  const earlier = inputs.earlier?.credit?.[of.id];
  const unknown: Uncounted[] = [];
  const given = of.counts === 'given' ? inputs.measures?.[of.id] : undefined;
  const asShare = given?.value === undefined && given?.attainment !== undefined;
  const entries = entriesOf(of, inputs, items, unknown);
  const quotaOfShare: Quota = { full: ONE, amount: ONE };
  const sums = of.counts === 'margin-share' ? marginShare(entries) : sumUp(entries);
  return {
    of,
    unit: unitOf(of, asShare),
    entries,
    ...sums,
    same: entries.every((entry) => entry.axis === entry.base || entry.axis.eq(entry.base)),
    earlier: earlier === undefined ? ZERO : exact(earlier),
    earlierKnown: earlier !== undefined || !(inputs.earlier?.unknown ?? []).includes(of.id),
    quota: asShare ? quotaOfShare : quota,
    quotaToDate: asShare ? quotaOfShare : toDate(quota, before, earlier),
    absent: of.counts === 'given' && given === undefined,
    unknown,
  };
}

/** The same measure with more items; what a supposed deal changes. */
export function withMore(state: MeasureState, inputs: PayInputs, more: readonly Item[]): MeasureState {
  if (state.of.counts === 'given' || state.of.counts === 'team') return state;
  const unknown: Uncounted[] = [];
  const counted = new Set(state.of.counts === 'deals' ? state.entries.map((entry) => entry.id) : []);
  const added = entriesOf(state.of, inputs, more, unknown).filter((entry) => !counted.has(entry.id));
  if (added.length === 0) return state;
  const entries = [...state.entries, ...added];
  const sums =
    state.of.counts === 'margin-share'
      ? marginShare(entries)
      : added.reduce((sum, entry) => ({ axis: sum.axis.plus(entry.axis), base: sum.base.plus(entry.base) }), {
          axis: state.axis,
          base: state.base,
        });
  const same = state.same && added.every((entry) => entry.axis === entry.base || entry.axis.eq(entry.base));
  return { ...state, entries, ...sums, same, unknown: [...state.unknown, ...unknown] };
}

function entriesOf(of: PlanMeasure, inputs: PayInputs, items: readonly Item[], unknown: Uncounted[]): Entry[] {
  if (of.counts === 'given') return givenEntry(of, inputs);
  if (of.counts === 'team') {
    return (inputs.team ?? []).map(({ id, amount }) => ({ id, item: null, axis: major(amount), base: major(amount) }));
  }
  const entries: Entry[] = [];
  const counted = new Set<string>();
  for (const item of items) {
    const fit = fits(of.where, item);
    if (fit === 'no') continue;
    if (fit !== 'yes') {
      unknown.push({ dealId: item.deal.id, field: fit.unknown });
      continue;
    }
    const entry = entryOf(of, item, counted, unknown);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

function entryOf(of: PlanMeasure, item: Item, counted: Set<string>, unknown: Uncounted[]): Entry | null {
  const id = item.deal.id;
  switch (of.counts) {
    case 'deals':
      if (counted.has(id)) return null;
      counted.add(id);
      return { id, item, axis: ONE, base: ONE };
    case 'field': {
      const fact = of.field === undefined ? undefined : factOf(item, of.field);
      const value = typeof fact === 'number' || typeof fact === 'string' ? number(fact) : null;
      if (value === null) {
        unknown.push({ dealId: id, field: of.field ?? '' });
        return null;
      }
      if (counted.has(id)) return null;
      counted.add(id);
      return { id, item, axis: value, base: value };
    }
    case 'margin':
    case 'margin-share':
      if (item.margin === null) {
        unknown.push({ dealId: id, field: 'margin' });
        return null;
      }
      return { id, item, axis: item.margin, base: of.counts === 'margin' ? item.margin : item.base };
    default:
      return { id, item, axis: item.credit, base: item.base };
  }
}

function number(of: number | string): Decimal | null {
  try {
    return new Decimal(of);
  } catch {
    return null;
  }
}

function givenEntry(of: PlanMeasure, inputs: PayInputs): Entry[] {
  const given = inputs.measures?.[of.id];
  const value = given?.value ?? given?.attainment;
  if (value === undefined) return [];
  return [{ id: of.id, item: null, axis: exact(value), base: exact(value) }];
}

function sumUp(entries: readonly Entry[]): { axis: Decimal; base: Decimal } {
  let axis = ZERO;
  let base = ZERO;
  for (const entry of entries) {
    axis = axis.plus(entry.axis);
    base = base.plus(entry.base);
  }
  return { axis, base };
}

/** Margin over amount of everything together, not a mean of shares. */
function marginShare(entries: readonly Entry[]): { axis: Decimal; base: Decimal } {
  const { axis, base } = sumUp(entries);
  return { axis: isZero(base) ? ZERO : axis.div(base), base };
}

/** Earlier credit without the quota it stood against leaves the year's attainment unknown. */
function toDate(quota: Quota, before: Exact | undefined, earlier: Exact | undefined): Quota {
  if (before === undefined) {
    return earlier === undefined || isZero(exact(earlier)) ? quota : { amount: null, why: 'not-set' };
  }
  const amount = exact(before);
  if (quota.amount === null) return amount.gt(0) ? { full: amount, amount } : quota;
  return { full: quota.full.plus(amount), amount: quota.amount.plus(amount) };
}

function unitOf(of: PlanMeasure, asShare: boolean): MeasureState['unit'] {
  if (asShare || of.counts === 'margin-share') return 'share';
  return of.counts === 'deals' || of.counts === 'field' ? 'count' : 'money';
}
