import type { CompPlan } from '../plan/plan';
import { lintComponents } from './components';
import { type Finding, Findings } from './finding';
import { lintReferences } from './references';
import { lintTerms } from './terms';

/**
 * What a compensation analyst would say about a plan that can be read: names that do not exist, gaps and overlaps, jumps, pay that
 * falls as credit rises, weights that are not 100 %, tiers that nobody reaches, a cap below target. Errors refuse the plan.
 */
export function lintPlan(plan: CompPlan): readonly Finding[] {
  const out = new Findings();
  lintReferences(plan, out);
  const named = out.all.length === 0;
  // Where names are missing the rest would only say the same again.
  if (named) {
    lintTerms(plan, out);
    lintComponents(plan, out);
  }
  return out.all;
}
