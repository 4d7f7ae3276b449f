import { type Decimal, isZero, ZERO } from '../../../value/decimal';
import { phrase } from '../../../value/phrase';
import { exact } from '../../plan/exact';
import { earnMilestones } from '../earning/milestones';
import { modifyAll } from '../earning/modifier';
import { earnTiered } from '../earning/tiered';
import { withoutPeriod } from '../opening';
import { moneyAnswer } from '../words';
import type { Work, WorkLine } from '../work';
import { capYear, countsTheYear, type OfTheYear } from './caps';

/**
 * The true-up of a year-to-date component: the year's pay less what earlier periods paid. It may be negative.
 * Where nobody says what was paid, it is what this plan pays for the year's earlier credit.
 */
export function lessPaid(line: WorkLine, work: Work): void {
  const { component } = line;
  if (component === null || line.noAnswer !== null || !countsTheYear(component)) return;
  if (component.kind !== 'milestones')
    line.standing ??= { standing: 'provisional', because: phrase('pay_standing_true_up') };
  // The first period of the year has nothing before it.
  if (work.inputs.earlier === undefined) return;
  const stated = work.inputs.earlier.paid?.[component.id];
  const paid = stated === undefined ? earnedBefore(component, work) : exact(stated);
  line.amount = line.amount.minus(paid);
  line.paidBefore = paid;
  // A level that nothing was paid for needs no word.
  if (component.kind === 'milestones' && isZero(paid)) return;
  line.notes.push(() => ({
    name: phrase('pay_term_paid_before'),
    of: moneyAnswer(
      paid,
      work.plan.currency,
      stated === undefined ? phrase('pay_rule_paid_before_worked_out') : phrase('pay_rule_paid_before_stated'),
    ),
  }));
}

/** What this plan pays for the year as it stood before the period: the same component with its modifiers and the year's caps. */
function earnedBefore(component: OfTheYear, work: Work): Decimal {
  const before = withoutPeriod(work);
  const line = component.kind === 'milestones' ? earnMilestones(component, before) : earnTiered(component, before);
  if (line.noAnswer !== null) return ZERO;
  modifyAll(line, before);
  capYear(line, before);
  return line.amount;
}
