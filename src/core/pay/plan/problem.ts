import type { Phrase } from '../../value/phrase';

/** Something wrong in a plan's file: the place (`components[0].tiers[2].from`, empty for the whole file) and a sentence. */
export type PlanProblem = { readonly path: string; readonly because: Phrase };
