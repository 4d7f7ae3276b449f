import { addMonths, dayNumber } from '../../../value/civil-date';
import { type Decimal, ZERO } from '../../../value/decimal';
import { dateFigure, phrase, textFigure } from '../../../value/phrase';
import { exact } from '../../plan/exact';
import type { Clawback } from '../../plan/pay-terms';
import type { Cancellation } from '../inputs';
import { moneyAnswer } from '../words';
import { type Work, WorkLine } from '../work';

/** Takes back pay on deals that were cancelled in the period, as far as the plan says. */
export function clawback(work: Work): void {
  const rule = work.plan.clawback;
  const cancelled = work.inputs.cancelled ?? [];
  if (rule === undefined || cancelled.length === 0) return;
  const taken = new Map<string, Decimal>();
  const line = new WorkLine(
    'clawback',
    'clawback',
    null,
    ZERO,
    () => clawbackRule(rule),
    () => new Map(taken),
  );
  for (const deal of cancelled) {
    const amount = takenBack(rule, deal);
    taken.set(deal.dealId, ZERO.minus(amount));
    line.amount = line.amount.minus(amount);
    line.notes.push(() => ({
      name: phrase('pay_term_cancelled', textFigure(deal.dealId), dateFigure(deal.cancelledOn)),
      of: moneyAnswer(ZERO.minus(amount), work.plan.currency, clawbackRule(rule)),
    }));
  }
  work.lines.push(line);
}

/**
 * What a cancelled deal costs: all of its pay or the part for the term not served, of what was earned or of what was paid. Never more
 * than was paid where only that counts.
 */
export function takenBack(rule: Clawback, deal: Cancellation): Decimal {
  const { startedOn, cancelledOn } = deal;
  if (rule.within !== undefined && cancelledOn >= addMonths(startedOn, rule.within)) return ZERO;
  const pay = exact(rule.of === 'paid' ? deal.paid : deal.earned);
  const whole =
    rule.takes === 'all' || (rule.allWithin !== undefined && cancelledOn < addMonths(startedOn, rule.allWithin));
  if (whole) return pay;
  const [unserved, term] = rule.by === 'days' ? inDays(deal) : inMonths(deal);
  return unserved <= 0 || term <= 0 ? ZERO : pay.times(Math.min(unserved, term)).div(term);
}

function inDays({ startedOn, cancelledOn, termMonths }: Cancellation): readonly [number, number] {
  const end = dayNumber(addMonths(startedOn, termMonths));
  return [end - dayNumber(cancelledOn), end - dayNumber(startedOn)];
}

/** A month begun is not served; only whole months are. */
function inMonths({ startedOn, cancelledOn, termMonths }: Cancellation): readonly [number, number] {
  let served = 0;
  while (served < termMonths && addMonths(startedOn, served + 1) <= cancelledOn) served += 1;
  return [termMonths - served, termMonths];
}

function clawbackRule(rule: Clawback) {
  if (rule.takes === 'all') {
    return rule.of === 'paid' ? phrase('pay_rule_clawback_all_paid') : phrase('pay_rule_clawback_all');
  }
  return rule.of === 'paid' ? phrase('pay_rule_clawback_unserved_paid') : phrase('pay_rule_clawback_unserved');
}
