import { daysBetween } from '../../value/civil-date';
import { isExplained } from '../../value/explained';
import { isGiven } from '../../value/known';
import { countFigure, dateFigure, daysFigure, phrase, textFigure } from '../../value/phrase';
import { stageCourse, stageMoves } from '../evidence/stage-order';
import { actsBetween, doneActs, idsOf } from './between';
import { type Holding, type Shown, shown } from './claim';

/**
 * What the evidence shows about the stage: whether the buyer did anything between the last move forward and the stage before
 * it, and whether the deal has stood in its stage, without an act of the buyer's, longer than a long silence.
 *
 * A move without an act is a contradiction only where other acts of this deal's buyer are recorded; where none are, the
 * recording may be what is missing.
 */
export function stageShown(holding: Holding): Shown[] {
  const { dossier, days, standing } = holding;
  if (!isGiven(dossier.opportunity.stage)) return [shown('unknown', phrase('deal_shown_nothing_said'))];
  if (!isGiven(dossier.activities)) return [shown('unknown', phrase('deal_evidence_not_readable'))];
  const acts = doneActs(standing);
  if (!isGiven(dossier.history)) {
    return [shown('unknown', phrase('deal_shown_no_history')), ...anyActs(holding)];
  }
  const rows = dossier.history.value;
  const found: Shown[] = [];
  const forward = stageMoves(rows, dossier.stages)
    .filter(({ steps }) => steps !== undefined && steps > 0)
    .at(-1);
  if (forward) {
    const between = actsBetween(standing, days, forward.since, forward.at);
    const on = dateFigure(days.on(forward.at));
    if (between.length > 0) {
      found.push(
        shown('supported', phrase('deal_shown_stage_with_act', on, countFigure(between.length)), idsOf(between)),
      );
    } else {
      const verdict = acts.length > 0 ? 'contradicted' : 'unsupported';
      found.push(shown(verdict, phrase('deal_shown_stage_without_act', on, textFigure(forward.to))));
    }
  } else found.push(...anyActs(holding));
  const { since } = stageCourse(rows);
  if (since !== undefined && isExplained(standing.daysSince)) {
    const standingFor = daysBetween(days.on(since), days.today);
    const long = standing.longSilence.value;
    if (standingFor > long && standing.daysSince.value > long) {
      found.push(
        shown(
          'contradicted',
          phrase('deal_shown_stage_stalled', daysFigure(standingFor), daysFigure(standing.daysSince.value)),
          idsOf(acts.slice(0, 1)),
        ),
      );
    }
  }
  return found;
}

function anyActs({ standing }: Holding): Shown[] {
  const acts = doneActs(standing);
  const last = acts[0];
  return last
    ? [shown('supported', phrase('deal_shown_acts', countFigure(acts.length), dateFigure(last.on)), idsOf(acts))]
    : [shown('unsupported', phrase('deal_evidence_none'))];
}
