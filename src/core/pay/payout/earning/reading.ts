import { type Decimal, ONE } from '../../../value/decimal';
import { DomainError } from '../../../value/domain-error';
import type { Axis, AxisBy } from '../../plan/measure';
import type { MeasureState } from '../crediting/measure-state';
import type { Work } from '../work';

/** A measure as a rule reads it: the point, and what the rule's edges are multiplied by to stand in the same unit. */
export type Reading = {
  readonly state: MeasureState;
  readonly by: AxisBy;
  /** In the measure's own unit. */
  readonly x: Decimal;
  /** The quota for attainment, 1 for a value; null where there is no quota, or the year's earlier credit is not known. */
  readonly unit: Decimal | null;
};

/** Reads a measure; attainment is never divided out, edges are multiplied by the quota instead. */
export function readAxis(axis: Axis, work: Work): Reading {
  const state = stateOf(axis.measure, work);
  const toDate = axis.window === 'year-to-date';
  const quota = toDate ? state.quotaToDate : state.quota;
  const by = axis.by ?? 'value';
  const known = !toDate || knowsTheYear(state);
  return {
    state,
    by,
    x: toDate && !isRatio(state) ? state.earlier.plus(state.axis) : state.axis,
    unit: known ? (by === 'attainment' ? quota.amount : ONE) : null,
  };
}

/** Whether the year to date of a measure can be told. */
export function knowsTheYear(state: MeasureState): boolean {
  return isRatio(state) || state.earlierKnown;
}

/** A ratio of its own cannot be added to last month's. */
function isRatio(state: MeasureState): boolean {
  return state.unit === 'share';
}

/** The measure that a rule names. The parser has checked that it is there. */
export function stateOf(id: string, work: Work): MeasureState {
  const state = work.measures.get(id);
  if (state === undefined) throw new DomainError(`no measure ${id}`);
  return state;
}
