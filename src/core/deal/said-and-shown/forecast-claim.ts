import type { ForecastCategory } from '../../model/opportunity';
import { isExplained } from '../../value/explained';
import { isGiven } from '../../value/known';
import { countFigure, dateFigure, daysFigure, type Phrase, phrase, phraseFigure } from '../../value/phrase';
import { course } from '../evidence/moves';
import { actsBetween, doneActs, idsOf } from './between';
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
 * buyer's contradicts that. Pipeline and best case claim little, and any act supports them. That the deal was raised to commit or
 * most likely is held against what the buyer had done since the change before.
 */
export function forecastShown(holding: Holding): Shown[] {
  const { dossier, days, standing } = holding;
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
  return [...found, ...raised(holding, category)];
}

/** How far up a category stands among those of an open deal. */
const RANK: Readonly<Record<ForecastCategory, number>> = {
  omitted: 0,
  pipeline: 1,
  'best-case': 2,
  'most-likely': 3,
  commit: 4,
  closed: 5,
};

/** The latest change of the category, where it was a raise to a confident one: what of the buyer's came with it. */
function raised({ dossier: { history }, days, standing }: Holding, category: ForecastCategory): Shown[] {
  if (!isGiven(history) || !CONFIDENT.has(category)) return [];
  const { moves } = course(
    history.value,
    (row) => row.forecastCategory,
    (a, b) => a === b,
  );
  const last = moves.at(-1);
  if (last === undefined || last.to !== category || RANK[last.from] > RANK[last.to]) return [];
  const between = actsBetween(standing, days, last.since, last.at);
  const on = dateFigure(days.on(last.at));
  const [from, to] = [phraseFigure(CATEGORY_NAMES[last.from]), phraseFigure(CATEGORY_NAMES[last.to])];
  return between.length > 0
    ? [
        shown(
          'supported',
          phrase('deal_shown_forecast_raised', on, from, to, countFigure(between.length)),
          idsOf(between),
        ),
      ]
    : [shown('unsupported', phrase('deal_shown_forecast_raised_alone', on, from, to))];
}

function lastAct(since: number): Phrase {
  return since === 0 ? phrase('deal_shown_last_act_today') : phrase('deal_shown_last_act', daysFigure(since));
}
