import type { ActivityKind } from '../../model/activity';
import { type Phrase, phrase } from '../../value/phrase';

/**
 * How far a buyer is on the way to a purchase, by what the buyer does, not by what we hope. Order matters: whoever has set a
 * date to decide has considered a proposal before.
 */
export const BUYER_STEPS = ['need', 'evaluation', 'proposal', 'commitment'] as const;
export type BuyerStep = (typeof BUYER_STEPS)[number];

/**
 * What counts as having taken a step: acts of the buyer's of one of these kinds, by at least so many people of theirs.
 *
 * - need: they talk to us at all; nobody answers who has none.
 * - evaluation: they give it time of their own: a meeting or a call with two of their people, together or one after the
 *   other - one alone may be curious for himself.
 * - proposal: they open or sign what we have sent.
 * - commitment: they set a date of their own: to decide, for the board, for the start.
 */
export const STEP_ACTS: Readonly<
  Record<BuyerStep, { readonly kinds: readonly ActivityKind[]; readonly people: number }>
> = {
  need: { kinds: ['email', 'call', 'meeting', 'document', 'date'], people: 0 },
  evaluation: { kinds: ['meeting', 'call'], people: 2 },
  proposal: { kinds: ['document'], people: 0 },
  commitment: { kinds: ['date'], people: 0 },
};

export const STEP_NAMES: Readonly<Record<BuyerStep, Phrase>> = {
  need: phrase('buyer_step_need'),
  evaluation: phrase('buyer_step_evaluation'),
  proposal: phrase('buyer_step_proposal'),
  commitment: phrase('buyer_step_commitment'),
};

/**
 * Which step of the buyer's a seller's stage claims, by the words in its name. Names are those of Salesforce's and Dynamics'
 * default processes and the wordings near them; the furthest step that is named wins ("Proposal / Negotiation").
 */
const STAGE_WORDS: readonly (readonly [BuyerStep, RegExp])[] = [
  [
    'commitment',
    /negotiat|commit|contract|verbal|\blegal|procure|clos(e|ing)|\bsign|\borders?\b|verhandl|vertrag|abschluss|négoci|contrat/i,
  ],
  ['proposal', /propos(?!ition)|\bquot|\bpric|\boffer|\bbid\b|\btender|angebot|\boffre|\bdevis\b|propuesta/i],
  [
    'evaluation',
    /evaluat|\bdemo|solution|value prop|decision maker|perception|develop|proof|pilot|\btrial|\bpoc\b|validat|\bpresent|lösung/i,
  ],
  ['need', /qualif|\bneed|discover|analys|interest|engag|\bcontact|bedarf|besoin/i],
];

/** A deal that has ended against us claims nothing any more. */
const ENDED = /\blost\b|\bdead\b|verloren|perdu|cancel|disqualif|abandon/i;

/** The step of the buyer's that a stage claims; `undefined` where its name says nothing of the kind, as before a first talk. */
export function stepOfStage(stage: string): BuyerStep | undefined {
  if (ENDED.test(stage)) return undefined;
  return STAGE_WORDS.find(([, words]) => words.test(stage))?.[0];
}
