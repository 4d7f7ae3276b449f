import { nearestGoal } from '../../../core/goals/next';
import type { GoalStanding } from '../../../core/goals/standing';
import type { Goal, Target } from '../../../core/model/goal';
import { type Answer, type Explained, explained, isExplained, term, unanswered } from '../../../core/value/explained';
import { ifGiven, isGiven } from '../../../core/value/known';
import {
  countFigure,
  dateFigure,
  type Figure,
  moneyFigure,
  type Phrase,
  phrase,
  textFigure,
} from '../../../core/value/phrase';
import { type Line, line } from '../../../ui/language/line';
import type { PaySight } from '../pay/sight';
import type { FigureRow } from '../rows';
import type { Sights } from '../summary';
import { type PaceChartView, paceChartView } from './chart-view';
import { ghostOf } from './ghost';
import type { GoalSight } from './sight';

/** How likely the goal is made, as a strip shows it. */
export type ChanceStripView = {
  readonly answer: Answer;
  /** null where no chance is known, or none is left. */
  readonly band: { readonly low: number; readonly chance: number; readonly high: number } | null;
};

/** One of the rep's other goals, small. */
export type SmallGoalView = {
  readonly id: string;
  readonly name: string;
  readonly attainment: Answer;
  readonly gap: Line | null;
  readonly chart: PaceChartView | null;
};

export type GoalSectionView = {
  readonly aside: Phrase;
  readonly chart: PaceChartView | null;
  readonly chance: ChanceStripView;
  readonly rows: readonly FigureRow[];
  readonly others: readonly SmallGoalView[];
  readonly notes: readonly Line[];
};

/** Null where there is no goal to say anything about: the tile has said why. */
export function goalSectionView({
  goal: sight,
  deal,
  odds,
  pay,
}: Omit<Sights, 'who' | 'viewerId' | 'lacks'>): GoalSectionView | null {
  if (!sight.known) return null;
  const { standing, all } = sight;
  const { goal, clock, paces, chance } = standing;
  const ghost = deal === null ? null : ghostOf(sight, deal.dossier.opportunity, odds.won);
  return {
    aside: phrase(
      'panel_goal_aside',
      textFigure(goal.period.label),
      countFigure(clock.calendar.gone),
      countFigure(clock.calendar.all),
    ),
    chart: paceChartView(standing, ghost),
    chance: stripOf(chance, isMade(standing)),
    rows: [
      { name: phrase('panel_goal_credited'), answer: standing.credited },
      { name: phrase(isMade(standing) ? 'panel_goal_beyond' : 'panel_goal_gap'), answer: standing.gap },
      ...(isMade(standing) ? [] : [{ name: phrase('panel_goal_gap_in_deals'), answer: standing.gapInDeals }]),
      ...(isExplained(sight.withDeal) ? [{ name: phrase('panel_goal_with_deal'), answer: sight.withDeal }] : []),
      { name: phrase('panel_goal_pace_booking'), answer: paces.booking },
      { name: phrase('panel_goal_pace_working'), answer: paces.working },
      ...(isMade(standing)
        ? []
        : [
            { name: phrase('panel_goal_coverage'), answer: standing.coverage },
            { name: phrase('panel_goal_coverage_evidenced'), answer: standing.evidencedCoverage },
          ]),
      // Without any odds the sum is over no deals: that is no expectation of nothing.
      ...(isExplained(chance) ? [{ name: phrase('panel_goal_expected'), answer: standing.expectedWins }] : []),
      { name: phrase('panel_goal_run_rate_end'), answer: standing.runRateEnd },
    ],
    others: all.filter((each) => each !== standing).map(smallGoal),
    notes: [
      ...fromFile(goal),
      ...beside(sight.ofTerritories),
      ...comesNext(sight, pay),
      ...(standing.uncounted.length === 0 ? [] : [line('panel_goal_uncounted', uncountedOf(standing))]),
    ],
  };
}

/** How many deals may count as well, each with what would have to be known. */
function uncountedOf({ uncounted }: GoalStanding): Explained<number> {
  return explained(
    uncounted.length,
    countFigure(uncounted.length),
    phrase('panel_uncounted_rule'),
    uncounted.map(({ name, because }) =>
      term('panel_chart_deal', unanswered('not-recorded', because), textFigure(name)),
    ),
  );
}

function isMade({ gap }: GoalStanding): boolean {
  return isExplained(gap) && gap.value.state === 'made';
}

function stripOf(chance: GoalStanding['chance'], made: boolean): ChanceStripView {
  if (!isExplained(chance) || made) return { answer: chance, band: null };
  const { low, high, chance: alone } = chance.value;
  return { answer: chance, band: { low, high, chance: alone } };
}

function smallGoal(standing: GoalStanding): SmallGoalView {
  const { goal, attainment, gap } = standing;
  return {
    id: goal.id,
    name: goal.measure.name,
    attainment,
    gap: isExplained(gap) ? line(isMade(standing) ? 'panel_small_goal_over' : 'panel_small_goal_left', gap) : null,
    chart: paceChartView(standing, null),
  };
}

/** Quotas that are in no goal, because they are a territory's. */
function beside(ofTerritories: number): Line[] {
  const rule = phrase('panel_territory_quotas_rule');
  return ofTerritories === 0
    ? []
    : [line('panel_territory_quotas', explained(ofTerritories, countFigure(ofTerritories), rule))];
}

/** A goal that the user's file has set says so, and what the CRM's own would have been. */
function fromFile({ target, insteadOf }: Goal): Line[] {
  if (!isGiven(target) || target.source.kind !== 'file') return [];
  const file = textFigure(target.source.name);
  const own = insteadOf && ifGiven(insteadOf);
  return [own ? line('panel_goal_file_instead', file, targetFigure(own)) : line('panel_goal_file', file)];
}

function targetFigure(target: Target): Figure {
  return target.unit === 'money' ? moneyFigure(target.amount) : countFigure(target.count);
}

/** A goal that is made is not the end: the nearest other goal, what the plan pays from here on, and when it begins anew. */
function comesNext({ standing, all }: Extract<GoalSight, { known: true }>, pay: PaySight): Line[] {
  if (!isMade(standing)) return [];
  const next = nearestGoal(all);
  const begins = standing.goal.period.end;
  return [
    next === null
      ? line('goals_all_made')
      : line('goals_next_goal', textFigure(next.goal.measure.name), next.gap, next.attainment),
    ...(!pay.known
      ? []
      : pay.next === null
        ? [line('panel_next_top')]
        : [line('panel_next_tier_in', pay.next.toGo, pay.next.what)]),
    line('panel_next_period', explained(begins, dateFigure(begins), phrase('panel_next_period_rule'))),
  ];
}
