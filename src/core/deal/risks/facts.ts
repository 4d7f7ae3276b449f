import type { Dossier } from '../../model/dossier';
import type { Period } from '../../model/goal';
import { type CivilDate, daysBetween } from '../../value/civil-date';
import { type Answer, explained, isExplained, readOr, unanswered } from '../../value/explained';
import { isGiven } from '../../value/known';
import { major } from '../../value/money';
import {
  countFigure,
  dateFigure,
  moneyFigure,
  phrase,
  phraseFigure,
  shareFigure,
  textFigure,
} from '../../value/phrase';
import { type Clock, daysBy } from '../evidence/clock';
import { daysPushed, pushes } from '../evidence/pushes';
import { stageCourse } from '../evidence/stage-order';
import { actsBetween } from '../said-and-shown/between';
import type { Learned } from '../said-and-shown/claim';
import { CATEGORY_NAMES } from '../said-and-shown/forecast-claim';
import { saidAndShown } from '../said-and-shown/said-and-shown';
import type { FactLookup } from './condition';
import { isStandardFact, type StandardFact } from './fact';
import {
  daysApart,
  daysAway,
  daysToPeriodEnd,
  EMPTY,
  economicBuyerNamed,
  fromField,
  longestWon,
  ownField,
} from './fact-reading';

/** What the rules look at: a deal, the moment, what was learned, and the fiscal periods that close dates fall into. */
export type Judged = {
  readonly dossier: Dossier;
  readonly clock: Clock;
  readonly learned?: Learned;
  readonly periods?: readonly Period[];
};

/** The facts about a deal, each worked out when it is first asked for. */
export function factsOf(judged: Judged, economicBuyerRoles: readonly string[]): FactLookup {
  const table = standardFacts(judged, economicBuyerRoles);
  const found = new Map<string, Answer<unknown>>();
  return (name) => {
    const seen = found.get(name);
    if (seen) return seen;
    const answer = isStandardFact(name) ? table[name]() : ownField(judged.dossier, name.slice('field:'.length));
    found.set(name, answer);
    return answer;
  };
}

function standardFacts(
  { dossier, clock, learned = {}, periods }: Judged,
  economicBuyerRoles: readonly string[],
): Record<StandardFact, () => Answer<unknown>> {
  const { opportunity, history, committee } = dossier;
  const days = daysBy(clock);
  const { standing, claims } = saidAndShown(dossier, clock, learned);
  const since = isGiven(history) ? stageCourse(history.value).since : undefined;
  const inStage = <T>(work: (from: CivilDate) => Answer<T>): Answer<T> => {
    if (!isGiven(history)) return unanswered(history.missing, phrase('deal_fact_no_history'));
    return since === undefined ? unanswered('not-recorded', phrase('deal_fact_no_history')) : work(days.on(since));
  };
  const own = isGiven(history) ? { asOf: history.asOf, sources: [history.source] } : {};
  return {
    days_since_buyer_act: () => standing.daysSince,
    long_silence_days: () => standing.longSilence,
    buyer_acts: () => standing.counted,
    buyer_acts_in_stage: () =>
      inStage(() => {
        if (!isExplained(standing.counted)) return standing.counted;
        const acts = since === undefined ? 0 : actsBetween(standing, days, since, clock.now).length;
        return explained(acts, countFigure(acts), phrase('deal_acts_in_stage_rule'), [], own);
      }),
    people_engaged: () => standing.people,
    committee_size: () => fromField(committee, ({ length }) => ({ value: length, figure: countFigure(length) })),
    economic_buyer_named: () => economicBuyerNamed(dossier, economicBuyerRoles),
    evidenced: () => standing.evidenced,
    contradictions: () => {
      const count = claims.filter(({ verdict }) => verdict === 'contradicted').length;
      return explained(count, countFigure(count), phrase('deal_contradictions_rule'));
    },
    days_overdue: () => fromField(opportunity.closeDate, (date) => daysApart(date, days.today)),
    pushes: () => pushes(history),
    days_pushed: () => daysPushed(history),
    days_to_buyer_date: () => {
      const { buyerDate } = standing;
      return isExplained(buyerDate) ? daysAway(daysBetween(days.today, buyerDate.value), buyerDate) : buyerDate;
    },
    days_close_to_period_end: () => daysToPeriodEnd(opportunity.closeDate, periods),
    age_days: () => fromField(opportunity.createdOn, (date) => daysApart(date, days.today)),
    longest_won_days: () => longestWon(learned.wonCycles),
    days_in_stage: () =>
      inStage((from) =>
        daysAway(
          daysBetween(from, days.today),
          explained(from, dateFigure(from), phrase('deal_stage_since_rule'), [], own),
        ),
      ),
    stage: () => fromField(opportunity.stage, ({ label }) => ({ value: label, figure: textFigure(label) })),
    forecast_category: () =>
      readOr(opportunity.forecastCategory, (category) => phraseFigure(CATEGORY_NAMES[category]), EMPTY),
    amount: () =>
      fromField(opportunity.amount, (amount) => ({ value: Number(major(amount)), figure: moneyFigure(amount) })),
    probability: () => readOr(opportunity.probability, (share) => shareFigure(share), EMPTY),
    next_step: () => readOr(opportunity.nextStep, textFigure, EMPTY),
    type: () => readOr(opportunity.type, textFigure, EMPTY),
  };
}
