import { type Decimal, greatest, least, ONE, ZERO } from '../../../value/decimal';
import { phrase } from '../../../value/phrase';
import { exact } from '../../plan/exact';
import type { Draw } from '../../plan/pay-terms';
import { prorated } from '../crediting/service';
import { moneyAnswer } from '../words';
import { earnedSoFar, type Work, WorkLine } from '../work';

/** A shortfall that is still owed, and how many periods ago it arose. */
export type Owed = { readonly amount: Decimal; readonly periodsAgo: number };

/** How one period with a draw comes out. */
export type Drawn = { readonly toppedUp: Decimal; readonly repaid: Decimal; readonly owed: readonly Owed[] };

/**
 * One period of a draw: earnings below it are topped up; earnings above it repay what is owed, oldest first, but never below the
 * draw (Siebel Incentive Compensation, "Recoverable Draw Scenario",
 * https://docs.oracle.com/cd/E05553_01/books/InCompAdm/InCompAdmPlanDesign8.html).
 *
 * @param earned - pay of the period before the draw
 * @param amount - the draw of the period
 * @param before - what is owed at its start
 * @param period - which period of the draw it is, from 1
 */
function drawn(rule: Draw, earned: Decimal, amount: Decimal, before: readonly Owed[], period: number): Drawn {
  const on = rule.periods === undefined || period <= rule.periods;
  const floor = on ? amount : ZERO;
  const toppedUp = greatest(ZERO, on ? floor.minus(earned) : ZERO);
  const above = greatest(ZERO, earned.minus(floor)).times(rule.repays === undefined ? ONE : exact(rule.repays));
  let left = above;
  const owed: Owed[] = [];
  for (const debt of before) {
    const repaid = least(left, debt.amount);
    left = left.minus(repaid);
    const rest = debt.amount.minus(repaid);
    if (rest.gt(0)) owed.push({ amount: rest, periodsAgo: debt.periodsAgo + 1 });
  }
  if (rule.kind !== 'non-recoverable' && toppedUp.gt(0)) owed.push({ amount: toppedUp, periodsAgo: 0 });
  return {
    toppedUp,
    repaid: above.minus(left),
    owed: rule.kind === 'forgiven' ? notForgiven(rule, owed, period) : owed,
  };
}

function notForgiven(rule: Draw, owed: readonly Owed[], period: number): readonly Owed[] {
  const after = rule.forgiveAfter ?? 1;
  if ((rule.forgives ?? 'balance') === 'balance') return period % after === 0 ? [] : owed;
  return owed.filter((debt) => debt.periodsAgo < after);
}

/** The draw of the plan on everything that the period earned. */
export function draw(work: Work): void {
  const rule = work.plan.draw;
  if (rule === undefined) return;
  const amount = prorated(exact(rule.amount), 'draw', work.plan, work.inputs);
  const before = (work.inputs.draw?.owed ?? []).map((debt) => ({ ...debt, amount: exact(debt.amount) }));
  const outcome = drawn(rule, earnedSoFar(work), amount, before, work.inputs.draw?.period ?? 1);
  work.drawOwed = outcome.owed;
  const { currency } = work.plan;
  if (outcome.toppedUp.gt(0)) {
    const line = new WorkLine('draw', 'draw', null, outcome.toppedUp, () => phrase('pay_rule_draw'));
    line.settles = true;
    line.standing =
      rule.kind === 'non-recoverable'
        ? { standing: 'earned', because: phrase('pay_standing_draw_kept') }
        : { standing: 'at-risk', because: phrase('pay_standing_draw_owed') };
    line.notes.push(() => ({
      name: phrase('pay_term_draw'),
      of: moneyAnswer(amount, currency, phrase('pay_rule_draw_amount')),
    }));
    work.lines.push(line);
  }
  if (outcome.repaid.gt(0)) {
    const line = new WorkLine('draw-repaid', 'draw-repaid', null, ZERO.minus(outcome.repaid), () =>
      phrase('pay_rule_draw_repaid'),
    );
    // What is still owed after a whole repayment leaves the draw itself to be paid.
    line.settles = outcome.owed.length > 0 && rule.repays === undefined;
    line.notes.push(() => ({
      name: phrase('pay_term_draw_owed_before'),
      of: moneyAnswer(
        before.reduce((sum, debt) => sum.plus(debt.amount), ZERO),
        currency,
        phrase('pay_rule_draw_balance'),
      ),
    }));
    work.lines.push(line);
  }
}
