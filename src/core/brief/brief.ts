import { committee } from '../buyer/committee/committee';
import { type EmptyChair, emptyChairs, type RoleNorms } from '../buyer/committee/empty-chairs';
import { missing } from '../buyer/missing/missing';
import type { MissingItem } from '../buyer/missing/missing-item';
import { type BuyingProcess, buyingProcess } from '../buyer/process/buying-process';
import type { Clock } from '../deal/evidence/clock';
import type { Evidence } from '../deal/evidence/evidence';
import type { Learned } from '../deal/said-and-shown/claim';
import { saidAndShown } from '../deal/said-and-shown/said-and-shown';
import type { Dossier } from '../model/dossier';
import type { Period } from '../model/goal';
import { type Answer, isExplained } from '../value/explained';
import type { Instant } from '../value/instant';
import { isGiven } from '../value/known';
import { type Phrase, phrase } from '../value/phrase';
import type { BriefFact } from './brief-fact';
import { type BriefPerson, peopleOf } from './brief-person';
import { type Question, questions } from './question';
import { whatPresses } from './what-presses';
import { whoTheyAre } from './who-they-are';

/** What to know before a visit, on one page, from the facts that the panel shows; it says nothing that they do not. */
export type Brief = {
  readonly deal: string;
  readonly company: string | null;
  /** Who they are: the company, what we have with its family, the deal itself. */
  readonly who: readonly BriefFact[];
  /** What presses them: their dates and their year, beside ours. */
  readonly presses: readonly BriefFact[];
  /** Their dates that are not told one by one. */
  readonly datesAfter: number;
  readonly people: readonly BriefPerson[];
  /** People that are not told one by one: those who weigh least. */
  readonly peopleBeside: number;
  /** Why there are none. */
  readonly noPeople: Phrase | null;
  /** Those that weigh most; the others stand among what is not known. */
  readonly chairs: readonly EmptyChair[];
  /** What they did, newest first. */
  readonly did: readonly Evidence[];
  /** Acts that are not told one by one. */
  readonly didBefore: number;
  /** Said where nothing is told. */
  readonly noActs: Phrase | null;
  readonly process: BuyingProcess;
  /** What is not known: looked for and absent, or out of sight. */
  readonly unknown: readonly MissingItem[];
  /** What is not known besides, and weighs less. */
  readonly unknownBeside: number;
  readonly questions: readonly Question[];
  /** What the deal pays the rep; null unless the rep asked for it: a brief is handed round. */
  readonly pay: BriefFact | null;
  readonly asOf: Instant;
};

export type BriefParts = {
  /** Our fiscal period; null where it is not known. */
  readonly period: Period | null;
  readonly learned: Learned;
  readonly roles: RoleNorms | undefined;
  /** What the deal pays, where the rep has ticked it. */
  readonly pay: Answer | null;
};

/** What is told one by one, so that the whole stays one sheet of paper; the rest is counted. */
const MOST_ACTS = 6;
const MOST_PEOPLE = 5;
const MOST_CHAIRS = 4;
const MOST_DATES = 3;
const MOST_UNKNOWN = 6;

/** Makes the brief of a deal. */
export function brief(dossier: Dossier, clock: Clock, { period, learned, roles, pay }: BriefParts): Brief {
  const { opportunity, account } = dossier;
  const { standing, claims } = saidAndShown(dossier, clock, learned);
  // A mail that either side may have written is nothing the buyer did.
  const theirs = standing.rows.filter(({ notCounted }) => notCounted?.why !== 'unsaid');
  const people = committee(dossier, clock, standing.longSilence);
  const chairs = emptyChairs(dossier.committee, roles);
  const usual = chairs.known ? chairs.chairs.filter((chair) => chair.usual) : [];
  const purchase = buyingProcess(dossier, clock);
  const lacks = missing(dossier, clock, roles, standing.longSilence);
  const shownChairs = usual.slice(0, MOST_CHAIRS).map(({ chair }) => chair);
  const unknown = lacks.filter(({ chair }) => chair === undefined || !shownChairs.includes(chair.chair));
  const seated = peopleOf(people);
  return {
    deal: opportunity.name,
    company: isGiven(account)
      ? account.value.name
      : isGiven(opportunity.account)
        ? opportunity.account.value.name
        : null,
    who: whoTheyAre(dossier, clock),
    ...whatPresses(dossier, clock, period, MOST_DATES),
    people: seated.slice(0, MOST_PEOPLE),
    peopleBeside: Math.max(0, seated.length - MOST_PEOPLE),
    noPeople: isExplained(people.people)
      ? people.seats.length === 0
        ? phrase('buyer_nobody_recorded')
        : null
      : people.people.because,
    chairs: usual.slice(0, MOST_CHAIRS),
    did: theirs.slice(0, MOST_ACTS),
    didBefore: Math.max(0, theirs.length - MOST_ACTS),
    noActs:
      theirs.length > 0
        ? null
        : isExplained(standing.counted)
          ? phrase('deal_evidence_none')
          : standing.counted.because,
    process: purchase,
    unknown: unknown.slice(0, MOST_UNKNOWN),
    unknownBeside: Math.max(0, unknown.length - MOST_UNKNOWN),
    questions: questions(claims, usual, lacks, purchase.qualification),
    pay: pay === null ? null : { name: phrase('brief_pay'), answer: pay },
    asOf: dossier.asOf,
  };
}
