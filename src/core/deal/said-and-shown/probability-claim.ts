import { isExplained } from '../../value/explained';
import { isGiven } from '../../value/known';
import { phrase, probabilityFigure } from '../../value/phrase';
import { type Holding, type Shown, shown } from './claim';

/**
 * What the odds show about the probability on the record. Outside the band that the odds give, it is contradicted; inside, it
 * is supported. Without odds nobody can say.
 */
export function probabilityShown({ dossier, learned: { odds } }: Holding): Shown[] {
  const { probability } = dossier.opportunity;
  if (!isGiven(probability)) return [shown('unknown', phrase('deal_shown_nothing_said'))];
  if (!(probability.value >= 0 && probability.value <= 1)) {
    return [shown('contradicted', phrase('deal_shown_probability_impossible'))];
  }
  if (!odds || !isExplained(odds)) return [shown('unknown', odds?.because ?? phrase('deal_shown_no_odds'))];
  const { low, high } = odds.value;
  const figures = [probabilityFigure(low), probabilityFigure(high)];
  if (probability.value > high) return [shown('contradicted', phrase('deal_shown_probability_high', ...figures))];
  if (probability.value < low) return [shown('contradicted', phrase('deal_shown_probability_low', ...figures))];
  return [shown('supported', phrase('deal_shown_probability_within', ...figures))];
}
