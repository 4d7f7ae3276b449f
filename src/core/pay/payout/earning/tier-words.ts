import { type Phrase, phrase, textFigure } from '../../../value/phrase';
import type { Bonus, Commission } from '../../plan/component';
import { exact } from '../../plan/exact';
import type { TierMethod } from '../../plan/tier';
import type { MeasureState } from '../crediting/measure-state';
import { exactShare } from '../words';
import type { NoAnswer } from '../work';

/** The rule of a component without tiers. */
export function baseRule(component: Commission | Bonus): Phrase {
  if (component.kind === 'bonus') return phrase('pay_rule_target_by_attainment');
  if (component.rates !== undefined) return phrase('pay_rule_rates_by_class');
  if (component.rate === undefined) return phrase('pay_rule_tiers_mixed');
  if (component.rate === 'target / quota') return phrase('pay_rule_target_rate');
  return phrase('pay_rule_base_rate', exactShare(exact(component.rate)));
}

const ALL_ONE_METHOD: Readonly<Record<TierMethod, Phrase>> = {
  marginal: phrase('pay_rule_tiers_marginal'),
  retroactive: phrase('pay_rule_tiers_retroactive'),
  interpolated: phrase('pay_rule_tiers_interpolated'),
};

/** The rule of a component with tiers: by the method that they share, or tier by tier. */
export function tierRule(component: Commission | Bonus): Phrase {
  const methods = new Set((component.tiers ?? []).map((tier) => tier.method ?? component.method ?? 'marginal'));
  const [first] = methods;
  const own = methods.size === 1 && first !== undefined ? ALL_ONE_METHOD[first] : phrase('pay_rule_tiers_mixed');
  return component.scope === 'transaction' ? phrase('pay_rule_each_deal_alone', { unit: 'phrase', phrase: own }) : own;
}

/** Why no point on an axis can be told. @param toDate - whether the axis is the year's */
export function noQuota(measure: MeasureState, toDate = false): NoAnswer {
  const name = textFigure(measure.of.name ?? measure.of.id);
  if (toDate && !measure.earlierKnown) return { because: phrase('pay_earlier_unknown', name), terms: () => [] };
  if (measure.quota.amount !== null) return { because: phrase('pay_no_quota_to_date', name), terms: () => [] };
  const zero = measure.quota.amount === null && measure.quota.why === 'zero';
  return {
    because: zero ? phrase('pay_no_quota_zero', name) : phrase('pay_no_quota_set', name),
    terms: () => [],
  };
}

export function missingMeasure(measure: MeasureState): NoAnswer {
  return {
    because: phrase('pay_measure_missing', textFigure(measure.of.name ?? measure.of.id)),
    terms: () => [],
  };
}
