import { type Answer, isExplained } from '../value/explained';
import { type Phrase, phrase } from '../value/phrase';

/** A fact of a brief, with what it rests on. */
export type BriefFact = { readonly name: Phrase; readonly answer: Answer };

export const NOT_RECORDED = phrase('brief_not_recorded');

/** A fact that nobody recorded is left out; one that is hidden is told as hidden. */
export function told(facts: readonly BriefFact[]): BriefFact[] {
  return facts.filter(({ answer }) => isExplained(answer) || answer.missing === 'hidden');
}
