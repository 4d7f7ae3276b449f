import { type Decimal, ZERO } from '../../value/decimal';
import { exact } from './exact';
import { MONTHS } from './measure';
import type { CompPlan } from './plan';

/** On-target earnings for the period that the plan states them for: base plus target variable pay, and the mix. */
export type OnTarget = {
  readonly base: Decimal;
  readonly variable: Decimal;
  readonly total: Decimal;
  /** Share of the total that is variable; null where there is no pay at all. */
  readonly variableShare: Decimal | null;
};

/** On-target earnings (OTE) and the pay mix; null where the plan states no target pay. */
export function onTargetEarnings(plan: CompPlan): OnTarget | null {
  if (plan.targetPay === undefined) return null;
  const base = plan.targetPay.base === undefined ? ZERO : exact(plan.targetPay.base);
  const variable = exact(plan.targetPay.variable);
  const total = base.plus(variable);
  return { base, variable, total, variableShare: total.eq(0) ? null : variable.div(total) };
}

/**
 * The base commission rate that target pay and quota make: target variable / quota, both for the plan's period. Null where the
 * component pays on no measure with a quota, or there is no target.
 */
export function targetRate(plan: CompPlan, componentId: string): Decimal | null {
  const component = plan.components.find(({ id }) => id === componentId);
  if (component === undefined || plan.targetPay === undefined) return null;
  const id =
    component.kind === 'commission' ? component.pays : 'axis' in component ? component.axis?.measure : undefined;
  const quota = plan.measures.find((measure) => measure.id === id)?.quota;
  if (quota === undefined) return null;
  const yearly = (amount: Decimal, per: keyof typeof MONTHS): Decimal => amount.times(12).div(MONTHS[per]);
  const target = yearly(exact(plan.targetPay.variable), plan.targetPay.per ?? 'year').times(
    exact(component.weight ?? 1),
  );
  const full = yearly(exact(quota.amount), quota.per ?? plan.period);
  return full.lte(0) ? null : target.div(full);
}
