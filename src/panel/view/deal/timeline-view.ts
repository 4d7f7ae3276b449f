import { type TwoClocks, twoClocks } from '../../../core/buyer/clocks/two-clocks';
import { type DealAct, dealActs } from '../../../core/buyer/committee/deal-act';
import { daysBy } from '../../../core/deal/evidence/clock';
import { type CloseDateMove, closeDateMoves } from '../../../core/deal/evidence/pushes';
import { addDays, type CivilDate, earlier, later } from '../../../core/value/civil-date';
import { isExplained } from '../../../core/value/explained';
import { ifGiven, isGiven } from '../../../core/value/known';
import { countFigure, dateFigure, type Phrase, phrase, phraseFigure } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import type { DealSight } from '../deal-sight';
import type { FigureRow } from '../rows';

/** An act as it is drawn: whose it was decides its shape; one that does not count, or is still to come, is hollow. */
export type TimelineAct = {
  readonly id: string;
  readonly on: CivilDate;
  readonly whose: 'buyer' | 'seller' | 'both';
  readonly hollow: boolean;
  readonly says: Phrase;
};

/** A day that everything is seen against: a line across the chart, with its name. */
export type TimelineDay = {
  readonly what: 'today' | 'period-end' | 'close-date' | 'buyer-year' | 'buyer-date';
  readonly on: CivilDate;
  readonly name: Phrase;
};

/** The life of a deal on one line of days: acts of both sides, the close date as it was moved, and both clocks. */
export type TimelineView = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly acts: readonly TimelineAct[];
  /** Oldest first. */
  readonly moves: readonly CloseDateMove[];
  readonly days: readonly TimelineDay[];
  /** What the chart shows, in a sentence. */
  readonly says: Phrase;
};

/** Days before today that are drawn at most: what is older is at the edge. */
const FARTHEST_BACK = 400;
/** Days ahead that are drawn at most: a year-end far off would press all else together. */
const FARTHEST_AHEAD = 200;
const MARGIN = 4;

export function timelineView({ dossier, clock }: DealSight, clocks: TwoClocks | null): TimelineView | null {
  const { today } = daysBy(clock);
  const { opportunity, activities, history } = dossier;
  const acts = isGiven(activities) ? dealActs(activities.value, opportunity.createdOn, clock).map(drawn) : [];
  const moves = isGiven(history) ? closeDateMoves(history.value) : [];
  const days = daysOf(today, ifGiven(opportunity.closeDate), clocks);
  if (acts.length === 0 && moves.length === 0 && days.length < 2) return null;
  const oldest = addDays(today, -FARTHEST_BACK);
  const latest = addDays(today, FARTHEST_AHEAD);
  const all = [
    ...(isGiven(opportunity.createdOn) ? [opportunity.createdOn.value] : []),
    ...acts.map(({ on }) => on),
    ...moves.flatMap(({ from, to }) => [from, to]),
    ...days.map(({ on }) => on),
  ].map((day) => earlier(later(day, oldest), latest));
  const from = addDays(all.reduce(earlier, today), -MARGIN);
  const to = addDays(all.reduce(later, today), MARGIN);
  const of = (whose: TimelineAct['whose']) => acts.filter((act) => act.whose === whose && !act.hollow).length;
  return {
    from,
    to,
    acts: acts.filter(({ on }) => on >= from && on <= to),
    moves: moves.slice(-MOST_MOVES),
    days: days.filter(({ on }) => on <= to),
    says: phrase(
      'panel_timeline_says',
      phraseFigure(phrase('panel_timeline_acts_buyer', countFigure(of('buyer') + of('both')))),
      phraseFigure(phrase('panel_timeline_acts_seller', countFigure(of('seller')))),
      dateFigure(from),
      dateFigure(to),
    ),
  };
}

/** The latest moves of the close date; a deal that was moved more often is told so in figures. */
const MOST_MOVES = 4;

/** The two clocks, each with what it rests on: what the chart's lines say in numbers. */
export function clockRows(clocks: TwoClocks | null): readonly FigureRow[] {
  if (clocks === null) return [];
  return [
    { name: phrase('panel_our_period_left'), answer: clocks.seller.daysLeft },
    { name: phrase('panel_buyer_next_date'), answer: clocks.buyer.nextDate },
    { name: phrase('panel_buyer_year_end'), answer: clocks.buyer.yearEnd },
    ...(isExplained(clocks.apart) ? [{ name: phrase('panel_clocks_apart'), answer: clocks.apart }] : []),
  ];
}

export function clocksOf({ dossier, clock }: DealSight, book: Reading['book']): TwoClocks | null {
  return isGiven(book) ? twoClocks(book.value.period, dossier.account, dossier, clock) : null;
}

const WHOSE: Readonly<Record<DealAct['direction'], TimelineAct['whose']>> = {
  in: 'buyer',
  out: 'seller',
  together: 'both',
};

const SAYS: Readonly<Record<TimelineAct['whose'], Readonly<Record<'done' | 'hollow', string>>>> = {
  buyer: { done: 'panel_timeline_buyer', hollow: 'panel_timeline_buyer_hollow' },
  seller: { done: 'panel_timeline_seller', hollow: 'panel_timeline_seller_hollow' },
  both: { done: 'panel_timeline_both', hollow: 'panel_timeline_both_hollow' },
};

function drawn({ id, on, direction, standing }: DealAct): TimelineAct {
  const whose = WHOSE[direction];
  const hollow = standing !== 'counted';
  return {
    id,
    on,
    whose,
    hollow,
    says: { key: SAYS[whose][hollow ? 'hollow' : 'done'], figures: [dateFigure(on)] },
  };
}

function daysOf(today: CivilDate, closeDate: CivilDate | undefined, clocks: TwoClocks | null): TimelineDay[] {
  const days: TimelineDay[] = [{ what: 'today', on: today, name: phrase('panel_timeline_today') }];
  if (closeDate !== undefined) days.push({ what: 'close-date', on: closeDate, name: phrase('panel_timeline_close') });
  if (clocks === null) return days;
  const { seller, buyer } = clocks;
  days.push({ what: 'period-end', on: seller.lastDay, name: phrase('panel_timeline_period_end') });
  if (isExplained(buyer.yearEnd)) {
    days.push({ what: 'buyer-year', on: buyer.yearEnd.value, name: phrase('panel_timeline_buyer_year') });
  }
  for (const { on } of buyer.dates.slice(0, 3)) {
    days.push({ what: 'buyer-date', on, name: phrase('panel_timeline_buyer_date') });
  }
  return days;
}
