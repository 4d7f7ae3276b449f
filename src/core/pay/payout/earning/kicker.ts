import { type Decimal, ZERO } from '../../../value/decimal';
import { phrase, textFigure } from '../../../value/phrase';
import type { Kicker } from '../../plan/component';
import { exact } from '../../plan/exact';
import { fits } from '../crediting/condition';
import type { Item } from '../crediting/item';
import { exactShare, moneyAnswer, moneyFigureOf } from '../words';
import { type Work, WorkLine } from '../work';

/** Extra pay for deals of a kind: an extra rate, a sum a deal, a sum once, a share of what the deal earns. */
export function earnKicker(component: Kicker, work: Work): WorkLine {
  const pay = new Map<string, Decimal>();
  const line = new WorkLine(
    component.id,
    'component',
    component,
    ZERO,
    () => kickerRule(component, work),
    () => new Map(pay),
  );
  const found = eligible(component, work, line);
  const all = [...found.keys()];
  const enough = all.length >= (component.atLeastDeals ?? 1);
  const counted = enough ? all.slice((component.fromDeal ?? 1) - 1).slice(0, component.atMostDeals ?? all.length) : [];
  for (const id of counted) {
    const base = (found.get(id) ?? []).reduce((sum, item) => sum.plus(item.base), ZERO);
    const amount = ofDeal(component, work, id, base);
    pay.set(id, amount);
    line.amount = line.amount.plus(amount);
    line.notes.push(() => ({
      name: phrase('pay_term_deal', textFigure(found.get(id)?.[0]?.deal.name ?? id)),
      of: moneyAnswer(amount, work.plan.currency, kickerRule(component, work)),
    }));
  }
  if (component.once !== undefined && enough && all.length > 0) {
    const once = exact(component.once);
    line.amount = line.amount.plus(once);
    line.notes.push(() => ({
      name: phrase('pay_term_once'),
      of: moneyAnswer(once, work.plan.currency, phrase('pay_rule_fixed_sum')),
    }));
  }
  return line;
}

/** Deals that fit, in order of close date. Several product lines of a deal are one deal. */
function eligible(component: Kicker, work: Work, line: WorkLine): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of work.items) {
    const fit = fits(component.where, item);
    if (fit === 'yes') found.set(item.deal.id, [...(found.get(item.deal.id) ?? []), item]);
    else if (fit !== 'no') line.unknown.push({ dealId: item.deal.id, field: fit.unknown });
  }
  return found;
}

function ofDeal(component: Kicker, work: Work, id: string, base: Decimal): Decimal {
  let amount = component.rate === undefined ? ZERO : base.times(exact(component.rate));
  if (component.perDeal !== undefined) amount = amount.plus(exact(component.perDeal));
  if (component.ofPay === undefined) return amount;
  for (const line of work.lines) {
    if (line.component === null || !component.ofPay.components.includes(line.id)) continue;
    amount = amount.plus((line.byDeal()?.get(id) ?? ZERO).times(exact(component.ofPay.share)));
  }
  return amount;
}

function kickerRule(component: Kicker, work: Work) {
  if (component.rate !== undefined) return phrase('pay_rule_kicker_rate', exactShare(exact(component.rate)));
  if (component.perDeal !== undefined)
    return phrase('pay_rule_kicker_per_deal', moneyFigureOf(exact(component.perDeal), work.plan.currency));
  if (component.ofPay !== undefined) return phrase('pay_rule_kicker_of_pay', exactShare(exact(component.ofPay.share)));
  if (component.once !== undefined) return phrase('pay_rule_kicker_once');
  return phrase('pay_rule_kicker_uplift', exactShare(exact(component.creditUplift ?? 0)));
}
