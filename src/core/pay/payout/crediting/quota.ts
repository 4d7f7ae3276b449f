import { dayNumber, earlier, later } from '../../../value/civil-date';
import { type Decimal, ZERO } from '../../../value/decimal';
import { exact } from '../../plan/exact';
import { MONTHS, type PlanMeasure } from '../../plan/measure';
import type { CompPlan } from '../../plan/plan';
import type { PayInputs, QuotaInput } from '../inputs';
import { prorated, rampQuota } from './service';

/** A quota, or why there is none: nobody set one, or it is 0 (a ramp's first month), which means the same. */
export type Quota =
  | { readonly full: Decimal; readonly amount: Decimal }
  | { readonly amount: null; readonly why: 'not-set' | 'zero' };

/** The quota of a measure for this rep in this period: stated, then ramped, then prorated. */
export function quotaFor(measure: PlanMeasure, plan: CompPlan, inputs: PayInputs): Quota {
  const stated = inputs.quotas?.[measure.id];
  const full = stated === undefined ? ofPlan(measure, plan) : ofInput(stated, inputs);
  if (full === null) return { amount: null, why: 'not-set' };
  const amount = prorated(full.times(rampQuota(plan, inputs)), 'quota', plan, inputs);
  return amount.lte(0) ? { amount: null, why: 'zero' } : { full, amount };
}

function ofPlan(measure: PlanMeasure, plan: CompPlan): Decimal | null {
  if (measure.quota === undefined) return null;
  const per = measure.quota.per ?? plan.period;
  const amount = exact(measure.quota.amount);
  return per === plan.period ? amount : amount.times(MONTHS[plan.period]).div(MONTHS[per]);
}

/** A quota that changed on the way counts by days, each part the share of its own full quota. */
function ofInput(stated: QuotaInput, inputs: PayInputs): Decimal {
  if (typeof stated !== 'object') return exact(stated);
  if ('amount' in stated) return exact(stated.amount);
  const { start, end } = inputs.period;
  const days = dayNumber(end) - dayNumber(start);
  return stated.parts
    .reduce((sum, part) => {
      const there = dayNumber(earlier(end, part.end)) - dayNumber(later(start, part.from));
      return there <= 0 ? sum : sum.plus(exact(part.amount).times(there));
    }, ZERO)
    .div(days);
}
