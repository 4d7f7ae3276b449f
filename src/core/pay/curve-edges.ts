import type { Decimal } from '../value/decimal';
import { type Counted, work } from './payout/count';
import { bandsOf } from './payout/earning/band';
import { readAxis } from './payout/earning/reading';
import { thresholdPoints } from './payout/explaining/thresholds';
import type { Work } from './payout/work';
import { exact } from './plan/exact';

/**
 * Where pay changes as one more deal grows: points of the plan that lie ahead, and the edges of tiers that are read deal by deal.
 *
 * @param unit - minor units in one major unit
 * @returns rising, in whole minor units of additional credit: the first unit that has reached each
 */
export function edgesOf(counted: Counted, unit: number): number[] {
  const state = work(counted);
  const edges = new Set<number>();
  const add = (toGo: number): void => {
    const minor = Math.ceil(toGo * unit - 1e-6);
    if (minor > 0 && Number.isSafeInteger(minor * 4)) edges.add(minor);
  };
  for (const { measure, toGo, reached } of thresholdPoints(state)) {
    if (!reached && counted.measures.get(measure)?.of.counts === 'credit') add(Number(toGo));
  }
  for (const edge of edgesOfADeal(state)) add(edge.toNumber());
  return [...edges].sort((a, b) => a - b);
}

/** Edges and thresholds of components that look at each deal alone: the additional deal begins at nothing. */
function edgesOfADeal(state: Work): Decimal[] {
  return state.plan.components.flatMap((component) => {
    if ((component.kind !== 'commission' && component.kind !== 'bonus') || component.scope !== 'transaction') return [];
    const axis = component.axis ?? { measure: component.kind === 'commission' ? component.pays : '' };
    const { state: measure, unit } = readAxis(axis, state);
    if (unit === null || measure.of.counts !== 'credit') return [];
    const floor = component.threshold === undefined ? [] : [exact(component.threshold.at)];
    const edges = bandsOf(component).flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
    return [...floor, ...edges].map((edge) => edge.times(unit));
  });
}
