import { type Decimal, ONE, ZERO } from '../../value/decimal';
import { moneyFigure, phrase, shareFigure } from '../../value/phrase';
import { type Band, bandsOf, inUnits } from '../payout/earning/band';
import { portionsOf, ratesAt } from '../payout/earning/climb';
import { planTarget } from '../payout/earning/target';
import { asMoney, exactNumber, exactShare } from '../payout/words';
import type { Bonus, Commission } from '../plan/component';
import { exact } from '../plan/exact';
import { MONTHS } from '../plan/measure';
import type { CompPlan } from '../plan/plan';
import type { Findings } from './finding';

/** A jump is worth a word when it is more than this share of target pay, or of what is paid just below it. */
const JUMP_OF_TARGET = 0.05;
const JUMP_OF_PAY = 0.1;

/** What pay does along the axis: where it jumps, where more credit pays less, what can never be reached. */
export function lintPayShape(component: Commission | Bonus, plan: CompPlan, here: string, out: Findings): void {
  if (component.tiers === undefined) return;
  const axisId = component.axis?.measure ?? (component.kind === 'commission' ? component.pays : '');
  const byAttainment = component.axis?.by === 'attainment';
  const quota = quotaOf(plan, axisId);
  const unit = byAttainment ? (quota ?? ONE) : ONE;
  const target = targetIn(component, plan);
  const bands = inUnits(bandsOf(component), unit);
  const known = !byAttainment || quota !== null || !mixesSums(bands);
  const scale = scaleIn(component, target, byAttainment && quota === null ? ONE : quota);
  // What lies below a threshold is not paid on where only the excess pays.
  const from = component.threshold?.pays === 'excess' ? exact(component.threshold.at).times(unit) : null;
  const pay = (x: Decimal, current: number): Decimal => payAt(bands, x, current, from, target, scale);
  const point = (band: Band) => (byAttainment ? exactShare(band.from) : exactNumber(band.from));
  const planBands = bandsOf(component);
  bands.forEach((band, index) => {
    const path = `${here}.tiers[${index}]`;
    const own = planBands[index] as Band;
    const before = index === 0 ? ZERO : pay(band.from, index - 1);
    const after = pay(band.from, index);
    const jump = after.minus(before);
    if (known && jump.lt(0)) out.warn(path, phrase('pay_plan_pays_less', point(own), moneyOf(jump.abs(), plan)));
    else if (known && band.from.gt(0) && jump.gt(0)) {
      const share: Decimal | null = target?.gt(0) ? jump.div(target) : before.gt(0) ? jump.div(before) : null;
      const large = share?.gt(target?.gt(0) ? JUMP_OF_TARGET : JUMP_OF_PAY) ?? false;
      if (large && (quota !== null || !byAttainment))
        out.warn(path, phrase('pay_plan_jump', point(own), moneyOf(jump, plan)));
      else if (large && share !== null)
        out.warn(path, phrase('pay_plan_jump_share', point(own), shareFigure(share.toNumber(), 1)));
    }
    if (fallsInside(band)) out.warn(path, phrase('pay_plan_falls_inside', point(own)));
  });
  lintUnreachable(component, plan, here, out, { bands, planBands, unit, pay, target, byAttainment, quota });
  lintOrder(component, here, out, planBands);
}

type Shape = {
  readonly bands: readonly Band[];
  readonly planBands: readonly Band[];
  readonly unit: Decimal;
  readonly pay: (x: Decimal, current: number) => Decimal;
  readonly target: Decimal | null;
  readonly byAttainment: boolean;
  readonly quota: Decimal | null;
};

function lintUnreachable(
  component: Commission | Bonus,
  plan: CompPlan,
  here: string,
  out: Findings,
  shape: Shape,
): void {
  const { bands, planBands, unit, pay, target, byAttainment, quota } = shape;
  const floor = component.threshold === undefined ? null : exact(component.threshold.at).times(unit);
  bands.forEach((band, index) => {
    if (floor && band.to?.lte(floor)) {
      out.warn(`${here}.tiers[${index}]`, phrase('pay_plan_tier_under_threshold'));
    }
  });
  component.caps?.forEach((cap, index) => {
    if (cap.per !== 'period') return;
    const most =
      cap.amount !== undefined
        ? exact(cap.amount)
        : cap.payout !== undefined && target !== null
          ? exact(cap.payout).times(target)
          : null;
    if (most === null) return;
    const path = `${here}.caps[${index}]`;
    if (target !== null && most.lt(target))
      out.warn(path, phrase('pay_plan_cap_below_target', moneyOf(most, plan), moneyOf(target, plan)));
    else if (quota !== null) {
      const atQuota = pay(
        quota,
        bands.reduce((last, band, each) => (band.from.lte(quota) ? each : last), -1),
      );
      if (most.lt(atQuota))
        out.warn(path, phrase('pay_plan_cap_below_quota_pay', moneyOf(most, plan), moneyOf(atQuota, plan)));
    }
    if (byAttainment && quota === null) return;
    bands.forEach((band, each) => {
      if (each > 0 && pay(band.from, each - 1).gte(most)) {
        const own = planBands[each] as Band;
        out.warn(
          `${here}.tiers[${each}]`,
          phrase(
            'pay_plan_tier_above_cap',
            byAttainment ? exactShare(own.from) : exactNumber(own.from),
            moneyOf(most, plan),
          ),
        );
      }
    });
  });
}

/** With rates by class, or another measure on the axis, a falling multiplier makes pay depend on the order of the deals. */
function lintOrder(component: Commission | Bonus, here: string, out: Findings, bands: readonly Band[]): void {
  const other =
    component.kind === 'commission' && component.axis !== undefined && component.axis.measure !== component.pays;
  const classes = component.kind === 'commission' && component.rates !== undefined;
  const falls = bands.some((band, index) => index > 0 && band.at.lt((bands[index - 1] as Band).at));
  if ((other || classes) && falls) out.warn(`${here}.tiers`, phrase('pay_plan_order_matters'));
}

/** Whether pay falls as one goes along inside a band. */
function fallsInside(band: Band): boolean {
  if (band.family === 'slope' && band.end === null) return band.at.lt(0);
  if (band.end === null) return band.at.lt(0);
  const slope =
    'slope' in band.end
      ? band.end.slope
      : band.to === null
        ? ZERO
        : band.end.to.minus(band.at).div(band.to.minus(band.from));
  if (band.family === 'level') return slope.lt(0) || band.at.lt(0);
  if (slope.gte(0)) return band.at.lt(0);
  if (band.to === null) return true;
  // Pay is rate(x) * x: its rise at the top is the rate there plus x times the rate's own slope.
  const top = band.at.plus(slope.times(band.to.minus(band.from)));
  return top.plus(slope.times(band.to)).lt(0);
}

function payAt(
  bands: readonly Band[],
  x: Decimal,
  current: number,
  from: Decimal | null,
  target: Decimal | null,
  scale: Decimal,
): Decimal {
  const { rates, underRate, levels } = ratesAt(bands, x, current);
  const floor = from && ({ at: from, pays: 'excess', reached: 'exactly' } as const);
  const { portions, under } = portionsOf(bands, ZERO, x, floor);
  return bands.reduce((sum, band, index) => {
    const slope = (rates[index] ?? ZERO).times(portions[index] ?? ZERO);
    const level = levels[index] ?? ZERO;
    return sum.plus(slope.times(scale)).plus(band.by === 'payout' ? level.times(target ?? ONE) : level);
  }, underRate.times(under).times(scale));
}

function mixesSums(bands: readonly Band[]): boolean {
  return bands.some((band) => band.family === 'level') && bands.some((band) => band.family === 'slope');
}

function scaleIn(component: Commission | Bonus, target: Decimal | null, quota: Decimal | null): Decimal {
  const byTarget =
    component.kind === 'commission'
      ? component.rate === 'target / quota'
      : component.tiers?.some((tier) => tier.multiplier !== undefined);
  if (byTarget !== true || target === null || quota === null || quota.lte(0)) return ONE;
  return target.div(quota);
}

function targetIn(component: Commission | Bonus, plan: CompPlan): Decimal | null {
  if (component.target !== undefined) return exact(component.target);
  const whole = planTarget(plan);
  if (whole === null || (component.weight === undefined && component.kind === 'commission')) return null;
  return component.weight === undefined ? whole : whole.times(exact(component.weight));
}

function quotaOf(plan: CompPlan, id: string): Decimal | null {
  const quota = plan.measures.find((measure) => measure.id === id)?.quota;
  if (quota === undefined) return null;
  const amount = exact(quota.amount)
    .times(MONTHS[plan.period])
    .div(MONTHS[quota.per ?? plan.period]);
  return amount.lte(0) ? null : amount;
}

function moneyOf(amount: Decimal, plan: CompPlan) {
  return moneyFigure(asMoney(amount, plan.currency));
}
