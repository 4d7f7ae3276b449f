import { addDays, type CivilDate, dayNumber, earlier, later } from '../../../value/civil-date';
import { Decimal, ONE, ZERO } from '../../../value/decimal';
import { exact } from '../../plan/exact';
import { MONTHS } from '../../plan/measure';
import type { RampStep } from '../../plan/pay-terms';
import type { CompPlan } from '../../plan/plan';
import type { PayInputs } from '../inputs';

/**
 * The part of the period that the rep was there, by days. Two counting rules are in use: the first day counts, or it does not
 * (both in print: Masters, https://seanmmasters.com/2019/11/03/sales-compensation-ramp-goals-for-new-hires/ counts it).
 */
export function presence(plan: CompPlan, inputs: PayInputs): { readonly days: number; readonly of: number } {
  const { start, end } = inputs.period;
  const days = dayNumber(end) - dayNumber(start);
  const of = plan.proration?.periodDays ?? days;
  const from = inputs.rep?.startedOn;
  const left = inputs.rep?.leftOn;
  const began = from !== undefined && from > start;
  const gone = left !== undefined && addDays(left, 1) < end;
  if (!began && !gone) return { days: of, of };
  const first = from === undefined ? start : later(start, from);
  const last = left === undefined ? end : earlier(end, addDays(left, 1));
  const there = dayNumber(last) - dayNumber(first) - (began && plan.proration?.startDay === 'does-not-count' ? 1 : 0);
  return { days: Math.max(0, Math.min(there, of)), of };
}

type ProratedThing = 'quota' | 'target' | 'draw' | 'guarantee' | 'milestones';

/** An amount of a full period, by the rep's days where the plan prorates it. */
export function prorated(amount: Decimal, thing: ProratedThing, plan: CompPlan, inputs: PayInputs): Decimal {
  if (plan.proration === undefined) return amount;
  if (!(plan.proration.of ?? ['quota', 'target']).includes(thing)) return amount;
  const { days, of } = presence(plan, inputs);
  return days === of ? amount : amount.times(days).div(of);
}

/** The ramp step for the month (or period) of service that a date falls in; `undefined` once the ramp is over. */
export function rampStepOn(plan: CompPlan, inputs: PayInputs, date: CivilDate): RampStep | undefined {
  const from = inputs.rep?.rampFrom ?? inputs.rep?.startedOn;
  if (plan.ramp === undefined || from === undefined) return undefined;
  const month = months(date) - months(from) + 1;
  const index = plan.ramp.unit === 'period' ? Math.floor((month - 1) / MONTHS[plan.period]) + 1 : month;
  return plan.ramp.steps.find((step) => step.from <= index && index <= (step.to ?? step.from));
}

/** Ramp steps of each month of the period that the rep was there; `undefined` for a month after the ramp. */
function rampMonths(plan: CompPlan, inputs: PayInputs): readonly (RampStep | undefined)[] {
  const from = inputs.rep?.rampFrom ?? inputs.rep?.startedOn;
  if (plan.ramp === undefined || from === undefined) return [];
  const steps: (RampStep | undefined)[] = [];
  const last = months(addDays(inputs.period.end, -1));
  for (let month = Math.max(months(inputs.period.start), months(from)); month <= last; month += 1) {
    steps.push(rampStepOn(plan, inputs, firstOfMonth(month)));
    if (plan.ramp.unit === 'period') break;
  }
  return steps;
}

/** Share of the full quota that the ramp asks for: the mean over the months served. */
export function rampQuota(plan: CompPlan, inputs: PayInputs): Decimal {
  const steps = rampMonths(plan, inputs);
  if (steps.length === 0) return ONE;
  const sum = steps.reduce((all, step) => all.plus(step?.quota === undefined ? ONE : exact(step.quota)), ZERO);
  return sum.div(new Decimal(steps.length));
}

/** Variable pay that the ramp guarantees for the period; nothing where it guarantees none. */
export function rampGuarantee(plan: CompPlan, inputs: PayInputs): Decimal {
  const sum = rampMonths(plan, inputs).reduce(
    (all, step) => (step?.guarantee === undefined ? all : all.plus(exact(step.guarantee))),
    ZERO,
  );
  return prorated(sum, 'guarantee', plan, inputs);
}

const months = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const firstOfMonth = (month: number): CivilDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01` as CivilDate;
