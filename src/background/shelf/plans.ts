import { parseCompPlanText, planWarnings } from '../../core/pay/parse-plan';
import type { PlanProblem } from '../../core/pay/plan/problem';
import { ok, type Result } from '../../core/value/result';
import type { CheckedPlan } from './shelf';

export type CompPlanCheck = (text: string) => Result<CheckedPlan, readonly PlanProblem[]>;

/** The plans that come with the extension. */
const SHIPPED = ['account-executive', 'sales-manager', 'new-hire', 'year-to-date'];

type PlanFile = { readonly fileName: string; readonly text: string };

/**
 * Their files, read as any other file is: what cannot be read is left out, and tried again the next time.
 *
 * A file of the extension's own does not change while it runs: each is fetched once, and not at every look at a deal.
 */
export function shippedPlans(get: (path: string) => Promise<Response>): () => Promise<readonly PlanFile[]> {
  const texts = new Map<string, string>();
  const textOf = async (fileName: string): Promise<string | null> => {
    const kept = texts.get(fileName);
    if (kept !== undefined) return kept;
    const response = await get(`plans/${fileName}`).catch(() => null);
    const text = response?.ok ? await response.text().catch(() => null) : null;
    if (text !== null) texts.set(fileName, text);
    return text;
  };
  return async () => {
    const files = await Promise.all(
      SHIPPED.map(async (name) => {
        const fileName = `${name}.json`;
        const text = await textOf(fileName);
        return text === null ? [] : [{ fileName, text }];
      }),
    );
    return files.flat();
  };
}

/** Reads a plan's file, and lints what could be read. */
export const checkPlan: CompPlanCheck = (text) => {
  const parsed = parseCompPlanText(text);
  return parsed.ok ? ok({ plan: parsed.value, warnings: planWarnings(parsed.value) }) : parsed;
};
