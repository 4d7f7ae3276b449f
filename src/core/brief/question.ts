import type { EmptyChair } from '../buyer/committee/empty-chairs';
import type { MissingItem, MissingKind } from '../buyer/missing/missing-item';
import type { Qualification, QualificationKind } from '../buyer/process/qualification';
import type { ClaimKind, SaidAndShown } from '../deal/said-and-shown/claim';
import { isExplained } from '../value/explained';
import { type Figure, type Phrase, phrase, phraseFigure } from '../value/phrase';

/** What a question comes from: a claim that the buyer's acts contradict, a chair nobody sits in, something not recorded. */
export type QuestionKind = 'contradiction' | 'chair' | 'gap';

/** A question worth asking the buyer, and the rule by which it was chosen: what is contradicted or missing, in so many words. */
export type Question = {
  readonly kind: QuestionKind;
  /** What it is about; no two questions of a brief are about the same. */
  readonly topic: string;
  readonly asks: Phrase;
  readonly because: Phrase;
};

/** Questions that a visit has time for. */
export const MOST_QUESTIONS = 3;

/** What the rule says of itself: shown beside the questions. */
export const QUESTION_RULE = phrase('brief_question_rule');

/** Asked where the buyer's acts contradict a claim. The rep's own probability is nothing to ask a customer about. */
const CLAIM_QUESTIONS: Readonly<
  Record<Exclude<ClaimKind, 'probability'>, { readonly topic: string; readonly ask: (said: Figure) => Phrase }>
> = {
  stage: { topic: 'progress', ask: () => phrase('brief_ask_progress') },
  forecast: { topic: 'date', ask: () => phrase('brief_ask_in_the_way') },
  amount: { topic: 'amount', ask: (said) => phrase('brief_ask_still_amount', said) },
  'close-date': { topic: 'date', ask: (said) => phrase('brief_ask_until', said) },
  'next-step': { topic: 'next-step', ask: (said) => phrase('brief_ask_still_step', said) },
};

/** Asked where something was looked for and is not recorded. */
const GAP_QUESTIONS: Readonly<
  Record<Exclude<MissingKind, 'chair' | 'account'>, { readonly topic: string; readonly asks: Phrase }>
> = {
  committee: { topic: 'people', asks: phrase('brief_ask_people') },
  'second-thread': { topic: 'people', asks: phrase('brief_ask_who_else') },
  activities: { topic: 'progress', asks: phrase('brief_ask_progress') },
  'decision-date': { topic: 'date', asks: phrase('brief_ask_date') },
  'close-date': { topic: 'date', asks: phrase('brief_ask_date') },
  timeline: { topic: 'date', asks: phrase('brief_ask_when_needed') },
  'next-step': { topic: 'next-step', asks: phrase('brief_ask_next_step') },
  amount: { topic: 'amount', asks: phrase('brief_ask_budget') },
  budget: { topic: 'amount', asks: phrase('brief_ask_budget') },
  authority: { topic: 'authority', asks: phrase('brief_ask_authority') },
  process: { topic: 'process', asks: phrase('brief_ask_process') },
  pain: { topic: 'need', asks: phrase('brief_ask_pain') },
  need: { topic: 'need', asks: phrase('brief_ask_need') },
  'buyer-year': { topic: 'year', asks: phrase('brief_ask_year') },
};

/**
 * The questions worth asking, at most three: first the gravest contradiction, the emptiest chair and the weightiest gap, then what
 * else there is in the same order, and last what qualifies a purchase and nobody has written down; none about what another one is
 * about already. What a user merely may not see is no question: the buyer cannot answer for our permissions.
 *
 * @param claims - gravest first
 * @param missing - weightiest first
 * @param said - what the CRM's fields say of need, budget and the rest
 */
export function questions(
  claims: readonly SaidAndShown[],
  chairs: readonly EmptyChair[],
  missing: readonly MissingItem[],
  said: Qualification,
): readonly Question[] {
  const byKind = [claims.flatMap(ofClaim), chairs.filter(({ usual }) => usual).map(ofChair), missing.flatMap(ofGap)];
  const chosen: Question[] = [];
  const take = (question: Question | undefined) => {
    if (question === undefined || chosen.length === MOST_QUESTIONS) return;
    if (!chosen.some(({ topic }) => topic === question.topic)) chosen.push(question);
  };
  for (const kind of byKind) take(kind.find(({ topic }) => !chosen.some((one) => one.topic === topic)));
  for (const question of [...byKind.flat(), ...QUALIFICATIONS_ASKED.flatMap((kind) => ofQualification(kind, said))])
    take(question);
  return chosen;
}

function ofClaim({ claim, said, shown, verdict }: SaidAndShown): Question[] {
  const against = shown[0];
  if (verdict !== 'contradicted' || against === undefined || claim === 'probability' || !isExplained(said)) return [];
  const { topic, ask } = CLAIM_QUESTIONS[claim];
  return [{ kind: 'contradiction', topic, asks: ask(said.figure), because: against.says }];
}

function ofChair({ chair, within, because }: EmptyChair): Question {
  return { kind: 'chair', topic: `chair ${chair}`, asks: phrase('brief_ask_chair', within), because };
}

function ofGap({ what, standing, name, because }: MissingItem): Question[] {
  if (standing !== 'absent' || what === 'chair' || what === 'account') return [];
  const { topic, asks } = GAP_QUESTIONS[what];
  return [
    { kind: 'gap', topic, asks, because: phrase('brief_gap_because', phraseFigure(name), phraseFigure(because)) },
  ];
}

/** In the order in which they decide whether there will be a purchase. */
const QUALIFICATIONS_ASKED: readonly QualificationKind[] = [
  'authority',
  'budget',
  'timeline',
  'process',
  'pain',
  'need',
];

/** Also where the organisation has no field for it: then nobody could write it down, and it can be asked all the same. */
function ofQualification(kind: QualificationKind, said: Qualification): Question[] {
  const answer = said[kind];
  if (isExplained(answer) || answer.missing === 'hidden') return [];
  return [{ kind: 'gap', ...GAP_QUESTIONS[kind], because: answer.because }];
}
