import type { ForecastCategory } from '../../model/opportunity';
import { isExplained } from '../../value/explained';
import { isGiven } from '../../value/known';
import { dateFigure, daysFigure, type Phrase, phrase } from '../../value/phrase';
import { doneActs, idsOf } from './between';
import { type Holding, type Shown, shown } from './claim';

/** What the forecast categories are called when they are shown. */
export const CATEGORY_NAMES: Readonly<Record<ForecastCategory, Phrase>> = {
  pipeline: phrase('deal_category_pipeline'),
  'best-case': phrase('deal_category_best_case'),
  'most-likely': phrase('deal_category_most_likely'),
  commit: phrase('deal_category_commit'),
  closed: phrase('deal_category_closed'),
  omitted: phrase('deal_category_omitted'),
};

const CONFIDENT: ReadonlySet<ForecastCategory> = new Set(['commit', 'most-likely']);

/**
 * What the evidence shows about the forecast category of an open deal. Commit and most likely claim that the buyer is about
 * to buy: a long silence or a close date gone by contradicts them. Omitted claims the opposite, and a recent act of the
 * buyer's contradicts that. Pipeline and best case claim little, and any act supports them.
 */
export function forecastShown({ dossier, days, standing }: Holding): Shown[] {
  const { forecastCategory, closeDate } = dossier.opportunity;
  if (!isGiven(forecastCategory)) return [shown('unknown', phrase('deal_shown_nothing_said'))];
  const category = forecastCategory.value;
  if (category === 'closed') return [shown('contradicted', phrase('deal_shown_forecast_closed'))];
  const found: Shown[] = [];
  if (CONFIDENT.has(category) && isGiven(closeDate) && closeDate.value < days.today) {
    found.push(shown('contradicted', phrase('deal_shown_forecast_overdue', dateFigure(closeDate.value))));
  }
  if (!isGiven(dossier.activities)) return [...found, shown('unknown', phrase('deal_evidence_not_readable'))];
  if (!isExplained(standing.daysSince)) {
    const verdict = category === 'omitted' ? 'supported' : 'unsupported';
    return [...found, shown(verdict, phrase('deal_evidence_none'))];
  }
  const since = standing.daysSince.value;
  const last = idsOf(doneActs(standing).slice(0, 1));
  const recent = since <= standing.longSilence.value;
  const says = recent
    ? lastAct(since)
    : phrase('deal_shown_long_silence', daysFigure(since), daysFigure(standing.longSilence.value));
  if (category === 'omitted') found.push(shown(recent ? 'contradicted' : 'supported', says, last));
  else if (recent) found.push(shown('supported', says, last));
  else found.push(shown(CONFIDENT.has(category) ? 'contradicted' : 'unsupported', says, last));
  return found;
}

function lastAct(since: number): Phrase {
  return since === 0 ? phrase('deal_shown_last_act_today') : phrase('deal_shown_last_act', daysFigure(since));
}
