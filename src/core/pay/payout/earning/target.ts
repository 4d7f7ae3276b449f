import type { Decimal } from '../../../value/decimal';
import type { ComponentBase } from '../../plan/component';
import { exact } from '../../plan/exact';
import { MONTHS } from '../../plan/measure';
import type { CompPlan } from '../../plan/plan';
import { prorated } from '../crediting/service';
import type { PayInputs } from '../inputs';

/** Target variable pay of the whole plan for one of its periods, before proration; null where the plan states none. */
export function planTarget(plan: CompPlan): Decimal | null {
  if (plan.targetPay === undefined) return null;
  const per = plan.targetPay.per ?? 'year';
  const variable = exact(plan.targetPay.variable);
  return per === plan.period ? variable : variable.times(MONTHS[plan.period]).div(MONTHS[per]);
}

/** Target pay of a component for this rep in this period: its own, or its weight of the plan's; prorated where the plan says so. */
export function targetOf(component: ComponentBase, plan: CompPlan, inputs: PayInputs): Decimal | null {
  const whole = component.target === undefined ? weighted(component, plan) : exact(component.target);
  return whole === null ? null : prorated(whole, 'target', plan, inputs);
}

function weighted(component: ComponentBase, plan: CompPlan): Decimal | null {
  const target = planTarget(plan);
  if (target === null) return null;
  return component.weight === undefined ? target : target.times(exact(component.weight));
}
