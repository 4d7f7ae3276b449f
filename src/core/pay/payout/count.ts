import { exact } from '../plan/exact';
import type { CompPlan } from '../plan/plan';
import { creditItems } from './crediting/credit';
import { countMeasure, type MeasureState, withMore } from './crediting/measure-state';
import type { CreditedDeal, PayInputs } from './inputs';
import { STEPS } from './steps';
import type { Work } from './work';

/** A plan with its inputs credited and counted once, so that supposed deals can be tried on it cheaply. */
export type Counted = {
  readonly plan: CompPlan;
  readonly inputs: PayInputs;
  readonly items: Work['items'];
  readonly uncounted: Work['uncounted'];
  readonly measures: ReadonlyMap<string, MeasureState>;
};

/** Credits the deals and counts every measure of the plan. */
export function count(plan: CompPlan, inputs: PayInputs): Counted {
  const { items, uncounted } = creditItems(plan, inputs, inputs.deals);
  const measures = new Map(plan.measures.map((of) => [of.id, countMeasure(of, plan, inputs, items)]));
  return { plan, inputs, items, uncounted, measures };
}

/** The same with more deals, as if they had been won after all others of the period. */
export function countMore(counted: Counted, deals: readonly CreditedDeal[]): Counted {
  if (deals.length === 0) return counted;
  const more = creditItems(counted.plan, counted.inputs, deals);
  const measures = new Map<string, MeasureState>();
  for (const [id, state] of counted.measures) measures.set(id, withMore(state, counted.inputs, more.items));
  return {
    ...counted,
    items: [...counted.items, ...more.items],
    uncounted: [...counted.uncounted, ...more.uncounted],
    measures,
  };
}

/** Runs all steps. */
export function work(counted: Counted): Work {
  const before = counted.inputs.draw?.owed ?? [];
  const state: Work = {
    ...counted,
    lines: [],
    drawOwed: before.map((debt) => ({ ...debt, amount: exact(debt.amount) })),
  };
  for (const step of STEPS) step.run(state);
  return state;
}
