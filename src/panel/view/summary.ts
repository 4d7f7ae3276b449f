import type { MissingItem } from '../../core/buyer/missing/missing-item';
import type { GoalStanding } from '../../core/goals/standing';
import type { Outcome } from '../../core/model/opportunity';
import { type Answer, isExplained } from '../../core/value/explained';
import { isGiven, isNotShown } from '../../core/value/known';
import { type Figure, type Phrase, phrase, phraseFigure, textFigure } from '../../core/value/phrase';
import { type Line, line } from '../../ui/language/line';
import type { DealSight } from './deal-sight';
import { type GoalSight, type PaceWord, paceWord } from './goal/sight';
import type { OddsSight } from './odds-sight';
import type { PaySight } from './pay/sight';
import { ofWonDeals } from './real-tile';
import type { Whose } from './whose';

export type Sights = {
  readonly who: Whose;
  /** The person who looks; null where nobody knows. */
  readonly viewerId: string | null;
  readonly goal: GoalSight;
  readonly pay: PaySight;
  readonly outcome: Outcome;
  readonly deal: DealSight | null;
  readonly odds: OddsSight;
  /** What is missing on the buyer's side, the most important first. */
  readonly lacks: readonly MissingItem[] | null;
};

/** The deal in two sentences: goal and pay; what is real and what is missing. */
export function summary(sights: Sights): readonly Line[] {
  const { outcome } = sights;
  const first = joined('panel_say_goal_and_pay', goalClause(sights), payClause(sights));
  if (outcome !== 'open') return first === null ? [] : [first];
  const second = joined('panel_say_real_and_missing', realClause(sights), missingClause(sights));
  return [first, second].filter((sentence) => sentence !== null);
}

/** One clause, or two with what joins them. */
function joined(key: string, one: Line | null, other: Line | null): Line | null {
  if (one !== null && other !== null) return line(key, one, other);
  const only = one ?? other;
  return only === null ? null : line('panel_say_alone', only);
}

const YOURS: Readonly<Record<Exclude<PaceWord, 'unknown' | 'first-day'>, string>> = {
  made: 'panel_you_made',
  ahead: 'panel_you_ahead',
  on: 'panel_you_on_pace',
  'just-behind': 'panel_you_just_behind',
  behind: 'panel_you_behind',
};

const THEIRS: Readonly<Record<Exclude<PaceWord, 'unknown' | 'first-day'>, string>> = {
  made: 'panel_rep_made',
  ahead: 'panel_rep_ahead',
  on: 'panel_rep_on_pace',
  'just-behind': 'panel_rep_just_behind',
  behind: 'panel_rep_behind',
};

function goalClause({ who, goal }: Sights): Line {
  if (!goal.known) {
    const none = goal.because.missing === 'not-recorded' || goal.because.missing === 'feature-off';
    return line(none && goal.period !== null ? 'panel_goal_no_quota' : 'panel_goal_unknown');
  }
  const pace = paceWord(goal.standing);
  if (pace === 'first-day') return line('panel_period_begins', textFigure(goal.standing.goal.period.label));
  if (pace !== 'unknown') {
    const against = phraseFigure(paceName(goal.standing));
    const made = pace === 'made';
    if (who.who === 'you') return made ? line(YOURS[pace]) : line(YOURS[pace], against);
    return made ? line(THEIRS[pace], named(who)) : line(THEIRS[pace], named(who), against);
  }
  const { attainment } = goal.standing;
  if (!isExplained(attainment)) return line('panel_goal_unknown');
  return who.who === 'you' ? line('panel_you_at', attainment) : line('panel_rep_at', named(who), attainment);
}

function named(who: Exclude<Whose, { who: 'you' }>): Figure {
  return who.who === 'rep' ? textFigure(who.name) : phraseFigure(phrase('panel_the_owner'));
}

/** "Usual" is said only of a curve that was learned. */
function paceName({ pace }: GoalStanding): Phrase {
  return isExplained(pace) && pace.value.curve === 'booking' ? phrase('panel_usual_pace') : phrase('panel_even_pace');
}

function payClause({ goal, pay, outcome }: Sights): Line | null {
  const now = pay.known ? pay.now : pay.because;
  const next = pay.known ? pay.next : null;
  if (outcome === 'lost') return line('panel_deal_lost');
  if (outcome === 'won') return isExplained(now) ? line('panel_deal_paid', now) : line('panel_deal_won');
  const withDeal = goal.known ? goal.withDeal : goal.because;
  if (isExplained(withDeal) && isExplained(now)) {
    return next !== null
      ? line('panel_deal_takes_pays_short', withDeal, now, next.toGo)
      : line('panel_deal_takes_pays', withDeal, now);
  }
  if (isExplained(withDeal)) return line('panel_deal_takes', withDeal);
  return isExplained(now) ? line('panel_deal_pays', now) : null;
}

/** From here on a deal's age among the won ones weighs more than an act of the buyer's. */
const VERY_OLD = 0.9;

/** The chance, and what weighs most about the deal: silence, else great age, else that the buyer acts. */
function realClause({ odds: { won, olderThan }, deal }: Sights): Line | null {
  if (deal === null) return null;
  const heaviest = weightiest(deal, olderThan);
  // What cannot be seen is not said to be absent.
  const seen = isGiven(deal.dossier.activities);
  if (!isExplained(won)) {
    if (heaviest !== null) return line(heaviest.alone, heaviest.of);
    return line(seen ? 'panel_real_no_acts' : 'panel_real_not_shown');
  }
  if (heaviest !== null) return line(heaviest.beside, won, heaviest.of);
  return seen ? line('panel_real_odds_no_acts', won) : line('panel_real_odds_not_shown', won);
}

function weightiest(
  deal: DealSight,
  olderThan: OddsSight['olderThan'],
): { readonly alone: string; readonly beside: string; readonly of: Answer } | null {
  const { evidenced, daysSince } = deal.columns.standing;
  const acted = isExplained(daysSince) && isExplained(evidenced);
  if (acted && !evidenced.value) return { alone: 'panel_real_silent', beside: 'panel_real_odds_silent', of: daysSince };
  if (isExplained(olderThan) && olderThan.value >= VERY_OLD)
    return { alone: 'panel_real_old', beside: 'panel_real_odds_old', of: ofWonDeals(olderThan) };
  return acted ? { alone: 'panel_real_active', beside: 'panel_real_odds_active', of: daysSince } : null;
}

/** What weighs less is in the tile and needs no sentence. */
const WORTH_SAYING = 0.4;

/** The gravest of what was looked for and is not there. */
function missingClause({ lacks, deal }: Sights): Line | null {
  if (lacks === null) return null;
  const gravest = lacks.find(({ standing }) => standing === 'absent');
  if (gravest === undefined || gravest.importance < WORTH_SAYING) {
    if (deal !== null && isNotShown(deal.dossier.committee)) return line('panel_people_not_shown');
    return line(lacks.some(({ standing }) => standing === 'hidden') ? 'panel_some_hidden' : 'panel_nothing_grave');
  }
  if (gravest.chair !== undefined) return line('panel_nobody_as', gravest.chair.within);
  const clause = CLAUSES[gravest.what];
  return clause === undefined ? line('panel_one_missing', phraseFigure(gravest.name)) : line(clause);
}

const CLAUSES: Readonly<Partial<Record<MissingItem['what'], string>>> = {
  committee: 'panel_nobody_named',
  amount: 'panel_no_amount',
  'close-date': 'panel_no_close_date',
  'decision-date': 'panel_no_buyer_date',
  'next-step': 'panel_no_next_step',
  'second-thread': 'panel_one_person',
};
