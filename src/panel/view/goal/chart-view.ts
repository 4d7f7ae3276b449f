import type { Counted } from '../../../core/goals/measure/tally';
import { figureIn, sizeOf, type Unit, unitOf } from '../../../core/goals/measure/unit';
import type { GoalStanding } from '../../../core/goals/standing';
import { addDays, type CivilDate, dayNumber, daysBetween } from '../../../core/value/civil-date';
import {
  type Answer,
  type Explained,
  explained,
  isExplained,
  read,
  type Term,
  term,
} from '../../../core/value/explained';
import { isGiven } from '../../../core/value/known';
import { countFigure, dateFigure, phrase, shareFigure, textFigure } from '../../../core/value/phrase';
import type { FigureRow } from '../rows';
import type { Ghost } from './ghost';
import { shareOfQuota } from './sight';

/** A point of the pace chart: how much of the period is over, and what share of the quota is booked by then. */
export type PacePoint = { readonly at: number; readonly share: number };

/** A line of the table behind the chart: by a day, what is booked and what is usual. */
export type ByDay = { readonly on: CivilDate; readonly booked: Answer | null; readonly usual: Answer };

export type PaceChartView = {
  readonly start: CivilDate;
  readonly lastDay: CivilDate;
  /** How much of the period is over, 0..1. */
  readonly today: number;
  /** Booked so far, in steps, oldest first. */
  readonly booked: readonly PacePoint[];
  /** What is normally booked by then: learned, or an even pace where nothing was learned. */
  readonly usual: readonly PacePoint[];
  readonly learned: boolean;
  /** Where the period will probably end; null where nothing can be said. */
  readonly landing: { readonly low: number; readonly middle: number; readonly high: number } | null;
  /** This deal as it may still come; null where it counts nothing here. */
  readonly ghost: Ghost | null;
  /** The table behind the chart. */
  readonly byDay: readonly ByDay[];
  readonly ends: readonly FigureRow[];
};

/** The chart of one goal; null where no attainment is known. */
export function paceChartView(standing: GoalStanding, ghost: Ghost | null): PaceChartView | null {
  const { attainment, clock, bookingCurve, chance, goal, quota } = standing;
  if (!isExplained(attainment) || !isExplained(quota)) return null;
  const { start, end } = goal.period;
  const all = daysBetween(start, end);
  const at = (on: CivilDate) => Math.min(1, Math.max(0, (daysBetween(start, on) + 1) / all));
  const learned = bookingCurve !== null && bookingCurve.n > 0;
  const days = marksOf(start, end);
  const usual = (on: CivilDate): Explained<number> => {
    const share = learned ? bookingCurve.shareBy(on) : at(on);
    return learned
      ? explained(share, shareFigure(share), phrase('panel_usual_by_rule', countFigure(bookingCurve.n)), [], {
          sources: [{ kind: 'learned', from: 'past periods', n: bookingCurve.n }],
        })
      : explained(share, shareFigure(share), phrase('panel_even_by_rule'));
  };
  const landing = isExplained(chance) ? chance.value.landing : null;
  const shareAt = (target: Parameters<typeof sizeOf>[0]) => shareOfQuota(sizeOf(target), standing);
  return {
    start,
    lastDay: addDays(end, -1),
    today: clock.calendar.gone / all,
    booked: bookedSteps(standing, at),
    usual: [addDays(start, -1), ...withToday(days, clock.today)].map((on) => ({ at: at(on), share: usual(on).value })),
    learned,
    landing: landing && { low: shareAt(landing.low), middle: shareAt(landing.middle), high: shareAt(landing.high) },
    ghost,
    byDay: byDay(standing, days, usual),
    ends:
      landing === null
        ? []
        : (['low', 'middle', 'high'] as const).map((which) => ({
            name: LANDINGS[which].name,
            answer: explained(
              landing[which],
              figureIn(unitOf(landing[which]), sizeOf(landing[which])),
              LANDINGS[which].rule,
              [term('goals_credited', standing.credited), term('goals_expected_wins', standing.expectedWins)],
            ),
          })),
  };
}

const LANDINGS = {
  low: { name: phrase('panel_landing_low'), rule: phrase('panel_landing_low_rule') },
  middle: { name: phrase('panel_landing_middle'), rule: phrase('panel_landing_middle_rule') },
  high: { name: phrase('panel_landing_high'), rule: phrase('panel_landing_high_rule') },
} as const;

function inOrder(standing: GoalStanding): readonly Counted[] {
  const first = standing.goal.period.start;
  return [...standing.won].sort((a, b) => ((a.on ?? first) < (b.on ?? first) ? -1 : 1));
}

function bookedSteps(standing: GoalStanding, at: (on: CivilDate) => number): PacePoint[] {
  let sum = 0;
  const steps = inOrder(standing).map(({ amount, on }) => {
    sum += amount;
    return { at: at(on ?? standing.clock.today), share: shareOfQuota(sum, standing) };
  });
  // Goals of acts have no deals to step on.
  const { attainment, clock } = standing;
  return steps.length === 0 && isExplained(attainment) && attainment.value > 0
    ? [{ at: at(clock.today), share: attainment.value }]
    : steps;
}

/** Every table row says what came since the one before it, so that each sum can be followed down to its deals. */
function byDay(standing: GoalStanding, days: readonly CivilDate[], usual: (on: CivilDate) => Answer): ByDay[] {
  const { clock, quota } = standing;
  if (!isExplained(quota)) return [];
  const unit = unitOf(quota.value);
  const won = inOrder(standing);
  const rows = withToday(days, clock.today);
  let next = 0;
  let sum = 0;
  let before: Explained<number> | null = null;
  return rows.map((on) => {
    if (on > clock.today) return { on, booked: null, usual: usual(on) };
    const terms: Term[] = before === null ? [] : [term('panel_booked_before', before)];
    for (let deal = won[next]; deal !== undefined && (deal.on ?? clock.today) <= on; deal = won[next]) {
      sum += deal.amount;
      terms.push(term('panel_chart_deal', amountOf(deal, unit), textFigure(deal.deal.opportunity.name)));
      next += 1;
    }
    const share = shareOfQuota(sum, standing);
    before = explained(share, shareFigure(share), phrase('panel_booked_by_rule', dateFigure(on)), [
      ...terms,
      term('goals_quota', quota),
    ]);
    return { on, booked: before, usual: usual(on) };
  });
}

function amountOf({ deal: { credit }, amount }: Counted, unit: Unit): Explained<number> {
  const figure = figureIn(unit, amount);
  return isGiven(credit.amount)
    ? { ...read(credit.amount, figure), value: amount }
    : explained(amount, figure, phrase('panel_counted_rule'));
}

/** Today among the marks of a period: what is usual by now is read off at today, and not between two of them. */
function withToday(days: readonly CivilDate[], today: CivilDate): CivilDate[] {
  return [...new Set([...days.filter((on) => on < today), today, ...days.filter((on) => on > today)])];
}

/** More lines than these are no table that anybody reads: a year goes by months. */
const LONG = 100;

/** The ends of the weeks of a period, or of its months where it is long, and its last day. */
function marksOf(start: CivilDate, end: CivilDate): CivilDate[] {
  const last = addDays(end, -1);
  const days: CivilDate[] = [];
  if (daysBetween(start, end) <= LONG) for (let on = addDays(start, 6); on < last; on = addDays(on, 7)) days.push(on);
  else
    for (let n = dayNumber(start); n < dayNumber(last); n += 1) {
      const on = addDays(start, n - dayNumber(start));
      if (addDays(on, 1).endsWith('-01')) days.push(on);
    }
  return [...days, last];
}
