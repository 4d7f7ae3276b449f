import { phrase, textFigure } from '../../value/phrase';
import { exactShare } from '../payout/words';
import type { Bonus, Commission } from '../plan/component';
import { type Exact, exact } from '../plan/exact';
import type { PlanMeasure } from '../plan/measure';
import type { CompPlan } from '../plan/plan';
import type { Line, Tier } from '../plan/tier';
import { figure, lintStretches } from './edges';
import type { Findings } from './finding';
import { lintPayShape } from './pay-shape';

/** Beyond these a figure is a percentage written without its point: 7 for 0.07. */
const RATE_AT_MOST = 1;
const ATTAINMENT_AT_MOST = 20;

/** Findings about one commission or bonus. */
export function lintTiered(component: Commission | Bonus, plan: CompPlan, here: string, out: Findings): void {
  const before = out.all.length;
  lintBase(component, plan, here, out);
  const { tiers } = component;
  if (tiers !== undefined) {
    lintStretches(tiers, `${here}.tiers`, out);
    tiers.forEach((tier, index) => {
      lintTier(tier, component, plan, `${here}.tiers[${index}]`, out);
    });
  }
  if (component.payment !== undefined && component.scope !== 'year-to-date') {
    out.error(`${here}.payment`, phrase('pay_plan_payment_needs_ytd'));
  }
  if (
    component.scope !== 'transaction' &&
    component.axis !== undefined &&
    component.scope === 'year-to-date' &&
    component.axis.window === 'period'
  ) {
    out.error(`${here}.axis.window`, phrase('pay_plan_window_against_scope'));
  }
  const errors = out.all.slice(before).some(({ severity }) => severity === 'error');
  if (!errors) lintPayShape(component, plan, here, out);
}

function lintBase(component: Commission | Bonus, plan: CompPlan, here: string, out: Findings): void {
  const tiers = component.tiers ?? [];
  const uses = (by: keyof Tier): boolean => tiers.some((tier) => tier[by] !== undefined);
  const hasTarget = component.target !== undefined || plan.targetPay !== undefined;
  if ((uses('payout') || component.kind === 'bonus') && !hasTarget && !onlySums(component)) {
    out.error(here, phrase('pay_plan_no_target'));
  }
  if (component.kind === 'bonus') {
    if (uses('rate')) out.error(`${here}.tiers`, phrase('pay_plan_bonus_by_rate'));
    return;
  }
  const measure = plan.measures.find(({ id }) => id === component.pays);
  const money = measure !== undefined && !['deals', 'field'].includes(measure.counts);
  if (component.rate === undefined && component.rates === undefined && component.tiers === undefined) {
    out.error(here, phrase('pay_plan_no_rate'));
  }
  if (component.rate !== undefined && component.rates !== undefined) {
    out.error(`${here}.rates`, phrase('pay_plan_two_base_rates'));
  }
  if (uses('multiplier') && component.rate === undefined && component.rates === undefined) {
    out.error(`${here}.tiers`, phrase('pay_plan_multiplier_of_nothing'));
  }
  if (uses('rate') && component.rates !== undefined)
    out.error(`${here}.rates`, phrase('pay_plan_rates_beside_tier_rates'));
  if (component.rate === 'target / quota') {
    if (uses('rate')) out.error(`${here}.rate`, phrase('pay_plan_target_rate_beside_tier_rates'));
    if (!hasTarget) out.error(`${here}.rate`, phrase('pay_plan_no_target'));
  } else if (component.rate !== undefined && money) tooLarge(component.rate, `${here}.rate`, out);
  component.rates?.forEach((each, index) => {
    if (money) tooLarge(each.rate, `${here}.rates[${index}].rate`, out);
    if (each.where === undefined && index < (component.rates?.length ?? 0) - 1) {
      out.error(`${here}.rates[${index}]`, phrase('pay_plan_class_hides_rest'));
    }
  });
  if (component.rates !== undefined && component.scope === 'year-to-date' && component.payment !== 'period-only') {
    out.error(`${here}.rates`, phrase('pay_plan_classes_ytd'));
  }
}

function onlySums(component: Commission | Bonus): boolean {
  return (
    component.tiers?.every((tier) => tier.amount !== undefined || tier.rate !== undefined) ??
    component.kind === 'commission'
  );
}

function lintTier(tier: Tier, component: Commission | Bonus, plan: CompPlan, here: string, out: Findings): void {
  const written = tier.rate ?? tier.multiplier ?? tier.payout ?? tier.amount;
  const line = typeof written === 'object' ? written : null;
  const method = tier.method ?? (line === null ? component.method : undefined);
  if (method === 'interpolated' && line === null) out.error(here, phrase('pay_plan_line_needs_ends'));
  if (line !== null && tier.method !== undefined && tier.method !== 'interpolated') {
    out.error(`${here}.method`, phrase('pay_plan_line_not_interpolated', textFigure(tier.method)));
  }
  if (line !== null && 'to' in line && tier.to === undefined) out.error(here, phrase('pay_plan_line_without_end'));
  if (
    tier.part !== undefined &&
    (method === 'retroactive' || method === 'interpolated' || tier.rate !== undefined || tier.multiplier !== undefined)
  ) {
    out.error(`${here}.part`, phrase('pay_plan_part_of_what'));
  }
  if (tier.part === 'proportional' && tier.to === undefined)
    out.error(`${here}.part`, phrase('pay_plan_part_without_end'));
  const axis = component.axis ?? { measure: component.kind === 'commission' ? component.pays : '' };
  const measure = plan.measures.find(({ id }) => id === axis.measure);
  if (tier.rate !== undefined && paidInMoney(component, plan)) {
    for (const rate of figuresOf(tier.rate)) tooLarge(rate, `${here}.rate`, out);
  }
  if (axis.by === 'attainment' && exact(tier.from).gt(ATTAINMENT_AT_MOST)) {
    out.error(
      `${here}.from`,
      phrase('pay_plan_attainment_too_large', figure(exact(tier.from)), exactShare(exact(tier.from))),
    );
  }
  if (isShare(measure) && axis.by !== 'attainment' && exact(tier.from).gte(1)) {
    out.warn(`${here}.from`, phrase('pay_plan_margin_tier_unreachable', exactShare(exact(tier.from))));
  }
}

const isShare = (measure: PlanMeasure | undefined): boolean => measure?.counts === 'margin-share';

function paidInMoney(component: Commission | Bonus, plan: CompPlan): boolean {
  if (component.kind !== 'commission') return false;
  const measure = plan.measures.find(({ id }) => id === component.pays);
  return measure !== undefined && !['deals', 'field'].includes(measure.counts);
}

function figuresOf(of: Exact | Line): readonly Exact[] {
  if (typeof of !== 'object') return [of];
  return 'to' in of ? [of.at, of.to] : [of.at];
}

function tooLarge(rate: Exact, path: string, out: Findings): void {
  if (exact(rate).abs().gt(RATE_AT_MOST)) {
    out.error(path, phrase('pay_plan_rate_too_large', figure(exact(rate)), exactShare(exact(rate))));
  }
}
