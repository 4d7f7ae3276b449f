import { addMonths } from '../../../value/civil-date';
import { type Decimal, isZero, ZERO } from '../../../value/decimal';
import { type Money, subtract } from '../../../value/money';
import { dateFigure, type Phrase, phrase } from '../../../value/phrase';
import { exact } from '../../plan/exact';
import { planTarget } from '../earning/target';
import type { CreditedDeal } from '../inputs';
import type { Standing, StandingPart } from '../statement';
import type { Work, WorkLine } from '../work';
import type { Waiting } from './instalments';

const WAITS_FOR: Readonly<Record<Waiting['on'], Phrase>> = {
  cash: phrase('pay_standing_waits_cash'),
  'go-live': phrase('pay_standing_waits_go_live'),
  'months-after': phrase('pay_standing_waits_months'),
};

/**
 * A line by standing. Provisional: waits for an event, or can still change before the year is over. At risk: could be taken back, goes
 * to review, or is owed. The parts add up to the line.
 */
export function standingParts(
  line: WorkLine,
  amount: Money,
  held: readonly Waiting[],
  dealsById: ReadonlyMap<string, CreditedDeal>,
  work: Work,
  round: (amount: Decimal) => Money,
): readonly StandingPart[] {
  if (line.noAnswer !== null) {
    return [{ standing: 'provisional', amount, because: line.noAnswer.because }];
  }
  const parts: StandingPart[] = [];
  for (const on of ['cash', 'go-live', 'months-after'] as const) {
    const waits = held.filter((each) => each.on === on).reduce((sum, each) => sum.plus(each.amount), ZERO);
    if (!isZero(waits)) parts.push({ standing: 'provisional', amount: round(waits), because: WAITS_FOR[on] });
  }
  if (line.standing !== null) {
    parts.push({ standing: line.standing.standing, amount: restOf(amount, parts), because: line.standing.because });
    return parts;
  }
  if (line.kind === 'component') parts.push(...atRisk(line, held, dealsById, work, round));
  const rest = restOf(amount, parts);
  if (rest.minor !== 0 || parts.length === 0) {
    parts.push({ standing: 'earned', amount: rest, because: phrase('pay_standing_earned') });
  }
  return parts;
}

function atRisk(
  line: WorkLine,
  held: readonly Waiting[],
  dealsById: ReadonlyMap<string, CreditedDeal>,
  work: Work,
  round: (amount: Decimal) => Money,
): StandingPart[] {
  const needsDeals = work.plan.windfall !== undefined || work.plan.clawback !== undefined;
  if (!needsDeals) return [];
  const sums = new Map<string, { because: Phrase; amount: Decimal }>();
  for (const [id, pay] of line.byDeal() ?? []) {
    const deal = dealsById.get(id);
    const because = deal === undefined ? null : riskOf(deal, pay, work);
    if (because === null) continue;
    const waits = held.filter((each) => each.dealId === id).reduce((sum, each) => sum.plus(each.amount), ZERO);
    const key = `${because.key} ${JSON.stringify(because.figures)}`;
    const sum = sums.get(key);
    sums.set(key, { because, amount: (sum?.amount ?? ZERO).plus(pay).minus(waits) });
  }
  return [...sums.values()]
    .filter(({ amount }) => !isZero(amount))
    .map(({ because, amount }) => ({ standing: 'at-risk' as const, amount: round(amount), because }));
}

function riskOf(deal: CreditedDeal, pay: Decimal, work: Work): Phrase | null {
  if (isWindfall(deal, pay, work)) return phrase('pay_standing_windfall');
  const rule = work.plan.clawback;
  if (rule === undefined) return null;
  if (rule.within === undefined) return phrase('pay_standing_clawback');
  if (deal.closeDate === undefined) return phrase('pay_standing_clawback');
  const until = addMonths(deal.closeDate, rule.within);
  return until > work.inputs.period.end ? phrase('pay_standing_clawback_until', dateFigure(until)) : null;
}

/** A deal out of proportion: its credit to the quota, or its pay to the target. */
function isWindfall(deal: CreditedDeal, pay: Decimal, work: Work): boolean {
  const rule = work.plan.windfall;
  if (rule === undefined) return false;
  const target = planTarget(work.plan);
  if (rule.overTargetShare !== undefined && target !== null && pay.gt(target.times(exact(rule.overTargetShare))))
    return true;
  if (rule.overQuotaShare === undefined) return false;
  const share = exact(rule.overQuotaShare);
  return [...work.measures.values()].some((state) => {
    const { amount } = state.quota;
    if (amount === null || state.unit !== 'money') return false;
    const own = state.entries
      .filter((entry) => entry.id === deal.id)
      .reduce((sum, entry) => sum.plus(entry.axis), ZERO);
    return own.gt(amount.times(share));
  });
}

function restOf(amount: Money, parts: readonly StandingPart[]): Money {
  return parts.reduce((rest, part) => subtract(rest, part.amount), amount);
}

const CAUTION: readonly Standing[] = ['earned', 'at-risk', 'provisional'];

/** The most cautious standing of a line's parts. */
export function standingOf(parts: readonly StandingPart[]): Standing {
  return parts.reduce<Standing>(
    (worst, part) => (CAUTION.indexOf(part.standing) > CAUTION.indexOf(worst) ? part.standing : worst),
    'earned',
  );
}
