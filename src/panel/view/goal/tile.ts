import type { Period } from '../../../core/model/goal';
import { addDays } from '../../../core/value/civil-date';
import { explained, isExplained } from '../../../core/value/explained';
import { dateFigure, daysFigure, type Phrase, phrase, textFigure } from '../../../core/value/phrase';
import { type Line, line, lineOf } from '../../../ui/language/line';
import type { Tone } from '../../../ui/pieces/chip';
import { type Mark, type TileView, tileView } from '../tile-view';
import { type GoalSight, type PaceWord, paceWord } from './sight';

const TITLES: Readonly<Record<Period['kind'], Phrase>> = {
  month: phrase('panel_tile_goal_month'),
  quarter: phrase('panel_tile_goal_quarter'),
  half: phrase('panel_tile_goal_half'),
  year: phrase('panel_tile_goal_year'),
  custom: phrase('panel_tile_goal_period'),
};

const TONES: Readonly<Record<PaceWord, Tone>> = {
  made: 'good',
  'first-day': 'plain',
  ahead: 'good',
  on: 'good',
  'just-behind': 'watch',
  behind: 'risk',
  unknown: 'plain',
};

/** A label longer than this takes the chip's place. */
const SHORT = 8;

/** The period by its own name where that is short, as fiscal quarters' names are. */
function titleOf({ label, kind }: Period): Phrase {
  return label !== '' && label.length <= SHORT ? phrase('panel_tile_goal_named', textFigure(label)) : TITLES[kind];
}

/** Am I on track: attainment, what is left, pace against what is usual, the chance of making it. */
export function goalTile(sight: GoalSight): TileView {
  if (!sight.known) {
    const title = TITLES[sight.period?.kind ?? 'custom'];
    return tileView(title, { lines: [lineOf(sight.because.because)] });
  }
  const { standing, withDeal } = sight;
  const { goal, attainment, quota, pace, gap, chance, clock } = standing;
  const title = titleOf(goal.period);
  if (!isExplained(attainment)) return tileView(title, { lines: [lineOf(attainment.because)] });
  const left = clock.calendar.all - clock.calendar.gone;
  const daysLeft = explained(
    left,
    daysFigure(left),
    phrase('panel_days_left_rule', dateFigure(addDays(goal.period.end, -1))),
  );
  const made = attainment.value >= 1;
  const lines: Line[] = [made ? line('panel_goal_over', gap, daysLeft) : line('panel_goal_left', gap, daysLeft)];
  // Why there is no chance is said in the section.
  if (!made && isExplained(chance)) lines.push(line('panel_goal_likely', chance));
  const usual = isExplained(pace) ? pace.value.expected : undefined;
  return tileView(title, {
    chip: paceChip(sight),
    big: { answer: attainment, name: phrase('panel_attainment'), after: line('panel_of_target', quota) },
    graphic: {
      kind: 'bar',
      value: attainment.value,
      ahead: isExplained(withDeal) ? withDeal.value : undefined,
      mark: usual,
      label:
        usual === undefined
          ? phrase('panel_goal_bar_only', attainment.figure)
          : phrase('panel_goal_bar', attainment.figure, { unit: 'share', share: usual }),
    },
    lines,
  });
}

function paceChip({ standing }: Extract<GoalSight, { known: true }>): Mark | null {
  const word = paceWord(standing);
  const tone = TONES[word];
  if (word === 'made') return { tone, line: line('panel_goal_made') };
  if (word === 'first-day') return { tone, line: line('panel_goal_begins') };
  return word === 'unknown' ? null : { tone, line: line('panel_pace', standing.pace) };
}
