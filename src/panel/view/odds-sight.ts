import type { RoleNorms } from '../../core/buyer/committee/empty-chairs';
import { learnedOf } from '../../core/deal/learned';
import type { Norms } from '../../core/deal/norms/norms';
import { ageAgainstWon } from '../../core/deal/norms/usual/age-against-won';
import { freshLeft } from '../../core/deal/norms/usual/fresh-left';
import { bookedBefore, usualRoles } from '../../core/deal/norms/usual/usual';
import { factsOfBookDeal, mainProduct } from '../../core/deal/odds/deal-facts';
import { type Odds as DealOdds, type FourEnds, quickOdds } from '../../core/deal/odds/odds';
import { type OddsMaker, oddsMaker } from '../../core/deal/odds/odds-maker';
import type { Learned } from '../../core/deal/said-and-shown/claim';
import type { Fresh } from '../../core/goals/chance/fresh';
import type { Odds } from '../../core/goals/chance/open-bets';
import type { BookDeal, BookedPeriod } from '../../core/model/book';
import type { Dossier } from '../../core/model/dossier';
import type { Period } from '../../core/model/goal';
import { addMonths, type CivilDate } from '../../core/value/civil-date';
import { type Answer, explained, isExplained, type Unanswered, unanswered } from '../../core/value/explained';
import { ifGiven, isGiven, type Known, type MissingReason } from '../../core/value/known';
import { countFigure, type Phrase, phrase, pointsFigure, probabilityFigure } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import type { FigureRow } from './rows';

/** What the organisation's closed deals say: the odds of this deal and of the book's, and what is usual. */
export type OddsSight = {
  /** The four ends in the period. */
  readonly won: Answer<number>;
  readonly slips: Answer<number>;
  readonly noDecision: Answer<number>;
  readonly lost: Answer<number>;
  /** What leads from the base rate to the chance of winning, in order; the points add up to it. */
  readonly contributions: readonly FigureRow[];
  /** Chances of the rep's open deals to be won inside the period. */
  readonly ofBook: Odds;
  readonly learned: Learned;
  /** What roles won deals had. */
  readonly roles: RoleNorms | undefined;
  /** Share of the won deals of this product that had closed by this deal's age. */
  readonly olderThan: Answer<number>;
  /** What was booked in the periods before this one. */
  readonly booked: readonly BookedPeriod[];
  /** What the rep may still win in the period from deals that do not exist yet; unknown below two past quarters. */
  readonly fresh: Fresh | undefined;
};

export function unknownOdds(because: Unanswered): OddsSight {
  return {
    won: because,
    slips: because,
    noDecision: because,
    lost: because,
    contributions: [],
    ofBook: new Map(),
    learned: {},
    roles: undefined,
    olderThan: because,
    booked: [],
    fresh: undefined,
  };
}

const WITHOUT_NORMS: Readonly<Record<MissingReason, Phrase>> = {
  hidden: phrase('panel_norms_hidden'),
  'feature-off': phrase('panel_norms_hidden'),
  'not-recorded': phrase('panel_norms_too_few'),
  'not-yet-read': phrase('panel_norms_learning'),
  'not-readable': phrase('panel_norms_not_readable'),
  'too-few': phrase('panel_norms_too_few'),
  'not-shown': phrase('panel_norms_not_shown'),
};

/** The odds by what was learned; until something was, each says how far that is. */
export function oddsSight({ norms, book, today, now, zone }: Reading, dossier: Dossier): OddsSight {
  if (!isGiven(norms)) return unknownOdds(unanswered(norms.missing, WITHOUT_NORMS[norms.missing]));
  if (!isGiven(book)) {
    const notRead = phrase(book.missing === 'not-shown' ? 'panel_no_book_not_shown' : 'panel_no_book_not_read');
    return unknownOdds(unanswered(book.missing, notRead));
  }
  const { period } = book.value;
  const { maker, ends } = makerFor(norms.value, today, period);
  const { learned, odds: ofDeal } = learnedOf(norms.value, dossier, { now, zone }, maker);
  const product = mainProduct(dossier.opportunity.products);
  const usual = {
    ofBook: chances(maker, book.value.open, ends),
    roles: usualRoles(norms.value, ifGiven(dossier.opportunity.amount)),
    olderThan: ageAgainstWon(norms.value, dossier.opportunity.createdOn, today, product),
    booked: bookedBefore(norms.value, period),
    fresh: freshLeft(norms.value, period, today, book.value.rep.id),
  };
  if (ofDeal === null || !isExplained(ofDeal)) {
    return {
      ...unknownOdds(ofDeal ?? unanswered('not-yet-read', phrase('panel_no_book_not_read'))),
      ...usual,
      learned,
    };
  }
  const { won, lost, slips, noDecision } = ofDeal.value;
  return {
    won,
    lost,
    slips,
    noDecision,
    contributions: contributionRows(ofDeal.value, norms.value),
    learned,
    ...usual,
  };
}

/** The same of a book alone, with no deal in view. */
export function bookOdds({ norms, book, today }: Pick<Reading, 'norms' | 'book' | 'today'>): OddsSight {
  if (!isGiven(norms)) return unknownOdds(unanswered(norms.missing, WITHOUT_NORMS[norms.missing]));
  if (!isGiven(book)) return unknownOdds(unanswered(book.missing, phrase('panel_no_book_not_read')));
  const { period, open, rep } = book.value;
  const { maker, ends } = makerFor(norms.value, today, period);
  return {
    ...unknownOdds(unanswered('not-recorded', phrase('panel_deal_ended'))),
    ofBook: chances(maker, open, ends),
    booked: bookedBefore(norms.value, period),
    fresh: freshLeft(norms.value, period, today, rep.id),
  };
}

/** The norms made ready for a day, and what they said of deals that have not changed since. */
type Made = {
  readonly today: CivilDate;
  readonly period: Period;
  readonly maker: OddsMaker;
  readonly ends: WeakMap<BookDeal, FourEnds | null>;
};

/** Norms are the same for reading after reading, and so are most deals of a book: what was worked out of them is kept. */
const MADE = new WeakMap<Norms, Made>();

function makerFor(norms: Norms, today: CivilDate, period: Period): Made {
  const kept = MADE.get(norms);
  if (kept !== undefined && kept.today === today && kept.period.end === period.end) return kept;
  const maker = oddsMaker(norms, today, period, addMonths(period.end, 3));
  const made = { today, period, maker, ends: new WeakMap<BookDeal, FourEnds | null>() };
  MADE.set(norms, made);
  return made;
}

/** The odds of the open deals of the book; a deal whose age is not known has none. */
function chances(maker: OddsMaker, open: Known<readonly BookDeal[]>, kept: Made['ends']): Odds {
  const odds = new Map<string, { readonly won: number }>();
  for (const deal of ifGiven(open) ?? []) {
    let ends = kept.get(deal);
    if (ends === undefined) {
      ends = quickOdds(maker, factsOfBookDeal(deal, maker.today), 'period');
      kept.set(deal, ends);
    }
    if (ends !== null) odds.set(deal.opportunity.id, ends);
  }
  return odds;
}

function contributionRows({ contributions }: DealOdds, norms: Norms): FigureRow[] {
  return contributions.map(({ factor, name, points, n }) => ({
    name,
    answer: explained(
      points / 100,
      factor === 'base' ? probabilityFigure(points / 100) : pointsFigure(points / 100),
      phrase('deal_odds_step_rule', countFigure(n)),
      [],
      { sources: [{ kind: 'learned', from: 'closed deals', n: norms.all.n }] },
    ),
  }));
}
