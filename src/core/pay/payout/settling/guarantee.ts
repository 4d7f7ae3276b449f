import { ZERO } from '../../../value/decimal';
import { phrase } from '../../../value/phrase';
import { rampGuarantee } from '../crediting/service';
import { moneyAnswer } from '../words';
import { earnedSoFar, type Work, WorkLine } from '../work';

/** Ramp by guarantee: tops up to the least variable pay of the months served; nothing of it is owed. */
export function guarantee(work: Work): void {
  const least = rampGuarantee(work.plan, work.inputs);
  if (least.lte(0)) return;
  const short = least.minus(earnedSoFar(work));
  const line = new WorkLine('guarantee', 'ramp-guarantee', null, short.gt(0) ? short : ZERO, () =>
    phrase('pay_rule_guarantee'),
  );
  line.settles = short.gt(0);
  line.notes.push(() => ({
    name: phrase('pay_term_guarantee'),
    of: moneyAnswer(least, work.plan.currency, phrase('pay_rule_guarantee_months')),
  }));
  work.lines.push(line);
}
