import type { Committee } from '../buyer/committee/committee';
import { explained, read } from '../value/explained';
import { isGiven } from '../value/known';
import { countFigure, dateFigure, type Phrase, phrase, phraseFigure } from '../value/phrase';
import type { BriefFact } from './brief-fact';

/** Somebody of the buyer's, as they are met. */
export type BriefPerson = {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly roles: readonly string[];
  readonly facts: readonly BriefFact[];
};

/** The buyer's people on the deal, each with where they stand and when they were last in touch. */
export function peopleOf({ seats }: Committee): BriefPerson[] {
  return seats.map(({ member: { contact, influence, support }, roles, engagement }) => {
    const facts: BriefFact[] = [];
    if (isGiven(support)) {
      facts.push({ name: phrase('brief_support'), answer: read(support, phraseFigure(SUPPORT[support.value])) });
    }
    if (isGiven(influence)) {
      facts.push({
        name: phrase('brief_influence'),
        answer: read(influence, { unit: 'share', share: influence.value }),
      });
    }
    if (isGiven(engagement)) {
      const own = { asOf: engagement.asOf, sources: [engagement.source] };
      const { lastIn, lastOut, next } = engagement.value;
      const ago = (days: number, rule: Phrase) =>
        explained(days, phraseFigure(phrase('brief_days_ago', countFigure(days))), rule, [], own);
      if (lastIn) facts.push({ name: phrase('brief_last_in'), answer: ago(lastIn.days, phrase('brief_last_in_rule')) });
      if (lastOut)
        facts.push({ name: phrase('brief_last_out'), answer: ago(lastOut.days, phrase('brief_last_out_rule')) });
      if (next) {
        facts.push({
          name: phrase('brief_next'),
          answer: explained(next.on, dateFigure(next.on), phrase('brief_next_rule'), [], own),
        });
      }
    }
    return {
      id: contact.id,
      name: contact.name,
      title: isGiven(contact.title) ? contact.title.value : null,
      roles,
      facts,
    };
  });
}

const SUPPORT = {
  for: phrase('brief_support_for'),
  neutral: phrase('brief_support_neutral'),
  against: phrase('brief_support_against'),
} as const;
