import { type Decimal, isOne, isZero, ONE } from '../../../value/decimal';
import type { Bonus, Commission } from '../../plan/component';
import { type Exact, exact } from '../../plan/exact';
import type { Line, Tier, TierMethod } from '../../plan/tier';

/** What a tier's figure stands for. `slope` figures pay on what lies in tiers; `level` figures are sums for a level. */
export type Pays = { readonly family: 'slope' | 'level'; readonly by: 'rate' | 'multiplier' | 'payout' | 'amount' };

/** A tier in exact decimals, with the component's defaults filled in. */
export type Band = Pays & {
  readonly name: string | null;
  readonly from: Decimal;
  readonly to: Decimal | null;
  readonly method: TierMethod;
  /** Whether exactly `from` lies in this band. */
  readonly ownsEdge: boolean;
  readonly at: Decimal;
  /** What a straight line reaches at the upper edge, or rises by a unit of the axis. */
  readonly end: { readonly to: Decimal } | { readonly slope: Decimal } | null;
  readonly part: 'whole' | 'proportional';
};

const compiled = new WeakMap<Commission | Bonus, readonly Band[]>();

/** The tiers of a component on its axis; a component without tiers is one band that pays its base rate. */
export function bandsOf(component: Commission | Bonus): readonly Band[] {
  let bands = compiled.get(component);
  if (bands === undefined) {
    bands = (component.tiers ?? [{ from: 0, multiplier: 1 }]).map((tier) => band(tier, component));
    compiled.set(component, bands);
  }
  return bands;
}

function band(tier: Tier, component: Commission | Bonus): Band {
  const pays = paysOf(tier);
  const base = component.kind === 'commission' ? component.rate : undefined;
  // A plain base rate is multiplied in here, so that tiers by rate and tiers by multiplier can stand in one component.
  const times = pays.by === 'multiplier' && base !== undefined && base !== 'target / quota' ? exact(base) : ONE;
  const line = typeof pays.of === 'object' ? pays.of : null;
  return {
    name: tier.name ?? null,
    from: exact(tier.from),
    to: tier.to === undefined ? null : exact(tier.to),
    method: tier.method ?? (line === null ? (component.method ?? 'marginal') : 'interpolated'),
    ownsEdge: (tier.boundary ?? component.boundary ?? 'higher-tier') === 'higher-tier',
    family: pays.family,
    by: pays.by,
    at: exact(line === null ? (pays.of as Exact) : line.at).times(times),
    end: line === null ? null : endOf(line, times),
    part: tier.part ?? 'whole',
  };
}

function endOf(line: Line, times: Decimal): Band['end'] {
  return 'to' in line ? { to: exact(line.to).times(times) } : { slope: exact(line.slope).times(times) };
}

function paysOf(tier: Tier): Pays & { readonly of: Exact | Line } {
  if (tier.rate !== undefined) return { family: 'slope', by: 'rate', of: tier.rate };
  if (tier.multiplier !== undefined) return { family: 'slope', by: 'multiplier', of: tier.multiplier };
  if (tier.payout !== undefined) return { family: 'level', by: 'payout', of: tier.payout };
  return { family: 'level', by: 'amount', of: tier.amount ?? 0 };
}

/** The same bands with their edges in the measure's own unit: attainment times quota, so that no quotient is ever compared. */
export function inUnits(bands: readonly Band[], quota: Decimal): readonly Band[] {
  if (isOne(quota)) return bands;
  return bands.map((each) => ({
    ...each,
    from: each.from.times(quota),
    to: each.to === null ? null : each.to.times(quota),
    end: each.end !== null && 'slope' in each.end ? { slope: each.end.slope.div(quota) } : each.end,
  }));
}

/** The bands below an edge, the last of them without an end: what is left when accelerators do not pay. */
export function below(bands: readonly Band[], edge: Decimal): readonly Band[] {
  const kept = bands.filter((each, index) => index === 0 || each.from.lt(edge));
  return kept.map((each, index) => {
    if (index < kept.length - 1 || each.to === null) return each;
    // A straight line stops rising where it would have ended.
    if (each.end !== null && 'to' in each.end && each.family === 'level') return each;
    return { ...each, to: null };
  });
}

/** The height of a band's straight line at a point of it, or its figure where it has no line. */
export function heightAt(of: Band, x: Decimal): Decimal {
  if (of.end === null) return of.at;
  const along = x.minus(of.from);
  if ('slope' in of.end) return of.at.plus(of.end.slope.times(along));
  if (of.to === null) return of.at;
  return of.at.plus(of.end.to.minus(of.at).times(along).div(of.to.minus(of.from)));
}

/** Index of the band that a point lies in; -1 below the first. A first band from 0 has all that is below 0 as well. */
export function bandAt(bands: readonly Band[], x: Decimal): number {
  for (let index = bands.length - 1; index >= 0; index -= 1) {
    const each = bands[index] as Band;
    const side = x.cmp(each.from);
    if (side > 0 || (side === 0 && (each.ownsEdge || (index === 0 && isZero(each.from))))) return index;
  }
  const [first] = bands;
  return first !== undefined && isZero(first.from) ? 0 : -1;
}
