import { following } from '../../../src/core/pay/payout/following';
import type { PayInputs } from '../../../src/core/pay/payout/inputs';
import { payout } from '../../../src/core/pay/payout/payout';
import type { Statement } from '../../../src/core/pay/payout/statement';
import type { CompPlan } from '../../../src/core/pay/plan/plan';

/** Several periods of one year in a row: each hands on to the next. */
export function yearOf(plan: CompPlan, periods: readonly PayInputs[]): readonly Statement[] {
  const statements: Statement[] = [];
  for (const inputs of periods) {
    const before = statements.at(-1)?.carryOver;
    statements.push(payout(plan, before === undefined ? inputs : following(inputs, before)));
  }
  return statements;
}
