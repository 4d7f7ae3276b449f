import type { PlanProblem } from '../../core/pay/plan/problem';

/** A comp plan on the shelf. At most one is active. */
export type PlanCard = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly active: boolean;
  readonly shipped: boolean;
  readonly warnings: readonly PlanProblem[];
};
