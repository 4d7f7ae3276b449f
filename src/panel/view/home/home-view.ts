import type { BookDeal } from '../../../core/model/book';
import { type Explained, explained, isExplained, unanswered } from '../../../core/value/explained';
import { type Given, ifGiven, isGiven } from '../../../core/value/known';
import { type Money, money } from '../../../core/value/money';
import { countFigure, listFigure, moneyFigure, phrase } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import { type Line, line } from '../../../ui/language/line';
import { type GoalSectionView, goalSectionView } from '../goal/section-view';
import { goalSight } from '../goal/sight';
import { goalTile } from '../goal/tile';
import { guarded } from '../guarded';
import { bookOdds } from '../odds-sight';
import { type PaySectionView, paySectionView } from '../pay/section-view';
import type { PayRoom, PaySight } from '../pay/sight';
import type { RiskRoom } from '../risks';
import type { FigureRow } from '../rows';
import { type TileView, tileView } from '../tile-view';
import { type BookAttention, bookAttention } from './attention-view';

/** A rep's period on one page: the goal, the pay, the book, and the deals that need a look. */
export type HomeView = {
  readonly attained: number | null;
  readonly tiles: readonly TileView[];
  readonly book: readonly FigureRow[];
  readonly attention: BookAttention;
  readonly goal: GoalSectionView | null;
  readonly pay: PaySectionView | null;
  readonly notes: readonly Line[];
};

const NO_DEAL = { opportunity: { id: '', outcome: 'lost' } } as const;

/** @param rooms - what has been loaded by now: the view stands without it */
export function homeView(
  reading: Reading,
  { riskRoom, payRoom }: { readonly riskRoom: RiskRoom | null; readonly payRoom: PayRoom | null },
): HomeView {
  const { book, plan, today } = reading;
  const odds = guarded(() => bookOdds(reading), bookOdds({ ...reading, norms: { missing: 'not-readable' } }));
  const goal = goalSight(reading, null, odds);
  const pay: PaySight = !isGiven(plan)
    ? { known: false, because: unanswered(plan.missing, phrase('panel_no_plan')) }
    : payRoom === null
      ? { known: false, because: unanswered('not-yet-read', phrase('panel_pay_loading')) }
      : payRoom(reading, plan.value, NO_DEAL, {
          standing: goal.known ? goal.standing : null,
          odds: odds.ofBook,
          noOdds: odds.ofBook.size === 0 && !isExplained(odds.won) ? odds.won : null,
        });
  const sights = { outcome: 'lost', goal, pay, deal: null, odds } as const;
  return {
    attained: goal.known && isExplained(goal.standing.attainment) ? goal.standing.attainment.value : null,
    tiles: [goalTile(goal), payTile(pay)],
    book: isGiven(book) ? bookRows(book.value.open, book.value.period.end, today) : [],
    attention: bookAttention(reading, odds.ofBook, riskRoom),
    goal: guarded(() => goalSectionView(sights), null),
    pay: guarded(() => paySectionView(pay, 'lost'), null),
    notes: isExplained(odds.won) || odds.ofBook.size > 0 || hasNoDeals(book) ? [] : [line('panel_home_no_odds')],
  };
}

/** A book that is read and empty: no chance of it is missing. */
function hasNoDeals(book: Reading['book']): boolean {
  return isGiven(book) && isGiven(book.value.open) && book.value.open.value.length === 0;
}

/** What the plan pays for the period so far. */
function payTile(pay: PaySight): TileView {
  const title = phrase('panel_tile_pay_so_far');
  if (!pay.known) {
    const without = pay.because.missing === 'not-recorded';
    return tileView(title, {
      lines: [{ phrase: pay.because.because, behind: [] }],
      offersOptions: without ? phrase('panel_add_plan') : null,
    });
  }
  const { statement, next } = pay;
  return tileView(title, {
    big: { answer: statement.total, name: title, after: null },
    lines: next === null ? [] : [line('panel_next_tier_in', next.toGo, next.what)],
  });
}

function bookRows(open: BookOpen, end: string, today: string): readonly FigureRow[] {
  if (!isGiven(open)) {
    return [{ name: phrase('panel_book_open'), answer: unanswered(open.missing, phrase('panel_book_not_read')) }];
  }
  const deals = open.value;
  const due = (from: string, to: string) =>
    deals.filter(
      ({ opportunity: { closeDate } }) => isGiven(closeDate) && closeDate.value >= from && closeDate.value < to,
    );
  return [
    { name: phrase('panel_book_open'), answer: counted(deals, open) },
    { name: phrase('panel_book_due'), answer: counted(due(today, end), open) },
    { name: phrase('panel_book_overdue'), answer: counted(due('', today), open), quiet: due('', today).length === 0 },
  ];
}

type BookOpen = Extract<Reading['book'], { readonly value: unknown }>['value']['open'];

/** So many deals and what they count for the rep; amounts of different currencies stay apart. */
function counted(deals: readonly BookDeal[], { asOf, source }: Given<unknown>): Explained {
  const own = { asOf, sources: [source] };
  const sums = new Map<Money['currency'], number>();
  for (const { credit } of deals) {
    const amount = ifGiven(credit.amount);
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor);
  }
  const n = countFigure(deals.length);
  const rule = phrase('panel_book_rule');
  const amounts = [...sums].flatMap(([currency, minor]) =>
    Number.isSafeInteger(minor) ? [moneyFigure(money(minor, currency))] : [],
  );
  return amounts.length === 0
    ? explained(deals.length, n, rule, [], own)
    : explained(
        deals.length,
        { unit: 'phrase', phrase: phrase('panel_family_count_worth', n, listFigure(amounts)) },
        rule,
        [],
        own,
      );
}
