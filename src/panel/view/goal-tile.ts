import type { Period } from '../../core/model/goal';
import { isExplained } from '../../core/value/explained';
import { type Phrase, phrase } from '../../core/value/phrase';
import { type Line, line, lineOf } from '../../ui/language/line';
import type { Tone } from '../../ui/pieces/chip';
import type { GoalSight } from './goal-sight';
import { type Mark, type TileView, tileView } from './tile-view';

const TITLES: Readonly<Record<Period['kind'], Phrase>> = {
  month: phrase('panel_tile_goal_month'),
  quarter: phrase('panel_tile_goal_quarter'),
  half: phrase('panel_tile_goal_half'),
  year: phrase('panel_tile_goal_year'),
  custom: phrase('panel_tile_goal_period'),
};

/** Am I on track: attainment, what is left, pace against what is usual, the chance of making it. */
export function goalTile(sight: GoalSight): TileView {
  const { period, attainment, target, withDeal, usual, likely } = sight;
  const title = TITLES[period?.kind ?? 'custom'];
  if (!isExplained(attainment)) {
    return tileView(title, { lines: [lineOf(attainment.because)] });
  }
  const lines: Line[] = [
    attainment.value >= 1
      ? line('panel_goal_made_left', sight.daysLeft)
      : line('panel_goal_left', sight.gap, sight.daysLeft),
  ];
  if (attainment.value < 1)
    lines.push(isExplained(likely) ? line('panel_goal_likely', likely) : line('panel_goal_likely_unknown', likely));
  return tileView(title, {
    chip: paceChip(sight, attainment.value),
    big: { answer: attainment, name: phrase('panel_attainment'), after: line('panel_of_target', target) },
    graphic: {
      kind: 'bar',
      value: attainment.value,
      ahead: isExplained(withDeal) ? withDeal.value : undefined,
      mark: isExplained(usual) ? usual.value : undefined,
      label: isExplained(usual)
        ? phrase('panel_goal_bar', attainment.figure, usual.figure)
        : phrase('panel_goal_bar_only', attainment.figure),
    },
    lines,
  });
}

/** Two points are a deal's rounding, no pace; ten are more than a good week brings back. */
const ON_PACE = 0.02;
const FAR = 0.1;

export type Pace = 'made' | 'ahead' | 'on' | 'just-behind' | 'behind' | 'unknown';

export function paceOf({ attainment, pace }: Pick<GoalSight, 'attainment' | 'pace'>): Pace {
  if (isExplained(attainment) && attainment.value >= 1) return 'made';
  if (!isExplained(pace)) return 'unknown';
  if (pace.value >= ON_PACE) return 'ahead';
  if (pace.value > -ON_PACE) return 'on';
  return pace.value > -FAR ? 'just-behind' : 'behind';
}

const TONES: Readonly<Record<Pace, Tone>> = {
  made: 'good',
  ahead: 'good',
  on: 'good',
  'just-behind': 'watch',
  behind: 'risk',
  unknown: 'plain',
};

function paceChip(sight: GoalSight, attained: number): Mark | null {
  const pace = paceOf(sight);
  const tone = TONES[pace];
  if (attained >= 1) return { tone, line: line('panel_goal_made') };
  return pace === 'unknown' ? null : { tone, line: line('panel_pace', sight.pace) };
}
