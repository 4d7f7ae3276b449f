import { parseCompPlanText, planWarnings } from '../../core/pay/parse-plan';
import type { PlanProblem } from '../../core/pay/plan/problem';
import { ok, type Result } from '../../core/value/result';
import type { CheckedPlan } from './shelf';

export type CompPlanCheck = (text: string) => Result<CheckedPlan, readonly PlanProblem[]>;

/** The plans that come with the extension. */
const SHIPPED = ['account-executive', 'sales-manager', 'new-hire', 'year-to-date'];

/** Their files, read as any other file is: what cannot be read is left out. */
export async function shippedPlans(
  get: (path: string) => Promise<Response>,
): Promise<readonly { readonly fileName: string; readonly text: string }[]> {
  const files = await Promise.all(
    SHIPPED.map(async (name) => {
      try {
        const response = await get(`plans/${name}.json`);
        return response.ok ? [{ fileName: `${name}.json`, text: await response.text() }] : [];
      } catch {
        return [];
      }
    }),
  );
  return files.flat();
}

/** Reads a plan's file, and lints what could be read. */
export const checkPlan: CompPlanCheck = (text) => {
  const parsed = parseCompPlanText(text);
  return parsed.ok ? ok({ plan: parsed.value, warnings: planWarnings(parsed.value) }) : parsed;
};
