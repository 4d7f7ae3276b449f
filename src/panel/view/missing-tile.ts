import { isExplained } from '../../core/value/explained';
import { isGiven, type Known } from '../../core/value/known';
import { phrase, textFigure } from '../../core/value/phrase';
import { line, lineOf } from '../../ui/language/line';
import type { BuyerSight } from './buyer-sight';
import type { DealSight } from './deal-sight';
import { type Mark, type TileView, tileView } from './tile-view';

/** A tile has room for so many; the section names the rest. */
const MOST_IN_TILE = 4;

/** What is not there on the buyer's side, named: empty chairs first, then what nobody has written down. */
export function missingMarks({ columns, dossier }: DealSight, { chairs }: BuyerSight): readonly Mark[] {
  const { opportunity } = dossier;
  if (opportunity.outcome !== 'open') return [];
  const marks: Mark[] = [];
  if (chairs.known) {
    for (const { role, share, usual } of chairs.chairs) {
      if (!usual) continue;
      const named = textFigure(role);
      marks.push({
        tone: 'risk',
        line: isExplained(share) ? line('panel_missing_chair', named, share) : line('panel_missing_chair_prior', named),
      });
    }
  } else marks.push({ tone: 'plain', line: lineOf(chairs.because) });
  const { buyerDate } = columns.standing;
  if (!isExplained(buyerDate) && buyerDate.missing === 'not-recorded') {
    marks.push({ tone: 'watch', line: line('panel_missing_buyer_date') });
  }
  for (const [known, empty, hidden] of facts(opportunity)) {
    if (isGiven(known)) continue;
    if (known.missing === 'not-recorded') marks.push({ tone: 'watch', line: line(empty) });
    if (known.missing === 'hidden') marks.push({ tone: 'plain', line: line(hidden) });
  }
  return marks;
}

function facts(
  opportunity: DealSight['dossier']['opportunity'],
): readonly (readonly [Known<unknown>, string, string])[] {
  return [
    [opportunity.nextStep, 'panel_missing_next_step', 'panel_hidden_next_step'],
    [opportunity.amount, 'panel_missing_amount', 'panel_hidden_amount'],
    [opportunity.closeDate, 'panel_missing_close_date', 'panel_hidden_close_date'],
  ];
}

export function missingTile(marks: readonly Mark[], isOpen: boolean): TileView {
  const title = phrase('panel_tile_missing');
  if (!isOpen) return tileView(title, { lines: [line('panel_missing_closed')] });
  if (marks.length === 0) return tileView(title, { lines: [line('panel_missing_nothing')] });
  const rest = marks.length - MOST_IN_TILE;
  return tileView(title, {
    marks: marks.slice(0, MOST_IN_TILE),
    lines: rest > 0 ? [line('panel_missing_more', { unit: 'count', count: rest })] : [],
  });
}
