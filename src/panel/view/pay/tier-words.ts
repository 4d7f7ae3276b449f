import { type Phrase, phrase } from '../../../core/value/phrase';

/** What a point of the plan is called in a sentence, by how the plan's engine names what begins there. */
const NAMES: Readonly<Record<string, string>> = {
  pay_point_rate: 'panel_point_rate',
  pay_point_multiplier: 'panel_point_multiplier',
  pay_point_payout: 'panel_point_payout',
  pay_point_amount: 'panel_point_amount',
  pay_point_milestone: 'panel_point_milestone',
  pay_point_modifier: 'panel_point_modifier',
  pay_point_gate: 'panel_point_gate',
  pay_point_matrix: 'panel_point_matrix',
  pay_point_threshold_everything: 'panel_point_everything',
  pay_point_threshold_excess: 'panel_point_excess',
  pay_point_tier_end: 'panel_point_end',
};

/**
 * A point of the plan as the end of "… to".
 *
 * @example pointName(phrase('pay_point_rate', shareFigure(0.07))) // the 7% tier
 */
export function pointName(what: Phrase): Phrase {
  const key = NAMES[what.key];
  return key === undefined ? phrase('panel_point_next') : phrase(key, ...what.figures);
}
