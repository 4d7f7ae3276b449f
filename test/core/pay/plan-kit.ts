import type { CreditedDeal, PayInputs } from '../../../src/core/pay/payout/inputs';
import type { CompPlan } from '../../../src/core/pay/plan/plan';
import { civilDate } from '../../../src/core/value/civil-date';
import { type Money, moneyOf } from '../../../src/core/value/money';

/** The second quarter of 2017, half-open. */
export const Q2 = {
  label: 'Q2 2017',
  kind: 'quarter',
  start: civilDate('2017-04-01'),
  end: civilDate('2017-07-01'),
} as const;

/** A plan in dollars, counted by quarters, of whatever components are given. */
export function planOf(parts: Partial<CompPlan> & Pick<CompPlan, 'components'>): CompPlan {
  return {
    language: 1,
    id: 'plan',
    name: 'Plan',
    version: '1',
    currency: 'USD',
    period: 'quarter',
    measures: [{ id: 'sales', counts: 'credit' }],
    examples: [],
    ...parts,
  };
}

let next = 0;

/** A deal of so many dollars. */
export function dealOf(amount: number | string, more: Partial<CreditedDeal> = {}): CreditedDeal {
  next += 1;
  return { id: `d${String(next).padStart(6, '0')}`, amount: moneyOf(amount, 'USD'), ...more };
}

export function inputsOf(amounts: readonly (number | string)[], more: Partial<PayInputs> = {}): PayInputs {
  return { period: Q2, deals: amounts.map((amount) => dealOf(amount)), ...more };
}

/** Dollars of an amount, for comparing with what a source prints. */
export function dollars(of: Money): number {
  return of.minor / 100;
}
