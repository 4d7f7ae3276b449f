import type { Change } from '../../core/deal/changes/change';
import { dealSnapshot, type Snapshot } from '../../core/deal/changes/snapshot';
import { whatChanged } from '../../core/deal/changes/what-changed';
import type { Evidence } from '../../core/deal/evidence/evidence';
import type { Oddity } from '../../core/deal/evidence/oddities';
import type { SaidAndShown } from '../../core/deal/said-and-shown/claim';
import { type Answer, isExplained } from '../../core/value/explained';
import { isGiven, type Known } from '../../core/value/known';
import { countFigure, type Phrase, phrase } from '../../core/value/phrase';
import type { DealSight } from './deal-sight';
import type { FigureRow } from './rows';

export type RealSectionView = {
  readonly aside: Phrase | undefined;
  /** The four ends and their chances; empty for a deal that has ended or where nothing can be said. */
  readonly outcomes: readonly FigureRow[];
  /** What moves the chance of winning away from the usual one, heaviest first. */
  readonly contributions: readonly FigureRow[];
  readonly claims: readonly SaidAndShown[];
  readonly acts: readonly Evidence[];
  /** Said in place of the acts, where they cannot be read or there are none. */
  readonly noActs: Phrase | null;
  readonly figures: readonly FigureRow[];
  readonly oddities: readonly Oddity[];
  /** What is not as the viewer last saw it; null at the first visit. */
  readonly changes: readonly Change[] | null;
};

export function realSectionView(
  sight: DealSight,
  lastSeen: Known<Snapshot>,
  odds: Pick<RealSectionView, 'outcomes' | 'contributions'>,
): RealSectionView {
  const { dossier, clock, columns } = sight;
  const { standing, claims, evidenceCloseDate } = columns;
  const changes = isGiven(lastSeen) ? whatChanged(lastSeen.value, dealSnapshot(dossier, clock, lastSeen.value)) : null;
  return {
    aside: claims.length === 0 ? undefined : phrase('panel_real_aside', countFigure(claims.length)),
    ...odds,
    claims,
    acts: standing.rows,
    noActs: standing.rows.length > 0 ? null : because(standing.counted),
    figures: [
      { name: phrase('panel_days_since_buyer_act'), answer: standing.daysSince },
      { name: phrase('panel_acts_counted'), answer: standing.counted },
      { name: phrase('panel_people_active'), answer: standing.people },
      { name: phrase('panel_times_pushed'), answer: sight.pushes },
      { name: phrase('panel_evidence_close_date'), answer: evidenceCloseDate },
    ],
    oddities: sight.oddities,
    changes,
  };
}

function because(counted: Answer): Phrase {
  return isExplained(counted) ? phrase('deal_evidence_none') : counted.because;
}
