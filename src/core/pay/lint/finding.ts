import type { Phrase } from '../../value/phrase';
import type { PlanProblem } from '../plan/problem';

/** What a compensation analyst would say about a plan. An error refuses it; a warning is shown with it. */
export type Finding = PlanProblem & { readonly severity: 'error' | 'warning' };

/** Collects findings under a path. */
export class Findings {
  readonly all: Finding[] = [];

  error(path: string, because: Phrase): void {
    this.all.push({ severity: 'error', path, because });
  }

  warn(path: string, because: Phrase): void {
    this.all.push({ severity: 'warning', path, because });
  }
}
