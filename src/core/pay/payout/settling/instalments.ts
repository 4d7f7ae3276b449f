import { addDays, addMonths, type CivilDate } from '../../../value/civil-date';
import { type Decimal, greatest, isZero, least, ONE, ZERO } from '../../../value/decimal';
import { exact } from '../../plan/exact';
import type { CreditedDeal, HeldBack } from '../inputs';
import type { Work, WorkLine } from '../work';

/** Pay of a deal that waits for its event. */
export type Waiting = {
  readonly lineId: string;
  readonly dealId: string;
  readonly on: 'cash' | 'go-live' | 'months-after';
  readonly amount: Decimal;
};

/** What of a line's deals is not due yet: instalments whose event has not come about by the end of the period. */
export function waiting(line: WorkLine, work: Work, dealsById: ReadonlyMap<string, CreditedDeal>): Waiting[] {
  const instalments = work.plan.instalments ?? [];
  if (instalments.length === 0 || line.kind !== 'component') return [];
  const kept = keptByCap(work);
  const held: Waiting[] = [];
  for (const [dealId, pay] of line.byDeal() ?? []) {
    const deal = dealsById.get(dealId);
    if (deal === undefined) continue;
    for (const { share, on, months } of instalments) {
      if (on === 'booking') continue;
      const open = openShare(on, months ?? 0, deal, work.inputs.period.end);
      const amount = pay.times(exact(share)).times(open).times(kept);
      if (!isZero(amount)) held.push({ lineId: line.id, dealId, on, amount });
    }
  }
  return held;
}

/** The share of what deals earn that a cap of the plan leaves: more than is paid cannot be held back. */
function keptByCap({ lines }: Work): Decimal {
  let earned = ZERO;
  let taken = ZERO;
  for (const { kind, amount } of lines) {
    if (kind === 'component') earned = earned.plus(amount);
    if (kind === 'plan-cap') taken = taken.plus(amount);
  }
  return isZero(taken) || earned.lte(0) ? ONE : greatest(ZERO, earned.plus(taken).div(earned));
}

function openShare(on: Waiting['on'], months: number, deal: CreditedDeal, end: CivilDate): Decimal {
  if (on === 'cash') {
    return deal.cashShare === undefined ? ONE : ONE.minus(greatest(ZERO, least(ONE, exact(deal.cashShare))));
  }
  if (on === 'go-live') return deal.goLiveOn !== undefined && deal.goLiveOn < end ? ZERO : ONE;
  const closed = deal.closeDate ?? addDays(end, -1);
  return addMonths(closed, months) < end ? ZERO : ONE;
}

/** Pay held back in earlier periods: what has come due by the end of this one, and what still waits. */
export function released(work: Work): {
  readonly due: Decimal;
  readonly dealIds: readonly string[];
  readonly still: readonly HeldBack[];
} {
  const { end } = work.inputs.period;
  const all = work.inputs.heldBack ?? [];
  const isDue = (held: HeldBack): boolean => held.releasedOn !== undefined && held.releasedOn < end;
  const due = all.filter(isDue);
  return {
    due: due.reduce((sum, held) => sum.plus(exact(held.amount)), ZERO),
    dealIds: due.map((held) => held.dealId),
    still: all.filter((held) => !isDue(held)),
  };
}
