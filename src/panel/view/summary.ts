import type { GoalStanding } from '../../core/goals/standing';
import { isExplained } from '../../core/value/explained';
import { type Phrase, phrase, phraseFigure, textFigure } from '../../core/value/phrase';
import { type Line, line } from '../../ui/language/line';
import type { BuyerSight } from './buyer-sight';
import type { DealSight } from './deal-sight';
import { type GoalSight, type PaceWord, paceWord } from './goal-sight';
import type { PaySight } from './pay-sight';
import type { OddsSight } from './real-tile';
import type { Whose } from './whose';

export type Sights = {
  readonly who: Whose;
  readonly goal: GoalSight;
  readonly pay: PaySight;
  readonly deal: DealSight;
  readonly odds: OddsSight;
  readonly buyer: BuyerSight;
};

/** The deal in two sentences: goal and pay; what is real and what is missing. */
export function summary(sights: Sights): readonly Line[] {
  const { outcome } = sights.deal.dossier.opportunity;
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

const YOURS: Readonly<Record<Exclude<PaceWord, 'unknown'>, string>> = {
  made: 'panel_you_made',
  ahead: 'panel_you_ahead',
  on: 'panel_you_on_pace',
  'just-behind': 'panel_you_just_behind',
  behind: 'panel_you_behind',
};

const THEIRS: Readonly<Record<Exclude<PaceWord, 'unknown'>, string>> = {
  made: 'panel_rep_made',
  ahead: 'panel_rep_ahead',
  on: 'panel_rep_on_pace',
  'just-behind': 'panel_rep_just_behind',
  behind: 'panel_rep_behind',
};

function goalClause({ who, goal }: Sights): Line | null {
  if (!goal.known) return null;
  const pace = paceWord(goal.standing);
  if (pace !== 'unknown') {
    const against = phraseFigure(paceName(goal.standing));
    const made = pace === 'made';
    if (who.who === 'you') return made ? line(YOURS[pace]) : line(YOURS[pace], against);
    if (who.who === 'unknown') return null;
    return made ? line(THEIRS[pace], textFigure(who.name)) : line(THEIRS[pace], textFigure(who.name), against);
  }
  const { attainment } = goal.standing;
  if (!isExplained(attainment)) return null;
  if (who.who === 'you') return line('panel_you_at', attainment);
  return who.who === 'rep' ? line('panel_rep_at', textFigure(who.name), attainment) : null;
}

/** "Usual" is said only of a curve that was learned. */
function paceName({ pace }: GoalStanding): Phrase {
  return isExplained(pace) && pace.value.curve === 'booking' ? phrase('panel_usual_pace') : phrase('panel_even_pace');
}

function payClause({ goal, pay, deal }: Sights): Line | null {
  const { outcome } = deal.dossier.opportunity;
  const { now, toNextTier, nextTier } = pay;
  if (outcome === 'lost') return line('panel_deal_lost');
  if (outcome === 'won') return isExplained(now) ? line('panel_deal_paid', now) : line('panel_deal_won');
  const withDeal = goal.known ? goal.withDeal : goal.because;
  const near = isExplained(toNextTier) && nextTier !== null;
  if (isExplained(withDeal) && isExplained(now)) {
    return near
      ? line('panel_deal_takes_pays_short', withDeal, now, toNextTier)
      : line('panel_deal_takes_pays', withDeal, now);
  }
  if (isExplained(withDeal)) return line('panel_deal_takes', withDeal);
  return isExplained(now) ? line('panel_deal_pays', now) : null;
}

function realClause({ odds: { won }, deal: { columns } }: Sights): Line {
  const { evidenced, daysSince } = columns.standing;
  if (isExplained(daysSince) && isExplained(evidenced)) {
    if (isExplained(won)) {
      return evidenced.value
        ? line('panel_real_odds_active', won, daysSince)
        : line('panel_real_odds_silent', won, daysSince);
    }
    return evidenced.value ? line('panel_real_active', daysSince) : line('panel_real_silent', daysSince);
  }
  return isExplained(won) ? line('panel_real_odds', won) : line('panel_real_no_acts');
}

function missingClause({ buyer: { chairs }, deal: { columns, dossier } }: Sights): Line | null {
  const chair = chairs.known ? chairs.chairs.find(({ usual }) => usual) : undefined;
  if (chair !== undefined) return line('panel_nobody_as', textFigure(chair.role));
  const { nextStep } = dossier.opportunity;
  if ('missing' in nextStep && nextStep.missing === 'not-recorded') return line('panel_no_next_step');
  if (!isExplained(columns.standing.buyerDate) && columns.standing.buyerDate.missing === 'not-recorded') {
    return line('panel_no_buyer_date');
  }
  return chairs.known ? line('panel_nothing_missing') : null;
}
