import { daysBetween } from '../../value/civil-date';
import { isGiven } from '../../value/known';
import { countFigure, dateFigure, daysFigure, phrase } from '../../value/phrase';
import { course } from '../evidence/moves';
import { stageMoves } from '../evidence/stage-order';
import { type Holding, type Shown, shown } from './claim';

/**
 * What the evidence shows about the next step: whether one is written, whether its words stood still while the stage moved,
 * and whether something with the buyer lies ahead.
 */
export function nextStepShown({ dossier, days, standing }: Holding): Shown[] {
  const { nextStep } = dossier.opportunity;
  if (!isGiven(nextStep)) {
    return nextStep.missing === 'not-recorded'
      ? [shown('unsupported', phrase('deal_shown_next_none'))]
      : [shown('unknown', phrase('deal_shown_next_not_readable'))];
  }
  const found: Shown[] = [];
  if (isGiven(dossier.history)) {
    const rows = dossier.history.value;
    const { since } = course(
      rows,
      (row) => row.nextStep,
      (a, b) => a === b,
    );
    const moved = stageMoves(rows, dossier.stages).filter(({ at }) => since !== undefined && at > since);
    if (since !== undefined && moved.length > 0) {
      const still = daysBetween(days.on(since), days.today);
      found.push(shown('contradicted', phrase('deal_shown_next_stale', daysFigure(still), countFigure(moved.length))));
    }
  }
  if (!isGiven(dossier.activities)) return [...found, shown('unknown', phrase('deal_evidence_not_readable'))];
  const ahead = standing.rows.filter(({ ahead, notCounted, belongs }) => {
    return ahead && notCounted?.why !== 'future' && belongs.confidence !== 'unsure';
  });
  const next = ahead.at(-1);
  found.push(
    next
      ? shown('supported', phrase('deal_shown_next_ahead', dateFigure(next.on)), [next.id])
      : shown('unsupported', phrase('deal_shown_next_no_act')),
  );
  return found;
}
