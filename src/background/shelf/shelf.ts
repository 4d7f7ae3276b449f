import type { CompPlan } from '../../core/pay/plan/plan';
import type { PlanProblem } from '../../core/pay/plan/problem';
import { type Instant, instantOf } from '../../core/value/instant';
import { given, type Known, missing } from '../../core/value/known';
import { ok, problem, type Result } from '../../core/value/result';
import type { PlanCard } from '../../messages/cards/plan-card';
import type { Store } from '../../store/store';

/** A plan that was read and checked, with what is worth a second look. */
export type CheckedPlan = { readonly plan: CompPlan; readonly warnings: readonly PlanProblem[] };

export type ShelfParts = {
  readonly store: Store;
  /** The plans that come with the extension: file name and text. */
  readonly shipped: () => Promise<readonly { readonly fileName: string; readonly text: string }[]>;
  readonly check: (text: string) => Result<CheckedPlan, readonly PlanProblem[]>;
  readonly clock: () => number;
};

/** The comp plans there are, and which of them is used. */
export type Shelf = {
  readonly cards: () => Promise<readonly PlanCard[]>;
  readonly put: (fileName: string, text: string) => Promise<Result<PlanCard, readonly PlanProblem[]>>;
  readonly activate: (id: string | null) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly active: () => Promise<Known<CompPlan>>;
};

const ACTIVE = 'active-plan';

type Shelved = CheckedPlan & { readonly fileName: string; readonly shipped: boolean };

export function shelf({ store, shipped, check, clock }: ShelfParts): Shelf {
  // A plan is checked against its own worked examples: once for each text, not at every reading.
  const checked = new Map<string, Result<CheckedPlan, readonly PlanProblem[]>>();
  const checkOnce = (text: string) => {
    const known = checked.get(text) ?? check(text);
    checked.set(text, known);
    return known;
  };
  const read = (file: { readonly fileName: string; readonly text: string }, isShipped: boolean): Shelved[] => {
    const plan = checkOnce(file.text);
    return plan.ok ? [{ ...plan.value, fileName: file.fileName, shipped: isShipped }] : [];
  };
  /** The user's own come first: one with the id of a shipped plan takes its place. */
  const all = async (): Promise<readonly Shelved[]> => {
    const [own, ours] = await Promise.all([store.plans(), shipped()]);
    const byId = new Map<string, Shelved>();
    for (const plan of [...own.flatMap((file) => read(file, false)), ...ours.flatMap((file) => read(file, true))]) {
      if (!byId.has(plan.plan.id)) byId.set(plan.plan.id, plan);
    }
    return [...byId.values()];
  };
  const activeId = async () => {
    const id = await store.setting(ACTIVE);
    return typeof id === 'string' ? id : null;
  };
  const card = ({ plan, warnings, shipped: isShipped }: Shelved, active: string | null): PlanCard => ({
    id: plan.id,
    name: plan.name,
    version: plan.version,
    active: plan.id === active,
    shipped: isShipped,
    warnings,
  });
  return {
    async cards() {
      const [plans, active] = await Promise.all([all(), activeId()]);
      return plans.map((plan) => card(plan, active));
    },
    async put(fileName, text) {
      const plan = checkOnce(text);
      if (!plan.ok) return problem(plan.problem);
      await store.keepPlan({ id: plan.value.plan.id, fileName, text });
      return ok(card({ ...plan.value, fileName, shipped: false }, await activeId()));
    },
    async activate(id) {
      const known = id === null || (await all()).some(({ plan }) => plan.id === id);
      if (known) await store.keepSetting(ACTIVE, id);
    },
    remove: (id) => store.removePlan(id),
    async active() {
      const id = await activeId();
      const found = id === null ? undefined : (await all()).find(({ plan }) => plan.id === id);
      const at: Instant = instantOf(clock());
      return found ? given(found.plan, { kind: 'file', name: found.fileName }, at) : missing('not-recorded');
    },
  };
}
