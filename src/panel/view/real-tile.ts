import { type Explained, explained, isExplained, read } from '../../core/value/explained';
import { isGiven, isNotShown } from '../../core/value/known';
import { countFigure, dateFigure, phrase, phraseFigure } from '../../core/value/phrase';
import { type Line, line, lineOf } from '../../ui/language/line';
import type { DealSight } from './deal-sight';
import type { OddsSight } from './odds-sight';
import { type Mark, type TileView, tileView } from './tile-view';

/** A deal older than half of the won ones is worth a word. */
const OLD = 0.5;

/** Is it real: the chance of being won in the period, and what the buyer shows of it. */
export function realTile(sight: DealSight, odds: OddsSight): TileView {
  const title = phrase('panel_tile_real');
  const { opportunity } = sight.dossier;
  if (opportunity.outcome !== 'open') return endedTile(sight);
  const { won, slips, noDecision, lost } = odds;
  const lines: Line[] = [];
  const known = isExplained(won) && isExplained(slips) && isExplained(noDecision) && isExplained(lost);
  if (known) lines.push(line('panel_outcome_legend', slips, noDecision, lost));
  else if (!isExplained(won)) lines.push(lineOf(won.because));
  lines.push(silence(sight));
  if (isExplained(odds.olderThan) && odds.olderThan.value >= OLD) {
    lines.push(line('panel_older_than', ofWonDeals(odds.olderThan)));
  }
  if (isExplained(sight.pushes) && sight.pushes.value > 0) lines.push(line('panel_pushed', sight.pushes));
  if (!isGiven(opportunity.nextStep) && opportunity.nextStep.missing === 'not-recorded')
    lines.push(line('panel_next_step_none'));
  return tileView(title, {
    chip: shownChip(sight),
    big: isExplained(won)
      ? { answer: won, name: phrase('panel_won_in_period'), after: line('panel_won_in_period_after') }
      : null,
    graphic: known
      ? {
          kind: 'outcomes',
          chances: { won: won.value, slips: slips.value, 'no-decision': noDecision.value, lost: lost.value },
          label: phrase('panel_outcome_bar', won.figure, slips.figure, noDecision.figure, lost.figure),
        }
      : null,
    lines,
  });
}

/** A share of the won deals; of all of them it is said in words, with the same ground behind. */
export function ofWonDeals(share: Explained<number>): Explained<number> {
  const said = share.value === 1 ? phrase('panel_every_won_deal') : phrase('panel_share_of_won_deals', share.figure);
  return { ...share, figure: phraseFigure(said) };
}

function silence({ columns, dossier }: DealSight): Line {
  if (isNotShown(dossier.activities)) return line('panel_buyer_acts_not_shown');
  if (!isGiven(dossier.activities)) return line('panel_buyer_acts_unknown');
  const { daysSince } = columns.standing;
  return isExplained(daysSince) ? line('panel_buyer_act_ago', daysSince) : line('panel_buyer_act_none');
}

function shownChip({ columns: { claims } }: DealSight): Mark | null {
  if (claims.length === 0) return null;
  const of = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  const counted = (verdict: string | null) => {
    const found = claims.filter((claim) => verdict === null || claim.verdict === verdict);
    const terms = found.map(({ name, said }) => ({ name, of: said }));
    return explained(found.length, countFigure(found.length), phrase('panel_claims_rule'), terms);
  };
  return {
    tone: of('contradicted') > 0 ? 'risk' : of('unsupported') > 0 ? 'watch' : 'good',
    line: line('panel_shown_of', counted('supported'), counted(null)),
  };
}

function endedTile({ dossier, columns }: DealSight): TileView {
  const { outcome, closeDate } = dossier.opportunity;
  const won = outcome === 'won';
  return tileView(phrase('panel_tile_real'), {
    chip: { tone: won ? 'good' : 'plain', line: line(won ? 'panel_ended_won' : 'panel_ended_lost') },
    lines: [
      isGiven(closeDate)
        ? line(won ? 'panel_won_on' : 'panel_lost_on', read(closeDate, dateFigure(closeDate.value)))
        : line('panel_ended_no_date'),
      line('panel_acts_in_all', columns.standing.counted),
    ],
  });
}
