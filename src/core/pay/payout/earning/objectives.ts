import { type Decimal, greatest, least, ONE, ZERO } from '../../../value/decimal';
import { unanswered } from '../../../value/explained';
import { phrase, textFigure } from '../../../value/phrase';
import type { Objectives } from '../../plan/component';
import { exact } from '../../plan/exact';
import { exactShare, moneyAnswer, moneyFigureOf } from '../words';
import { type Work, WorkLine } from '../work';
import { targetOf } from './target';

/** Sums for objectives: what is done of each, or all of it or nothing. One that nobody has judged yet says so. */
export function earnObjectives(component: Objectives, work: Work): WorkLine {
  const line = new WorkLine(component.id, 'component', component, ZERO, () => phrase('pay_rule_objectives'));
  const target = targetOf(component, work.plan, work.inputs) ?? ZERO;
  const { currency } = work.plan;
  for (const objective of component.objectives) {
    const name = phrase('pay_named', textFigure(objective.name ?? objective.id));
    const result = work.inputs.objectives?.[objective.id];
    if (result === undefined) {
      line.notes.push(() => ({ name, of: unanswered('not-recorded', phrase('pay_objective_not_judged')) }));
      line.standing = { standing: 'provisional', because: phrase('pay_objective_not_judged') };
      continue;
    }
    const done = greatest(ZERO, least(ONE, exact(result)));
    const share: Decimal = objective.partial === true ? done : done.gte(1) ? ONE : ZERO;
    const full = objective.amount === undefined ? target.times(exact(objective.weight ?? 0)) : exact(objective.amount);
    const amount = full.times(share);
    line.amount = line.amount.plus(amount);
    line.notes.push(() => ({
      name,
      of: moneyAnswer(amount, currency, phrase('pay_rule_objective', exactShare(done), moneyFigureOf(full, currency))),
    }));
  }
  return line;
}
