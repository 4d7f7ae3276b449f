import { currency, minorDigits } from '../../value/currency';
import { ONE, ZERO } from '../../value/decimal';
import { countFigure, moneyFigure, phrase, shareFigure } from '../../value/phrase';
import { planTarget } from '../payout/earning/target';
import { asMoney } from '../payout/words';
import { type Exact, exact } from '../plan/exact';
import type { CompPlan } from '../plan/plan';
import { lintConditions } from './components';
import type { Findings } from './finding';

/** Findings about measures and about the terms of the whole plan. */
export function lintTerms(plan: CompPlan, out: Findings): void {
  plan.measures.forEach((measure, index) => {
    const here = `measures[${index}]`;
    if (measure.counts === 'field' && measure.field === undefined) out.error(here, phrase('pay_plan_measure_field'));
    if (measure.counts !== 'field' && measure.field !== undefined)
      out.error(`${here}.field`, phrase('pay_plan_measure_field_unused'));
    if (measure.where !== undefined && (measure.counts === 'given' || measure.counts === 'team')) {
      out.error(`${here}.where`, phrase('pay_plan_measure_where'));
    }
    if (measure.quota !== undefined && exact(measure.quota.amount).eq(0))
      out.warn(`${here}.quota.amount`, phrase('pay_plan_quota_zero'));
    lintConditions(measure.where, `${here}.where`, out);
  });
  lintWeights(plan, out);
  lintSums(plan, out);
  lintRamp(plan, out);
  lintSettlement(plan, out);
  const { effective } = plan;
  if (effective?.to !== undefined && effective.to <= effective.from)
    out.error('effective.to', phrase('pay_plan_dates_backwards'));
  plan.examples.forEach(({ given }, index) => {
    if (given.period !== undefined && given.period.end <= given.period.start) {
      out.error(`examples[${index}].given.period`, phrase('pay_plan_dates_backwards'));
    }
  });
}

function lintWeights(plan: CompPlan, out: Findings): void {
  const weights = plan.components.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  if (weights.length === 0) return;
  const sum = total(weights);
  if (!sum.eq(ONE)) out.error('components', phrase('pay_plan_weights_not_whole', shareFigure(sum.toNumber(), 2)));
}

function lintSums(plan: CompPlan, out: Findings): void {
  const { splits } = plan.crediting ?? {};
  if (splits !== undefined && !total(splits.map(({ share }) => share)).eq(ONE)) {
    out.error(
      'crediting.splits',
      phrase('pay_plan_splits_not_whole', shareFigure(total(splits.map(({ share }) => share)).toNumber(), 2)),
    );
  }
  const { instalments } = plan;
  if (instalments === undefined) return;
  const sum = total(instalments.map(({ share }) => share));
  if (!sum.eq(ONE)) out.error('instalments', phrase('pay_plan_instalments_not_whole', shareFigure(sum.toNumber(), 2)));
  instalments.forEach(({ on, months }, index) => {
    if (on === 'months-after' && months === undefined)
      out.error(`instalments[${index}]`, phrase('pay_plan_instalment_months'));
  });
}

function lintRamp(plan: CompPlan, out: Findings): void {
  plan.ramp?.steps.forEach((step, index, steps) => {
    const here = `ramp.steps[${index}]`;
    if (step.to !== undefined && step.to < step.from)
      out.error(`${here}.to`, phrase('pay_plan_ramp_backwards', countFigure(step.from), countFigure(step.to)));
    const before = steps[index - 1];
    const last = before === undefined ? 0 : (before.to ?? before.from);
    if (step.from <= last) out.error(`${here}.from`, phrase('pay_plan_ramp_overlap', countFigure(step.from)));
    else if (step.from > last + 1)
      out.error(`${here}.from`, phrase('pay_plan_ramp_gap', countFigure(last + 1), countFigure(step.from)));
  });
}

function lintSettlement(plan: CompPlan, out: Findings): void {
  const { draw, clawback, rounding } = plan;
  if (draw?.kind === 'forgiven' && draw.forgiveAfter === undefined)
    out.error('draw', phrase('pay_plan_draw_forgive_after'));
  if (
    draw !== undefined &&
    draw.kind !== 'forgiven' &&
    (draw.forgiveAfter !== undefined || draw.forgives !== undefined)
  ) {
    out.error('draw', phrase('pay_plan_draw_not_forgiven'));
  }
  if (draw?.kind === 'non-recoverable' && draw.repays !== undefined)
    out.error('draw.repays', phrase('pay_plan_draw_not_owed'));
  if (clawback?.within !== undefined && clawback.allWithin !== undefined && clawback.allWithin > clawback.within) {
    out.error(
      'clawback.allWithin',
      phrase('pay_plan_clawback_within', countFigure(clawback.allWithin), countFigure(clawback.within)),
    );
  }
  if (rounding?.digits !== undefined) {
    const digits = minorDigits(currency(plan.conversion?.paidIn ?? plan.currency));
    if (rounding.digits > digits)
      out.error(
        'rounding.digits',
        phrase('pay_plan_rounding_digits', countFigure(rounding.digits), countFigure(digits)),
      );
  }
  const target = planTarget(plan);
  plan.caps?.forEach((cap, index) => {
    if (cap.payout !== undefined && target === null) out.error(`caps[${index}].payout`, phrase('pay_plan_no_target'));
    if (cap.amount === undefined || target === null || cap.per !== 'period' || exact(cap.amount).gte(target)) return;
    out.warn(
      `caps[${index}].amount`,
      phrase(
        'pay_plan_cap_below_target',
        moneyFigure(asMoney(exact(cap.amount), plan.currency)),
        moneyFigure(asMoney(target, plan.currency)),
      ),
    );
  });
  if (plan.windfall?.overTargetShare !== undefined && target === null)
    out.error('windfall.overTargetShare', phrase('pay_plan_no_target'));
}

const total = (shares: readonly Exact[]) => shares.reduce((sum, share) => sum.plus(exact(share)), ZERO);
