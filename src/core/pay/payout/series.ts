import type { CompPlan } from '../plan/plan';
import type { PayInputs } from './inputs';
import { payout } from './payout';
import type { CarryOver, Statement } from './statement';

/**
 * Several periods of one year in a row: each hands its draw balance, year to date and pay to the next.
 * What an input states itself goes before what the period before hands over.
 */
export function payoutSeries(plan: CompPlan, periods: readonly PayInputs[]): readonly Statement[] {
  const statements: Statement[] = [];
  let before: CarryOver | null = null;
  for (const inputs of periods) {
    const statement = payout(plan, before === null ? inputs : following(inputs, before));
    statements.push(statement);
    before = statement.carryOver;
  }
  return statements;
}

/** Inputs of a period with what the one before it hands over. */
export function following(inputs: PayInputs, before: CarryOver): PayInputs {
  return {
    ...inputs,
    earlier: inputs.earlier ?? { credit: before.credit, quota: before.quota, paid: before.paid },
    draw: inputs.draw ?? { owed: before.drawOwed, period: before.drawPeriod },
    heldBack: inputs.heldBack ?? before.heldBack,
  };
}
