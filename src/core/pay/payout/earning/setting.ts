import { type Decimal, ONE, ZERO } from '../../../value/decimal';
import type { Bonus, Commission } from '../../plan/component';
import { exact } from '../../plan/exact';
import type { MeasureState } from '../crediting/measure-state';
import type { Work } from '../work';
import { type Band, bandsOf, below, inUnits } from './band';
import type { Floor } from './climb';
import { gateStanding } from './gate';
import type { Reading } from './reading';
import { targetOf } from './target';

/** What a tiered component's figures are multiplied by at the end: `target / quota` is divided once, last. */
export type Scale = { readonly times: Decimal; readonly over: Decimal };

/** Everything that a tiered component is worked out from. */
export type Setting = {
  readonly component: Commission | Bonus;
  readonly work: Work;
  readonly axis: Reading;
  readonly pays: MeasureState;
  readonly bands: readonly Band[];
  readonly planBands: readonly Band[];
  readonly floor: Floor | null;
  readonly scale: Scale;
  readonly target: Decimal;
  readonly toDate: boolean;
};

/** Target pay of the period, or of as many periods as the year's quota to date holds. */
export function targetSoFar(component: Commission | Bonus, work: Work, { state }: Reading, toDate: boolean): Decimal {
  const target = targetOf(component, work.plan, work.inputs) ?? ZERO;
  const [one, all] = [state.quota.amount, state.quotaToDate.amount];
  return toDate && one !== null && all !== null ? target.times(all).div(one) : target;
}

/** `target / quota` for a base rate that is worked out from target pay; null without a quota. */
export function scaleOf(component: Commission | Bonus, work: Work, pays: MeasureState, toDate: boolean): Scale | null {
  const one = { times: ONE, over: ONE };
  const byTarget =
    component.kind === 'commission'
      ? component.rate === 'target / quota'
      : (component.tiers?.some((tier) => tier.multiplier !== undefined) ?? true);
  if (!byTarget) return one;
  const quota = toDate ? pays.quotaToDate : pays.quota;
  const target = targetOf(component, work.plan, work.inputs);
  if (quota.amount === null || target === null) return null;
  // The year's quota to date stands for as many targets as it holds period quotas.
  const times = toDate && pays.quota.amount !== null ? target.times(quota.amount).div(pays.quota.amount) : target;
  return { times, over: quota.amount };
}

export function bandsFor(
  component: Commission | Bonus,
  work: Work,
  axis: Reading,
): { planBands: readonly Band[]; bands: readonly Band[] } {
  let planBands = bandsOf(component);
  for (const gate of component.gates ?? []) {
    if (gate.otherwise !== 'no-accelerator' || gateStanding(gate, work).open) continue;
    const edge = gate.acceleratesFrom === undefined ? atQuota(axis) : exact(gate.acceleratesFrom);
    if (edge !== null) planBands = below(planBands, edge);
  }
  return { planBands, bands: axis.unit === null ? planBands : inUnits(planBands, axis.unit) };
}

/** Where accelerators begin unless told: 100 % of quota. */
function atQuota(axis: Reading): Decimal | null {
  return axis.by === 'attainment' ? ONE : axis.state.quota.amount;
}

const bases = new WeakMap<Commission | Bonus, readonly Band[]>();

/** Without a quota no tier can be told: the base rate (or the first tier's) on everything. */
export function baseBand(component: Commission | Bonus): readonly Band[] {
  let bands = bases.get(component);
  if (bands === undefined) {
    const plain = component.kind === 'commission' && component.rate !== undefined;
    const [first] = bandsOf(plain ? { ...component, tiers: [{ from: 0, multiplier: 1 }] } : component);
    bands = first === undefined ? [] : [{ ...first, from: ZERO, to: null }];
    bases.set(component, bands);
  }
  return bands;
}

export function floorOf(component: Commission | Bonus, unit: Decimal): Floor | null {
  const { threshold } = component;
  if (threshold === undefined) return null;
  return { at: exact(threshold.at).times(unit), pays: threshold.pays, reached: threshold.reachedAt ?? 'exactly' };
}
