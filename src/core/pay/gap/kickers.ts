import type { Counted } from '../payout/count';
import { fits } from '../payout/crediting/condition';
import type { CompPlan } from '../plan/plan';

/** How many more deals of its kind a kicker takes before it pays; 0 when it pays already. */
export type KickerDistance = {
  readonly componentId: string;
  readonly have: number;
  readonly deals: number;
  /** Deals of which it cannot be told whether they are of the kind. */
  readonly unknown: number;
};

/** Distance to every kicker that takes more than one deal, or has none yet. */
export function kickerDistances(plan: CompPlan, counted: Counted): readonly KickerDistance[] {
  const found: KickerDistance[] = [];
  for (const component of plan.components) {
    if (component.kind !== 'kicker') continue;
    const fit = new Set<string>();
    const unknown = new Set<string>();
    for (const item of counted.items) {
      const is = fits(component.where, item);
      if (is === 'yes') fit.add(item.deal.id);
      else if (is !== 'no') unknown.add(item.deal.id);
    }
    const needs = Math.max(component.atLeastDeals ?? 1, component.fromDeal ?? 1);
    found.push({
      componentId: component.id,
      have: fit.size,
      deals: Math.max(0, needs - fit.size),
      unknown: unknown.size,
    });
  }
  return found;
}
