import { type Answer, type Explained, explained, isExplained, term } from '../../value/explained';
import { daysFigure, phrase } from '../../value/phrase';

/**
 * Days without an act of the customer's after which a deal in the middle of the process counts as stalled, where this
 * organisation's own deals do not say. Source: S. Gielda, Ignite Selling, "Is Your B2B Sales Pipeline Overflowing with
 * Stalled Deals?", https://www.sellingpower.com/19714/b2b-sales-pipeline-overflowing-with-stalled-deals
 */
export const STALLED_AFTER_DAYS = 60;

/**
 * How many days of silence are long: longer than what deals of this kind that were won had to sit through.
 *
 * @param learned - the silence that nine of ten gaps between two buyer acts stayed below in won deals, in days, from this
 *   organisation's norms; where it is missing, too thin or below one day, the published figure stands in and says so
 */
export function longSilence(learned?: Answer<number>): Explained<number> {
  if (learned && isExplained(learned) && Number.isFinite(learned.value) && learned.value >= 1) {
    return explained(learned.value, daysFigure(learned.value), phrase('deal_long_silence_learned'), [
      term('deal_long_silence_gap', learned),
    ]);
  }
  return explained(STALLED_AFTER_DAYS, daysFigure(STALLED_AFTER_DAYS), phrase('deal_long_silence_published'), [], {
    sources: [{ kind: 'derived', rule: 'stalled after 60 days without an act of the customer (Ignite Selling)' }],
  });
}

/**
 * Days after which an act of the buyer's weighs half: half of a long silence, so that what is left when the silence has
 * become long is a quarter.
 */
export function halfLife(silence: Explained<number>): Explained<number> {
  const days = silence.value / 2;
  return explained(days, daysFigure(days), phrase('deal_half_life_rule'), [term('deal_long_silence', silence)]);
}
