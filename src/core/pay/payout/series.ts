import { addDays, type CivilDate, earlier, later } from '../../value/civil-date';
import { DomainError } from '../../value/domain-error';
import { type Money, sum } from '../../value/money';
import type { CompPlan } from '../plan/plan';
import type { PayInputs } from './inputs';
import { payout } from './payout';
import type { CarryOver, Statement } from './statement';

/**
 * Several periods of one year in a row: each hands its draw balance, year to date and pay to the next.
 * What an input states itself goes before what the period before hands over.
 */
export function payoutSeries(plan: CompPlan, periods: readonly PayInputs[]): readonly Statement[] {
  const statements: Statement[] = [];
  let before: CarryOver | null = null;
  for (const inputs of periods) {
    const statement = payout(plan, before === null ? inputs : following(inputs, before));
    statements.push(statement);
    before = statement.carryOver;
  }
  return statements;
}

/** Inputs of a period with what the one before it hands over. */
export function following(inputs: PayInputs, before: CarryOver): PayInputs {
  return {
    ...inputs,
    earlier: inputs.earlier ?? yearOf(before),
    draw: inputs.draw ?? { owed: before.drawOwed, period: before.drawPeriod },
    heldBack: inputs.heldBack ?? before.heldBack,
  };
}

function yearOf({ credit, quota, paid, unknown }: CarryOver): NonNullable<PayInputs['earlier']> {
  return { credit, quota, paid, ...(unknown.length > 0 && { unknown }) };
}

/** A plan from a day on. */
export type PlanFrom = { readonly plan: CompPlan; readonly from: CivilDate };

/**
 * A plan that changes in the middle of a period: each version pays the deals of its own days, with its days' share of the quota and
 * of target pay, and hands what is owed, held back, credited and paid to the next. A cancellation falls into the version of its day.
 * All versions pay in one currency.
 *
 * @param versions - in order; the first from the start of the period or before
 */
export function payoutOver(
  versions: readonly PlanFrom[],
  inputs: PayInputs,
): { readonly statements: readonly Statement[]; readonly total: Money } {
  const { start, end } = inputs.period;
  const statements: Statement[] = [];
  const parts = versions
    .map(({ plan, from }, index) => ({
      plan,
      first: later(start, from),
      last: earlier(end, versions[index + 1]?.from ?? end),
    }))
    .filter(({ first, last }) => first < last);
  for (const { plan, first, last } of parts) {
    const isOfIt = (on: CivilDate): boolean =>
      (on >= first || first === parts[0]?.first) && (on < last || last === parts[parts.length - 1]?.last);
    const began = inputs.rep?.startedOn;
    const own: PayInputs = {
      ...inputs,
      deals: inputs.deals.filter(({ closeDate }) => isOfIt(closeDate ?? addDays(end, -1))),
      cancelled: (inputs.cancelled ?? []).filter(({ cancelledOn }) => isOfIt(cancelledOn)),
      rep: serviceWithin(inputs, first, last),
    };
    const before = statements[statements.length - 1]?.carryOver;
    statements.push(
      payout(forDays(plan, began !== undefined && began > first), before === undefined ? own : goingOn(own, before)),
    );
  }
  const [one] = statements;
  if (one === undefined) throw new DomainError('no plan holds in this period');
  const total = sum(
    statements.map((statement) => statement.total.value),
    one.total.value.currency,
  );
  return { statements, total };
}

/** The next version's inputs in the same period: what the one before has settled is settled. */
function goingOn(own: PayInputs, before: CarryOver): PayInputs {
  const { earlier: _earlier, heldBack: _heldBack, draw, ...rest } = own;
  return following({ ...rest, draw: { owed: before.drawOwed, period: draw?.period ?? 1 } }, before);
}

/** The plan with proration by days, which a part of a period needs whatever the plan says for new hires. */
function forDays(plan: CompPlan, beganHere: boolean): CompPlan {
  const of = new Set([...(plan.proration?.of ?? []), 'quota', 'target', 'draw', 'guarantee'] as const);
  const startDay = beganHere ? (plan.proration?.startDay ?? 'counts') : 'counts';
  return { ...plan, proration: { ...plan.proration, startDay, of: [...of] } };
}

function serviceWithin(inputs: PayInputs, first: CivilDate, last: CivilDate): NonNullable<PayInputs['rep']> {
  const { rep } = inputs;
  return {
    id: rep?.id ?? '',
    startedOn: rep?.startedOn === undefined ? first : later(rep.startedOn, first),
    ...(rep?.startedOn !== undefined && { rampFrom: rep.rampFrom ?? rep.startedOn }),
    leftOn: earlier(rep?.leftOn ?? addDays(last, -1), addDays(last, -1)),
  };
}
