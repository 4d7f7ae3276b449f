import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Dossier } from '../../../core/model/dossier';
import { isGiven, type Known } from '../../../core/value/known';
import type { Result } from '../../../core/value/result';
import { accountOf } from './record/carried-over';

const UNTOLD: ReadonlySet<CrmProblem['kind']> = new Set(['offline', 'rate-limited', 'signed-out', 'not-the-crm']);

/** Whether nobody answered to a part of a call just then: asked again, they may. */
export function isUntold(part: Result<unknown, CrmProblem> | undefined): boolean {
  return part?.ok === false && UNTOLD.has(part.problem.kind);
}

/** Blocks that hang on the deal alone, and those of its company. */
const OF_DEAL = ['committee', 'activities', 'history', 'competitors', 'quotes', 'team', 'credits'] as const;
const OF_COMPANY = ['account', 'family', 'lookalikes'] as const;

/** A dossier whose blocks that could not be read just then are those of an earlier look: each says itself how old it is. */
export function withStanding(dossier: Dossier, before: Dossier | null): Dossier {
  if (!before) return dossier;
  const stands = (now: Known<unknown>, then: Known<unknown>) =>
    !isGiven(now) && now.missing === 'not-yet-read' && isGiven(then);
  const names = [...OF_DEAL, ...(accountOf(dossier) === accountOf(before) ? OF_COMPANY : [])];
  const kept = names.filter((name) => stands(dossier[name], before[name]));
  const [{ products }, then] = [dossier.opportunity, before.opportunity.products];
  return {
    ...dossier,
    opportunity: stands(products, then) ? { ...dossier.opportunity, products: then } : dossier.opportunity,
    ...Object.fromEntries(kept.map((name) => [name, before[name]])),
  };
}
