import { type Decimal, isZero, ZERO } from '../../../value/decimal';
import { exact } from '../../plan/exact';
import { fits } from '../crediting/condition';
import type { Entry } from '../crediting/measure-state';
import { rampStepOn } from '../crediting/service';
import type { Work } from '../work';
import type { Move } from './climb';
import type { Setting } from './setting';

/** Deals (or people of a team), each with what it moves. Several product lines of one deal are one transaction. */
export function transactions(setting: Setting): Map<string, Move[]> {
  const groups = new Map<string, Move[]>();
  for (const move of movesOf(setting, null)) {
    const group = groups.get(move.id);
    if (group === undefined) groups.set(move.id, [move]);
    else group.push(move);
  }
  return groups;
}

export function positionOf(setting: Setting, moves: readonly Move[]): Decimal {
  const { state, x } = setting.axis;
  if (state.of.counts === 'margin-share' && moves[0] !== undefined) {
    const own = state.entries.filter((entry) => entry.id === moves[0]?.id);
    const base = own.reduce((sum, entry) => sum.plus(entry.base), ZERO);
    return isZero(base) ? ZERO : own.reduce((sum, entry) => sum.plus(entry.axis), ZERO).div(base);
  }
  if (isConstant(setting)) return x;
  return moves.reduce((sum, move) => sum.plus(move.axis), ZERO);
}

export function baseOf(moves: readonly Move[]): Decimal {
  return moves.reduce((sum, move) => sum.plus(move.base), ZERO);
}

/** What every deal of the period moves on the axis and adds to what is paid on, in order; the year before it first, where it counts. */
export function movesOf(setting: Setting, opening: Decimal | null): Move[] {
  const { axis, pays, work } = setting;
  const moves: Move[] = [];
  if (opening !== null && !isZero(opening)) moves.push({ id: '', axis: opening, base: opening });
  const constant = isConstant(setting);
  if (axis.state === pays) {
    const still = constant && pays.of.counts === 'margin-share';
    for (const entry of pays.entries)
      moves.push({ id: entry.id, axis: still ? ZERO : entry.axis, base: rated(entry, setting) });
    return moves;
  }
  if (constant || pays.of.counts === 'given' || pays.of.counts === 'team') {
    if (!constant) for (const entry of axis.state.entries) moves.push({ id: entry.id, axis: entry.axis, base: ZERO });
    for (const entry of pays.entries) moves.push({ id: entry.id, axis: ZERO, base: rated(entry, setting) });
    return moves;
  }
  const onAxis = new Map(axis.state.entries.map((entry) => [entry.item, entry]));
  const paid = new Map(pays.entries.map((entry) => [entry.item, entry]));
  for (const item of work.items) {
    const moved = onAxis.get(item);
    const base = paid.get(item);
    if (moved === undefined && base === undefined) continue;
    moves.push({
      id: item.deal.id,
      axis: moved?.axis ?? ZERO,
      base: base === undefined ? ZERO : rated(base, setting),
    });
  }
  return moves;
}

/** An axis that deals do not move one by one. */
export function isConstant({ axis: { state }, pays }: Setting): boolean {
  const { counts } = state.of;
  return counts === 'given' || counts === 'margin-share' || (counts === 'team' && pays !== state);
}

/** Whether deals differ in their rate: by class, or by the month of a ramp. */
export function hasOwnRates({ component, work, pays }: Setting): boolean {
  if (component.kind !== 'commission' || pays.of.counts === 'given' || pays.of.counts === 'team') return false;
  return component.rates !== undefined || rampRates(work);
}

function rampRates(work: Work): boolean {
  return work.plan.ramp?.steps.some((step) => step.rate !== undefined) ?? false;
}

function rated(entry: Entry, { component, work }: Setting): Decimal {
  if (component.kind !== 'commission' || entry.item === null) return entry.base;
  let base = entry.base;
  const { item } = entry;
  if (component.rates !== undefined) {
    const found = component.rates.find((each) => fits(each.where, item) === 'yes');
    base = found === undefined ? ZERO : base.times(exact(found.rate));
  }
  if (!rampRates(work)) return base;
  const step = rampStepOn(work.plan, work.inputs, item.closeDate);
  return step?.rate === undefined ? base : base.times(exact(step.rate));
}
