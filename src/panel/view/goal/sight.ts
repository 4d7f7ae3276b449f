import { convertInto } from '../../../core/goals/measure/convert-into';
import { sizeOf } from '../../../core/goals/measure/unit';
import { attainmentOf, type GoalStanding, goalStanding } from '../../../core/goals/standing';
import type { Book } from '../../../core/model/book';
import type { Goal, Period } from '../../../core/model/goal';
import { type Answer, isExplained, type Unanswered, unanswered } from '../../../core/value/explained';
import { given, isGiven, type Known, type MissingReason } from '../../../core/value/known';
import { type Phrase, phrase } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import type { OddsSight } from '../odds-sight';

/** What the goals room says about the rep's main goal, worked out once for tile, summary and section. */
export type GoalSight =
  | {
      readonly known: true;
      readonly standing: GoalStanding;
      readonly all: readonly GoalStanding[];
      /** Attainment with this deal won now; unanswered where it counts nothing here or has ended. */
      readonly withDeal: Answer<number>;
      /** Quotas of the rep's territories: in no goal. */
      readonly ofTerritories: number;
    }
  | { readonly known: false; readonly period: Period | null; readonly because: Unanswered };

const NO_BOOK: Readonly<Record<MissingReason, Phrase>> = {
  hidden: phrase('panel_no_book_hidden'),
  'feature-off': phrase('panel_no_book_hidden'),
  'not-recorded': phrase('panel_no_book_not_read'),
  'not-yet-read': phrase('panel_no_book_not_read'),
  'not-readable': phrase('panel_no_book_not_readable'),
  'too-few': phrase('panel_no_book_not_read'),
  'not-shown': phrase('panel_no_book_not_shown'),
};

/**
 * How the rep stands: the main goal - the first that counts results in money, else the first there is - and the others.
 *
 * @param dealId - the open deal that is shown; null where it has ended
 * @param odds - chances of the open deals to be won inside the period, and what was booked in earlier ones
 */
export function goalSight(
  { book, today }: Reading,
  dealId: string | null,
  { ofBook: odds, booked, fresh }: Pick<OddsSight, 'ofBook' | 'booked'> & Partial<Pick<OddsSight, 'fresh'>>,
): GoalSight {
  if (!isGiven(book)) {
    return { known: false, period: null, because: unanswered(book.missing, NO_BOOK[book.missing]) };
  }
  const { period, goals, territoryQuotas: ofTerritories = 0 } = book.value;
  const goal = isGiven(goals) ? mainGoal(goals.value) : undefined;
  if (!isGiven(goals) || goal === undefined) {
    const missing = isGiven(goals) ? 'not-recorded' : goals.missing;
    const because =
      missing === 'hidden'
        ? phrase('panel_quota_hidden')
        : phrase(ofTerritories > 0 ? 'panel_quota_of_territory' : 'panel_no_quota');
    return { known: false, period, because: unanswered(missing, because) };
  }
  const converting = (each: Goal) => {
    const convert = convertInto(book.value, each);
    return convert ? { convert } : {};
  };
  const looking = (each: Goal) => ({ today, odds, booked, ...(fresh && { fresh }), ...converting(each) });
  const all = goals.value.map((each) => goalStanding(book.value, each, looking(each)));
  const standing = all[goals.value.indexOf(goal)] ?? goalStanding(book.value, goal, looking(goal));
  // What cannot be told of a deal leaves nothing to say of the goal with it.
  const untold = standing.uncounted.find((each) => each.dealId === dealId);
  const withDeal =
    untold === undefined
      ? withDealWon(book.value, goal, dealId, { today, odds: new Map(), ...converting(goal) })
      : unanswered('not-recorded', untold.because);
  return { known: true, standing, all, withDeal, ofTerritories };
}

function mainGoal(goals: readonly Goal[]): Goal | undefined {
  const lagging = goals.filter(({ leads }) => !leads);
  return lagging.find(({ target }) => isGiven(target) && target.value.unit === 'money') ?? lagging[0] ?? goals[0];
}

/** The same book with one open deal won today, put through the same engine. */
function withDealWon(
  book: Book,
  goal: Goal,
  dealId: string | null,
  looking: Parameters<typeof goalStanding>[2],
): Answer<number> {
  if (dealId === null) return unanswered('not-recorded', phrase('panel_deal_ended'));
  const won = bookWithWon(book, dealId, looking.today);
  return won === null ? unanswered('not-recorded', phrase('panel_deal_not_in_book')) : attainmentOf(won, goal, looking);
}

/** The book as it would be with one of its open deals won on a day; null where the deal is not among them. */
function bookWithWon(book: Book, dealId: string, on: Reading['today']): Book | null {
  if (!isGiven(book.open) || !isGiven(book.won)) return null;
  const deal = book.open.value.find(({ opportunity }) => opportunity.id === dealId);
  if (deal === undefined) return null;
  const { closeDate } = deal.opportunity;
  const closed: Known<Reading['today']> = isGiven(closeDate)
    ? { ...closeDate, value: on }
    : given(on, { kind: 'derived', rule: 'supposed to be won today' }, book.asOf);
  const won = { ...deal, opportunity: { ...deal.opportunity, outcome: 'won' as const, closeDate: closed } };
  return {
    ...book,
    won: { ...book.won, value: [...book.won.value, won] },
    open: { ...book.open, value: book.open.value.filter((each) => each !== deal) },
  };
}

/** How a rep keeps pace, as the panel says it. */
export type PaceWord = 'made' | 'first-day' | 'ahead' | 'on' | 'just-behind' | 'behind' | 'unknown';

/** Ten points are more than one good week brings back. */
const FAR = 0.1;

export function paceWord({ attainment, pace, clock }: Pick<GoalStanding, 'attainment' | 'pace' | 'clock'>): PaceWord {
  if (isExplained(attainment) && attainment.value >= 1) return 'made';
  // Nobody is behind on the day that a period begins.
  if (clock.calendar.gone <= 1) return 'first-day';
  if (!isExplained(pace)) return 'unknown';
  const { state, points } = pace.value;
  if (state !== 'behind') return state;
  return points > -FAR ? 'just-behind' : 'behind';
}

/** What is credited, or lands, as a share of the quota. */
export function shareOfQuota(size: number, { quota }: Pick<GoalStanding, 'quota'>): number {
  return isExplained(quota) ? size / sizeOf(quota.value) : 0;
}
