import { sizeOf } from '../../core/goals/measure/unit';
import { nextAfter } from '../../core/goals/next';
import type { GoalStanding } from '../../core/goals/standing';
import { addDays, type CivilDate, daysBetween } from '../../core/value/civil-date';
import { isExplained } from '../../core/value/explained';
import { countFigure, type Phrase, phrase, textFigure } from '../../core/value/phrase';
import { type GoalSight, shareOfQuota } from './goal-sight';
import type { FigureRow } from './rows';

/** A point of the pace chart: how much of the period is over, and what share of the quota is booked by then. */
export type PacePoint = { readonly at: number; readonly share: number };

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
  readonly landing: { readonly low: number; readonly high: number } | null;
};

export type GoalSectionView = {
  readonly aside: Phrase;
  readonly chart: PaceChartView | null;
  readonly rows: readonly FigureRow[];
  readonly notes: readonly Phrase[];
};

/** Null where there is no goal to say anything about: the tile has said why. */
export function goalSectionView(sight: GoalSight): GoalSectionView | null {
  if (!sight.known) return null;
  const { standing, all } = sight;
  const { goal, clock, paces } = standing;
  const next = nextAfter(standing, all);
  const others = all.filter((each) => each !== standing);
  return {
    aside: phrase(
      'panel_goal_aside',
      textFigure(goal.period.label),
      countFigure(clock.calendar.gone),
      countFigure(clock.calendar.all),
    ),
    chart: paceChart(standing),
    rows: [
      { name: phrase('panel_goal_credited'), answer: standing.credited },
      ...(isExplained(sight.withDeal) ? [{ name: phrase('panel_goal_with_deal'), answer: sight.withDeal }] : []),
      { name: phrase('panel_goal_pace_booking'), answer: paces.booking },
      { name: phrase('panel_goal_pace_working'), answer: paces.working },
      { name: phrase('panel_goal_gap_in_deals'), answer: standing.gapInDeals },
      { name: phrase('panel_goal_coverage'), answer: standing.coverage },
      { name: phrase('panel_goal_coverage_evidenced'), answer: standing.evidencedCoverage },
      // Without any odds the sum is over no deals: that is no expectation of nothing.
      ...(isExplained(standing.chance) ? [{ name: phrase('panel_goal_expected'), answer: standing.expectedWins }] : []),
      { name: phrase('panel_goal_run_rate_end'), answer: standing.runRateEnd },
      ...others.map((each) => ({
        name: phrase('panel_goal_other', textFigure(each.goal.measure.name)),
        answer: each.attainment,
      })),
    ],
    notes: [
      ...(next === null ? [] : [next]),
      ...(standing.uncounted.length === 0
        ? []
        : [phrase('panel_goal_uncounted', countFigure(standing.uncounted.length))]),
    ],
  };
}

function paceChart(standing: GoalStanding): PaceChartView | null {
  const { attainment, clock, won, bookingCurve, chance, goal } = standing;
  if (!isExplained(attainment)) return null;
  const { start, end } = goal.period;
  const all = daysBetween(start, end);
  const at = (on: CivilDate) => Math.min(1, Math.max(0, (daysBetween(start, on) + 1) / all));
  let sum = 0;
  const booked = [...won]
    .sort((a, b) => ((a.on ?? start) < (b.on ?? start) ? -1 : 1))
    .map(({ amount, on }) => {
      sum += amount;
      return { at: at(on ?? clock.today), share: shareOfQuota(sum, standing) };
    });
  const learned = bookingCurve !== null && bookingCurve.n > 0;
  return {
    start,
    lastDay: addDays(end, -1),
    today: clock.calendar.gone / all,
    booked,
    usual: learned
      ? weeks(start, end).map((on) => ({ at: at(on), share: bookingCurve.shareBy(on) }))
      : [
          { at: 0, share: 0 },
          { at: 1, share: 1 },
        ],
    learned,
    landing: isExplained(chance)
      ? {
          low: shareOfQuota(sizeOf(chance.value.landing.low), standing),
          high: shareOfQuota(sizeOf(chance.value.landing.high), standing),
        }
      : null,
  };
}

/** The day before a period, then every seventh day of it, and its last one. */
function weeks(start: CivilDate, end: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let on = addDays(start, -1); on < addDays(end, -1); on = addDays(on, 7)) days.push(on);
  return [...days, addDays(end, -1)];
}
