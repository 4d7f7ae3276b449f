import type { Book } from '../model/book';
import type { Goal, Target } from '../model/goal';
import { type Answer, isExplained } from '../value/explained';
import { isGiven } from '../value/known';
import { type GoalChance, goalChance } from './chance/goal-chance';
import type { Looking } from './looking';
import { quotaOf } from './measure/quota';
import type { Counted, Uncounted } from './measure/tally';
import { type BookingCurve, learnBookingCurve, normBookingCurve } from './pace/booking-curve';
import { type Clock, clockOf } from './pace/clock';
import { type Linearity, linearity } from './pace/linearity';
import { bookedShare, calendarShare, type Pace, pace, workingShare } from './pace/pace';
import { attainment } from './progress/attainment';
import { coverage, uncoveredGap } from './progress/coverage';
import { type Gap, gap, gapInDeals } from './progress/gap';
import { requiredRate, runRate, runRateEnd } from './progress/run-rate';
import { sidesOf } from './sides';

/** Everything that the goal tile and the goal section show of one goal. */
export type GoalStanding = {
  readonly goal: Goal;
  readonly clock: Clock;
  readonly quota: Answer<Target>;
  readonly credited: Answer<Target>;
  readonly attainment: Answer<number>;
  readonly gap: Answer<Gap>;
  readonly gapInDeals: Answer<number>;
  readonly usualDeal: Answer<Target>;
  readonly runRate: Answer<Target>;
  /** Where the run rate leads. */
  readonly runRateEnd: Answer<Target>;
  readonly requiredRate: Answer<Target>;
  readonly pipeline: Answer<Target>;
  readonly coverage: Answer<number>;
  readonly evidencedCoverage: Answer<number>;
  readonly uncoveredGap: Answer<Target>;
  /** Against the booking curve where it is known, else working days, else calendar days: the one to lead with. */
  readonly pace: Answer<Pace>;
  readonly paces: { readonly calendar: Answer<Pace>; readonly working: Answer<Pace>; readonly booking: Answer<Pace> };
  readonly bookingCurve: BookingCurve | null;
  readonly linearity: Answer<Linearity>;
  readonly chance: Answer<GoalChance>;
  /** Sum of chance x amount over the open deals. */
  readonly expectedWins: Answer<Target>;
  /** Won deals that count, and open ones due in the period. */
  readonly won: readonly Counted[];
  readonly open: readonly Counted[];
  /** Deals that may count, and what would have to be known. */
  readonly uncounted: readonly Uncounted[];
  /** Names of the open deals that count, whenever they are due, by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** The attainment alone, from what is won: for a book as it would be, where nothing else of the goal is asked for. */
export function attainmentOf(book: Book, goal: Goal, looking: Looking): Answer<number> {
  const nothingOpen = isGiven(book.open) ? { ...book, open: { ...book.open, value: [] } } : book;
  return attainment(sidesOf(nothingOpen, goal, looking).credited, quotaOf(goal));
}

/** How a goal stands today. Every part degrades by itself: what lacks an input says which. */
export function goalStanding(book: Book, goal: Goal, looking: Looking): GoalStanding {
  const quota = quotaOf(goal);
  const clock = clockOf(goal.period, looking.today, book.holidays, looking.weekend);
  const { won, open, uncounted, credited, usual, pipelineDue, evidencedDue, bets, without, names, expected } = sidesOf(
    book,
    goal,
    looking,
  );
  const attained = attainment(credited, quota);
  const toGo = gap(credited, quota);
  const bookingCurve = curveFor(goal, looking);
  const paces = {
    calendar: pace(attained, quota, 'calendar', calendarShare(clock)),
    working: pace(attained, quota, 'working', workingShare(clock)),
    booking: pace(attained, quota, 'booking', bookedShare(bookingCurve, clock)),
  };
  return {
    goal,
    clock,
    quota,
    credited,
    attainment: attained,
    gap: toGo,
    gapInDeals: gapInDeals(toGo, usual),
    usualDeal: usual,
    runRate: runRate(credited, clock),
    runRateEnd: runRateEnd(credited, clock),
    requiredRate: requiredRate(toGo, clock),
    pipeline: pipelineDue,
    coverage: coverage(pipelineDue, toGo),
    evidencedCoverage: coverage(evidencedDue, toGo),
    uncoveredGap: uncoveredGap(toGo, expected),
    pace: [paces.booking, paces.working].find(isExplained) ?? paces.calendar,
    paces,
    bookingCurve,
    linearity: linearity(won, goal.period),
    chance: isExplained(expected)
      ? goalChance(credited, toGo, bets, names, without.length, freshFor(book, goal, looking))
      : expected,
    expectedWins: expected,
    won,
    open,
    uncounted,
    names,
  };
}

/**
 * What is not in the pipeline yet was learned of whole won amounts in money, for the book's period: it says nothing of a goal that
 * counts a part of them, or in another period.
 */
function freshFor({ period: own }: Book, { measure, period }: Goal, { fresh }: Looking): Looking['fresh'] {
  const whole = !(measure.filter.length > 0) && (measure.counts ?? 'amount') === 'amount';
  const same = own.start === period.start && own.end === period.end;
  return whole && same && measure.unit === 'money' ? fresh : undefined;
}

function curveFor(goal: Goal, { booked, bookingNorm, today }: Looking): BookingCurve | null {
  if (booked && booked.length > 0) return learnBookingCurve(booked, goal.period, today);
  return bookingNorm ? normBookingCurve(bookingNorm, goal.period) : null;
}
