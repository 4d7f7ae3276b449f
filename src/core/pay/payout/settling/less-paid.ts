import { phrase } from '../../../value/phrase';
import { exact } from '../../plan/exact';
import { earnTiered } from '../earning/tiered';
import { withoutPeriod } from '../opening';
import { moneyAnswer } from '../words';
import type { Work, WorkLine } from '../work';
import { isCumulative } from './caps';

/**
 * The true-up of a year-to-date component: the year's pay less what earlier periods paid. It may be negative.
 * Where nobody says what was paid, it is what this plan pays for the year's earlier credit.
 */
export function lessPaid(line: WorkLine, work: Work): void {
  const { component } = line;
  if (component?.kind === 'milestones' && component.axis.window === 'year-to-date') {
    // A level of the year is paid once.
    const paid = exact(work.inputs.earlier?.paid?.[component.id] ?? 0);
    line.amount = line.amount.minus(paid);
    return;
  }
  if (component === null || (component.kind !== 'commission' && component.kind !== 'bonus')) return;
  if (!isCumulative(component) || line.noAnswer !== null) return;
  line.standing ??= { standing: 'provisional', because: phrase('pay_standing_true_up') };
  // The first period of the year has nothing before it.
  if (work.inputs.earlier === undefined) return;
  const stated = work.inputs.earlier.paid?.[component.id];
  const paid = stated === undefined ? earnTiered(component, withoutPeriod(work)).amount : exact(stated);
  line.amount = line.amount.minus(paid);
  line.notes.push(() => ({
    name: phrase('pay_term_paid_before'),
    of: moneyAnswer(
      paid,
      work.plan.currency,
      stated === undefined ? phrase('pay_rule_paid_before_worked_out') : phrase('pay_rule_paid_before_stated'),
    ),
  }));
}
