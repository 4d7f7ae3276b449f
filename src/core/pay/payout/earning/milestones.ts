import { ZERO } from '../../../value/decimal';
import { phrase } from '../../../value/phrase';
import type { Milestones } from '../../plan/component';
import { exact } from '../../plan/exact';
import { prorated } from '../crediting/service';
import { exactShare, inUnit, moneyAnswer } from '../words';
import { type Work, WorkLine } from '../work';
import { readAxis } from './reading';
import { missingMeasure, noQuota } from './tier-words';

/** Fixed sums at levels: each one reached, or only the highest. */
export function earnMilestones(component: Milestones, work: Work): WorkLine {
  const line = new WorkLine(component.id, 'component', component, ZERO, () =>
    component.pay === 'highest' ? phrase('pay_rule_milestone_highest') : phrase('pay_rule_milestone_each'),
  );
  const { state, x, unit, by } = readAxis(component.axis, work);
  if (state.absent || unit === null) {
    line.noAnswer = state.absent ? missingMeasure(state) : noQuota(state, component.axis.window === 'year-to-date');
    return line;
  }
  const owns = component.boundary !== 'lower-tier';
  const levels = component.levels.filter(({ at }) => {
    const edge = exact(at).times(unit);
    return owns ? x.gte(edge) : x.gt(edge);
  });
  const paid = component.pay === 'highest' ? levels.slice(-1) : levels;
  for (const level of paid) {
    const amount = prorated(exact(level.amount), 'milestones', work.plan, work.inputs);
    line.amount = line.amount.plus(amount);
    line.notes.push(() => ({
      name: phrase(
        'pay_term_level_reached',
        by === 'attainment' ? exactShare(exact(level.at)) : inUnit(exact(level.at), state.unit, work.plan.currency),
      ),
      of: moneyAnswer(amount, work.plan.currency, phrase('pay_rule_fixed_sum')),
    }));
  }
  return line;
}
