import type { Decimal } from '../../value/decimal';
import { phrase } from '../../value/phrase';
import { exactNumber } from '../payout/words';
import { type Exact, exact } from '../plan/exact';
import type { Findings } from './finding';

/** Stretches must follow each other: lowest first, no gap, no overlap, only the last one open. */
export function lintStretches(
  stretches: readonly { readonly from: Exact; readonly to?: Exact }[],
  path: string,
  out: Findings,
): boolean {
  const before = out.all.length;
  stretches.forEach((stretch, index) => {
    const here = `${path}[${index}]`;
    const from = exact(stretch.from);
    if (stretch.to !== undefined && exact(stretch.to).lte(from)) {
      out.error(`${here}.to`, phrase('pay_plan_tier_backwards', figure(from), figure(exact(stretch.to))));
    }
    const previous = stretches[index - 1];
    if (previous === undefined) return;
    if (from.lt(exact(previous.from))) {
      out.error(`${here}.from`, phrase('pay_plan_tiers_unordered', figure(from), figure(exact(previous.from))));
    } else if (previous.to === undefined) {
      out.error(`${path}[${index - 1}]`, phrase('pay_plan_tier_open_early', figure(exact(previous.from))));
    } else if (from.lt(exact(previous.to))) {
      out.error(`${here}.from`, phrase('pay_plan_tiers_overlap', figure(from), figure(exact(previous.to))));
    } else if (from.gt(exact(previous.to))) {
      out.error(`${here}.from`, phrase('pay_plan_tiers_gap', figure(exact(previous.to)), figure(from)));
    }
  });
  return out.all.length === before;
}

/** Edges must rise. */
export function lintRising(edges: readonly Exact[], path: (index: number) => string, out: Findings): void {
  edges.forEach((edge, index) => {
    const previous = edges[index - 1];
    if (previous === undefined) return;
    if (exact(edge).lte(exact(previous))) {
      out.error(path(index), phrase('pay_plan_levels_not_rising', figure(exact(edge)), figure(exact(previous))));
    }
  });
}

export const figure = (of: Decimal) => exactNumber(of);
