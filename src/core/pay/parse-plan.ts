import { ok, problem, type Result } from '../value/result';
import { checkExamples } from './examples';
import { lintPlan } from './lint/lint';
import { readJson } from './plan/json-text';
import type { CompPlan } from './plan/plan';
import type { PlanProblem } from './plan/problem';
import { planShape } from './plan/shape/plan-shape';
import { problemsOf } from './plan/shape/read';

/**
 * Reads a comp plan. It is refused with every place that is wrong and a sentence for each: first its shape, then what an analyst
 * would refuse, then its own worked examples against the engine.
 *
 * @param json - parsed JSON from outside; trusted for nothing
 */
export function parseCompPlan(json: unknown): Result<CompPlan, readonly PlanProblem[]> {
  const misshapen = problemsOf(json, planShape);
  if (misshapen.length > 0) return problem(misshapen);
  // The shape has been checked field by field; a copy, so that nobody can change it afterwards.
  const plan = structuredCopy(json) as CompPlan;
  const errors = lintPlan(plan).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return problem(errors.map(({ path, because }) => ({ path, because })));
  const wrong = checkExamples(plan);
  return wrong.length > 0 ? problem(wrong) : ok(plan);
}

/** The same from a file's text: what is not JSON is refused by line and column. */
export function parseCompPlanText(text: string): Result<CompPlan, readonly PlanProblem[]> {
  const json = readJson(text);
  return json.ok ? parseCompPlan(json.value) : problem([json.problem]);
}

/** What to show beside a plan that was taken: the linter's warnings. */
export function planWarnings(plan: CompPlan): readonly PlanProblem[] {
  return lintPlan(plan)
    .filter(({ severity }) => severity === 'warning')
    .map(({ path, because }) => ({ path, because }));
}

function structuredCopy(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}
