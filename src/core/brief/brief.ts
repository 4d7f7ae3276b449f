import { twoClocks } from '../buyer/clocks/two-clocks';
import { type Committee, committee } from '../buyer/committee/committee';
import { type EmptyChair, emptyChairs, type RoleNorms } from '../buyer/committee/empty-chairs';
import { familyTree } from '../buyer/family/family-tree';
import { type RollUp, rollUp } from '../buyer/family/roll-up';
import { type MissingItem, missing } from '../buyer/missing/missing';
import { type BuyingProcess, buyingProcess } from '../buyer/process/buying-process';
import { type Clock, daysBy } from '../deal/evidence/clock';
import type { Evidence } from '../deal/evidence/evidence';
import type { Learned } from '../deal/said-and-shown/claim';
import { saidAndShown } from '../deal/said-and-shown/said-and-shown';
import type { Dossier } from '../model/dossier';
import type { Period } from '../model/goal';
import { type Answer, explained, isExplained, read, readOr } from '../value/explained';
import type { Instant } from '../value/instant';
import { isGiven } from '../value/known';
import {
  countFigure,
  countryFigure,
  dateFigure,
  daysFigure,
  moneyFigure,
  type Phrase,
  phrase,
  phraseFigure,
  textFigure,
} from '../value/phrase';
import { type Question, questions } from './question';

/** A fact of a brief, with what it rests on. */
export type BriefFact = { readonly name: Phrase; readonly answer: Answer };

/** Somebody of the buyer's, as they are met. */
export type BriefPerson = {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly roles: readonly string[];
  readonly facts: readonly BriefFact[];
};

/** What to know before a visit, on one page, from the facts that the panel shows; it says nothing that they do not. */
export type Brief = {
  readonly deal: string;
  readonly company: string | null;
  /** Who they are: the company, what we have with its family, the deal itself. */
  readonly who: readonly BriefFact[];
  /** What presses them: their dates and their year, beside ours. */
  readonly presses: readonly BriefFact[];
  readonly people: readonly BriefPerson[];
  /** Why there are none. */
  readonly noPeople: Phrase | null;
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

/** Acts that are told one by one. */
const MOST_ACTS = 8;

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
  return {
    deal: opportunity.name,
    company: isGiven(account)
      ? account.value.name
      : isGiven(opportunity.account)
        ? opportunity.account.value.name
        : null,
    who: [...dealFacts(dossier), ...companyFacts(dossier), ...familyFacts(dossier, clock)],
    presses: pressing(dossier, clock, period),
    people: peopleOf(people),
    noPeople: isExplained(people.people)
      ? people.seats.length === 0
        ? phrase('buyer_nobody_recorded')
        : null
      : people.people.because,
    chairs: usual,
    did: theirs.slice(0, MOST_ACTS),
    didBefore: Math.max(0, theirs.length - MOST_ACTS),
    noActs:
      theirs.length > 0
        ? null
        : isExplained(standing.counted)
          ? phrase('deal_evidence_none')
          : standing.counted.because,
    process: purchase,
    unknown: lacks,
    questions: questions(claims, usual, lacks, purchase.qualification),
    pay: pay === null ? null : { name: phrase('brief_pay'), answer: pay },
    asOf: dossier.asOf,
  };
}

const NOT_RECORDED = phrase('brief_not_recorded');

/** A fact that nobody recorded is left out; one that is hidden is told as hidden. */
function told(facts: readonly BriefFact[]): BriefFact[] {
  return facts.filter(({ answer }) => isExplained(answer) || answer.missing === 'hidden');
}

function dealFacts({ opportunity, competitors }: Dossier): BriefFact[] {
  const { amount, closeDate, stage, products } = opportunity;
  return told([
    { name: phrase('brief_amount'), answer: readOr(amount, moneyFigure, NOT_RECORDED) },
    { name: phrase('brief_stage'), answer: readOr(stage, ({ label }) => textFigure(label), NOT_RECORDED) },
    { name: phrase('brief_close_date'), answer: readOr(closeDate, dateFigure, NOT_RECORDED) },
    {
      name: phrase('brief_products'),
      answer: readOr(
        products,
        (lines) => ({ unit: 'list', figures: lines.map(({ product }) => textFigure(product)) }),
        NOT_RECORDED,
      ),
    },
    {
      name: phrase('brief_competitors'),
      answer: readOr(competitors, (names) => ({ unit: 'list', figures: names.map(textFigure) }), NOT_RECORDED),
    },
  ]).filter(({ answer }) => !isExplained(answer) || answer.figure.unit !== 'list' || answer.figure.figures.length > 0);
}

function companyFacts({ account }: Dossier): BriefFact[] {
  if (!isGiven(account)) return [];
  const { industry, country, employees, annualRevenue, website } = account.value;
  return told([
    { name: phrase('brief_industry'), answer: readOr(industry, textFigure, NOT_RECORDED) },
    { name: phrase('brief_country'), answer: readOr(country, countryFigure, NOT_RECORDED) },
    { name: phrase('brief_employees'), answer: readOr(employees, countFigure, NOT_RECORDED) },
    { name: phrase('brief_revenue'), answer: readOr(annualRevenue, moneyFigure, NOT_RECORDED) },
    { name: phrase('brief_website'), answer: readOr(website, textFigure, NOT_RECORDED) },
  ]);
}

function familyFacts({ family, account }: Dossier, clock: Clock): BriefFact[] {
  if (!isGiven(family) || !isGiven(account)) return [];
  const tree = familyTree(family.value, account.value.id);
  if (tree === undefined) return [];
  const own = { asOf: family.asOf, sources: [family.source] };
  const all: RollUp = rollUp(tree.nodes, daysBy(clock).today);
  const count = (n: number, rule: Phrase) => explained(n, countFigure(n), rule, [], own);
  return [
    ...(tree.lineage.length > 1
      ? [
          {
            name: phrase('brief_parent'),
            answer: explained(
              tree.root.account.name,
              textFigure(tree.root.account.name),
              phrase('brief_parent_rule'),
              [],
              own,
            ),
          },
        ]
      : []),
    { name: phrase('brief_companies'), answer: count(all.companies, phrase('brief_companies_rule')) },
    { name: phrase('brief_open'), answer: count(all.open, phrase('brief_open_rule')) },
    { name: phrase('brief_won'), answer: count(all.won, phrase('brief_won_rule')) },
    { name: phrase('brief_lost'), answer: count(all.lost, phrase('brief_lost_rule')) },
  ];
}

function pressing(dossier: Dossier, clock: Clock, period: Period | null): BriefFact[] {
  const { today } = daysBy(clock);
  // Their dates stand whatever our period is; without one ours is left out.
  const { buyer, seller } = twoClocks(
    period ?? { label: '', kind: 'custom', start: today, end: today },
    dossier.account,
    dossier,
    clock,
  );
  const ours = explained(seller.lastDay, dateFigure(seller.lastDay), phrase('buyer_period_last_day'));
  return [
    ...buyer.dates.map(({ on, subject }) => ({
      name: isGiven(subject) ? phrase('brief_their_date', textFigure(subject.value)) : phrase('brief_a_date'),
      answer: explained(on, dateFigure(on), phrase('buyer_next_date_rule')),
    })),
    ...(buyer.dates.length === 0 ? [{ name: phrase('brief_a_date'), answer: buyer.nextDate }] : []),
    { name: phrase('brief_year_end'), answer: buyer.yearEnd },
    ...(period === null ? [] : [{ name: phrase('brief_our_period_end'), answer: ours }]),
  ];
}

function peopleOf({ seats }: Committee): BriefPerson[] {
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
      const ago = (days: number, rule: Phrase) => explained(days, daysFigure(days), rule, [], own);
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
