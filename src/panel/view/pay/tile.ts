import type { Outcome } from '../../../core/model/opportunity';
import { isExplained } from '../../../core/value/explained';
import { phrase } from '../../../core/value/phrase';
import { type Line, line, lineOf } from '../../../ui/language/line';
import { type TileView, tileView } from '../tile-view';
import type { PaySight } from './sight';

/** What winning this deal adds to the rep's pay. */
export function payTile(sight: PaySight, outcome: Outcome): TileView {
  const title = phrase(outcome === 'won' ? 'panel_tile_paid' : 'panel_tile_pay');
  if (outcome === 'lost') return tileView(title, { lines: [line('panel_pay_lost')] });
  if (!sight.known) {
    const { because, missing } = sight.because;
    const noPlan = missing === 'not-recorded' || missing === 'not-yet-read';
    return tileView(title, { lines: [lineOf(because)], offersOptions: noPlan ? phrase('panel_add_plan') : null });
  }
  if (!isExplained(sight.now)) return tileView(title, { lines: [lineOf(sight.now.because)] });
  const lines: Line[] = [];
  const { worth } = sight.ahead;
  if (outcome === 'open' && worth !== null && isExplained(worth.lastIn)) {
    if (isExplained(worth.expected)) lines.push(line('panel_pay_expected', worth.expected));
    lines.push(line('panel_pay_last', worth.lastIn));
  }
  if (sight.next !== null) lines.push(line('panel_pay_next', sight.next.toGo, sight.next.what));
  else if (sight.statement.thresholds.length > 0) lines.push(line('panel_pay_top'));
  return tileView(title, {
    chip: outcome === 'won' ? { tone: 'good', line: line('panel_ended_won') } : null,
    big: {
      answer: sight.now,
      name: phrase('panel_pays_now'),
      after: outcome === 'open' ? line(sight.paidNext ? 'panel_if_won_next' : 'panel_if_won_now') : null,
    },
    lines,
  });
}
