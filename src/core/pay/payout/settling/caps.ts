import { type Decimal, least, ZERO } from '../../../value/decimal';
import { explained } from '../../../value/explained';
import { phrase, textFigure } from '../../../value/phrase';
import type { Bonus, Cap, Commission, Component, Milestones } from '../../plan/component';
import { exact } from '../../plan/exact';
import { MONTHS } from '../../plan/measure';
import { prorated } from '../crediting/service';
import { gateRule, gateStanding } from '../earning/gate';
import { stateOf } from '../earning/reading';
import { planTarget, targetOf } from '../earning/target';
import { moneyAnswer } from '../words';
import { earnedSoFar, type Work, WorkLine } from '../work';

/** What closed gates leave of a line: nothing, a part, or at most so much. Accelerators were seen to where the tiers were read. */
export function applyGates(line: WorkLine, work: Work): void {
  for (const gate of line.component?.gates ?? []) {
    const standing = gateStanding(gate, work);
    line.notes.push(() => ({
      name: phrase('pay_term_gate', textFigure(stateOf(gate.measure, work).of.name ?? gate.measure)),
      of: explained(standing.open, { unit: 'phrase', phrase: gateRule(standing) }, gateRule(standing)),
    }));
    if (standing.unknown) line.standing = { standing: 'provisional', because: gateRule(standing) };
    if (standing.open || gate.otherwise === 'no-accelerator') continue;
    if (gate.otherwise === 'nothing') line.scale(ZERO);
    else if ('multipliedBy' in gate.otherwise) line.scale(exact(gate.otherwise.multipliedBy));
    else {
      const most =
        'amountAtMost' in gate.otherwise
          ? exact(gate.otherwise.amountAtMost)
          : exact(gate.otherwise.payoutAtMost).times(
              line.component === null ? ZERO : (targetOf(line.component, work.plan, work.inputs) ?? ZERO),
            );
      limit(line, most, work);
    }
  }
}

/** Caps of a component on a single deal. */
export function capDeals(line: WorkLine, work: Work): void {
  for (const cap of line.component?.caps ?? []) {
    if (cap.per !== 'deal') continue;
    const deals = line.byDeal();
    if (deals === null) continue;
    for (const [id, pay] of deals) {
      const most = mostOf(cap, line, work, () => baseOfDeal(line, work, id));
      if (most === null || pay.lte(most)) continue;
      deals.set(id, most);
      line.amount = line.amount.minus(pay.minus(most));
      line.notes.push(() => ({
        name: phrase('pay_term_deal_cap', textFigure(nameOfDeal(id, work))),
        of: moneyAnswer(most, work.plan.currency, phrase('pay_rule_cap_deal')),
      }));
    }
  }
}

/** Caps of a component on the year. Of a line that counts the year they limit the year's pay; what was paid comes off later. */
export function capYear(line: WorkLine, work: Work): void {
  const { component } = line;
  const paid = component !== null && countsTheYear(component) ? undefined : work.inputs.earlier?.paid?.[line.id];
  for (const cap of component?.caps ?? []) {
    if (cap.per !== 'year') continue;
    const most = mostOf(cap, line, work, () => baseOfLine(line, work).plus(earlierBase(line, work)));
    if (most !== null) limit(line, leftOf(most, paid === undefined ? ZERO : exact(paid)), work);
  }
}

/** Caps of a component on what the period pays, after what was paid earlier in the year has come off. */
export function capPeriod(line: WorkLine, work: Work): void {
  for (const cap of line.component?.caps ?? []) {
    if (cap.per !== 'period') continue;
    const most = mostOf(cap, line, work, () => baseOfLine(line, work));
    if (most !== null) limit(line, most, work);
  }
}

/** What a year's cap leaves for this period. It limits what is paid from now on and takes nothing back of what was paid before. */
function leftOf(most: Decimal, before: Decimal): Decimal {
  return before.gt(most) ? least(ZERO, most) : most.minus(before);
}

/** Components whose pay is the year's pay less what was paid: cumulative ones, and levels of the year, which are paid once. */
export type OfTheYear = Commission | Bonus | Milestones;

/** Whether a component's pay is the year's pay less what was paid. */
export function countsTheYear(component: Component): component is OfTheYear {
  if (component.kind === 'milestones') return component.axis.window === 'year-to-date';
  return (
    (component.kind === 'commission' || component.kind === 'bonus') &&
    component.scope === 'year-to-date' &&
    component.payment !== 'period-only'
  );
}

function limit(line: WorkLine, most: Decimal, work: Work): void {
  if (line.amount.lte(most)) return;
  line.bringTo(most);
  line.notes.push(() => ({
    name: phrase('pay_term_cap'),
    of: moneyAnswer(most, work.plan.currency, phrase('pay_rule_cap')),
  }));
}

function mostOf(cap: Cap, line: WorkLine, work: Work, base: () => Decimal): Decimal | null {
  const limits: Decimal[] = [];
  if (cap.amount !== undefined) limits.push(exact(cap.amount));
  if (cap.rate !== undefined) limits.push(exact(cap.rate).times(base()));
  if (cap.payout !== undefined && line.component !== null) {
    const target = targetOf(line.component, work.plan, work.inputs);
    if (target !== null) limits.push(exact(cap.payout).times(forCap(target, cap, work)));
  }
  return limits.length === 0 ? null : limits.reduce(least);
}

/** A share of the target is a share of the year's target where the cap is the year's. */
function forCap(target: Decimal, cap: Pick<Cap, 'per'>, { plan }: Work): Decimal {
  return cap.per === 'year' ? target.times(MONTHS.year).div(MONTHS[plan.period]) : target;
}

function baseOfLine(line: WorkLine, work: Work): Decimal {
  const { component } = line;
  if (component === null) return ZERO;
  if (component.kind === 'commission') return stateOf(component.pays, work).base;
  if (component.kind === 'bonus') return stateOf(component.axis.measure, work).base;
  return work.items.reduce((sum, item) => sum.plus(item.base), ZERO);
}

/** What the year was paid on before the period, as far as it is known. */
function earlierBase({ component }: WorkLine, work: Work): Decimal {
  if (component?.kind === 'commission') return stateOf(component.pays, work).earlier;
  return component?.kind === 'bonus' ? stateOf(component.axis.measure, work).earlier : ZERO;
}

const nameOfDeal = (id: string, { items }: Work): string => items.find(({ deal }) => deal.id === id)?.deal.name ?? id;

function baseOfDeal(line: WorkLine, work: Work, id: string): Decimal {
  const { component } = line;
  if (component?.kind === 'commission') {
    return stateOf(component.pays, work).entries.reduce(
      (sum, entry) => (entry.id === id ? sum.plus(entry.base) : sum),
      ZERO,
    );
  }
  return work.items.reduce((sum, item) => (item.deal.id === id ? sum.plus(item.base) : sum), ZERO);
}

/** The line that a cap of the plan's takes off, and what it stands under among the pay of earlier periods: negative. */
export const PLAN_CAP = 'plan-cap';

/** The plan's own caps: on everything that its components pay, with what the year's cap has taken off earlier left off. */
export function capPlan(work: Work): void {
  for (const cap of work.plan.caps ?? []) {
    const limits: Decimal[] = [];
    if (cap.amount !== undefined) limits.push(exact(cap.amount));
    const target = planTarget(work.plan);
    if (cap.payout !== undefined && target !== null) {
      limits.push(exact(cap.payout).times(forCap(prorated(target, 'target', work.plan, work.inputs), cap, work)));
    }
    if (limits.length === 0) continue;
    const before = Object.values(work.inputs.earlier?.paid ?? {}).reduce<Decimal>(
      (sum, paid) => sum.plus(exact(paid)),
      ZERO,
    );
    const cappedAt = limits.reduce(least);
    const most = cap.per === 'year' ? leftOf(cappedAt, before) : cappedAt;
    const over = earnedSoFar(work).minus(most);
    if (over.lte(0)) continue;
    const line = new WorkLine(PLAN_CAP, 'plan-cap', null, ZERO.minus(over), () => phrase('pay_rule_plan_cap'));
    line.settles = true;
    line.notes.push(() => ({
      name: phrase('pay_term_cap'),
      of: moneyAnswer(most, work.plan.currency, phrase('pay_rule_cap')),
    }));
    work.lines.push(line);
  }
}
