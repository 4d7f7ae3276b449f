import type { Answer } from '../../value/explained';
import { isExplained } from '../../value/explained';
import { type Figure, type Phrase, phrase, phraseFigure, textFigure } from '../../value/phrase';
import type { FactName } from './fact';
import type { Says } from './rule';

/** The interface's own sentences for risks, and how many places each has. */
export const RISK_MESSAGES: Readonly<
  Record<string, { readonly places: number; readonly say: (figures: readonly Figure[]) => Phrase }>
> = {
  deal_risk_silence: { places: 2, say: (figures) => phrase('deal_risk_silence', ...figures) },
  deal_risk_no_evidence: { places: 0, say: () => phrase('deal_risk_no_evidence') },
  deal_risk_overdue: { places: 1, say: (figures) => phrase('deal_risk_overdue', ...figures) },
  deal_risk_pushed: { places: 2, say: (figures) => phrase('deal_risk_pushed', ...figures) },
  deal_risk_single_threaded: { places: 0, say: () => phrase('deal_risk_single_threaded') },
  deal_risk_no_next_step: { places: 0, say: () => phrase('deal_risk_no_next_step') },
  deal_risk_older_than_won: { places: 2, say: (figures) => phrase('deal_risk_older_than_won', ...figures) },
  deal_risk_no_economic_buyer: { places: 0, say: () => phrase('deal_risk_no_economic_buyer') },
  deal_risk_commit_without_evidence: { places: 0, say: () => phrase('deal_risk_commit_without_evidence') },
  deal_risk_stalled: { places: 1, say: (figures) => phrase('deal_risk_stalled', ...figures) },
  deal_risk_period_end: { places: 0, say: () => phrase('deal_risk_period_end') },
};

/** A place in an administrator's own words: `{days_overdue}`. */
export const PLACE = /\{([^{}]*)\}/g;

const UNKNOWN = phraseFigure(phrase('deal_fact_unknown'));

/** What a rule says about a deal. */
export function sentence(says: Says, fact: (name: FactName) => Answer<unknown>): Phrase {
  if ('text' in says) return phrase('deal_risk_own_words', textFigure(ownWords(says.text, fact)));
  const figures = says.with.map((name) => {
    const answer = fact(name);
    return isExplained(answer) ? answer.figure : UNKNOWN;
  });
  return RISK_MESSAGES[says.message]?.say(figures) ?? phrase('deal_risk_own_words', textFigure(says.message));
}

/** The administrator's words are in one language already, so the facts in them are written plainly. */
function ownWords(text: string, fact: (name: FactName) => Answer<unknown>): string {
  return text.replace(PLACE, (_, name: FactName) => {
    const answer = fact(name);
    return isExplained(answer) ? String(answer.value) : '?';
  });
}
