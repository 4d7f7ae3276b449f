import type { Change } from '../../../core/deal/changes/change';
import { dealSnapshot } from '../../../core/deal/changes/snapshot';
import { whatChanged } from '../../../core/deal/changes/what-changed';
import { daysBy } from '../../../core/deal/evidence/clock';
import type { Evidence } from '../../../core/deal/evidence/evidence';
import type { Oddity } from '../../../core/deal/evidence/oddities';
import type { SaidAndShown } from '../../../core/deal/said-and-shown/claim';
import { type Answer, isExplained } from '../../../core/value/explained';
import { isGiven } from '../../../core/value/known';
import { countFigure, type Phrase, phrase, phraseFigure } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import { type Line, line } from '../../../ui/language/line';
import type { OutcomeName } from '../../../ui/pieces/outcome-bar';
import type { DealSight } from '../deal-sight';
import { guarded } from '../guarded';
import type { OddsSight } from '../odds-sight';
import type { NamedRisk } from '../risks';
import type { FigureRow } from '../rows';
import { type MatrixView, matrixView } from './matrix-view';
import { type OffersView, offersView } from './offers-view';
import { clockRows, clocksOf, type TimelineView, timelineView } from './timeline-view';

/** One of the four ends, named as its pattern is. */
export type OutcomeRow = Pick<FigureRow, 'name'> & { readonly outcome: OutcomeName; readonly answer: Answer<number> };

export type RealSectionView = {
  readonly aside: Phrase | undefined;
  /** The four ends and their chances; empty for a deal that has ended or where nothing can be said. */
  readonly outcomes: readonly OutcomeRow[];
  /** What moves the chance of winning away from the usual one, heaviest first. */
  readonly contributions: readonly FigureRow[];
  /** What was looked at and moves nothing, in one line; null where everything moves it. */
  readonly unmoved: Line | null;
  /** What the rules call a risk, gravest first; each says by which facts. */
  readonly risks: readonly NamedRisk[];
  readonly claims: readonly SaidAndShown[];
  /** null where they cannot be told. */
  readonly offers: OffersView | null;
  readonly acts: readonly Evidence[];
  /** Said in place of the acts, where they cannot be read or there are none. */
  readonly noActs: Phrase | null;
  readonly figures: readonly FigureRow[];
  /** null where there is no day to draw but today. */
  readonly timeline: TimelineView | null;
  readonly clocks: readonly FigureRow[];
  /** null where it cannot be worked out. */
  readonly matrix: MatrixView | null;
  readonly oddities: readonly Oddity[];
  /** What is not as the viewer last saw it; null at the first visit. */
  readonly changes: readonly Change[] | null;
};

export function realSectionView(
  sight: DealSight,
  { lastSeen, book }: Pick<Reading, 'lastSeen' | 'book'>,
  odds: OddsSight,
  risks: readonly NamedRisk[],
): RealSectionView {
  const { dossier, clock, columns } = sight;
  const { standing, claims, evidenceCloseDate } = columns;
  const clocks = clocksOf(sight, book);
  const changes = isGiven(lastSeen) ? whatChanged(lastSeen.value, dealSnapshot(dossier, clock, lastSeen.value)) : null;
  return {
    aside: claims.length === 0 ? undefined : phrase('panel_real_aside', countFigure(claims.length)),
    outcomes: isExplained(odds.won) && dossier.opportunity.outcome === 'open' ? outcomeRows(odds) : [],
    contributions: odds.contributions.filter(moves),
    unmoved: unmovedBy(odds.contributions.filter((row) => !moves(row))),
    risks,
    claims,
    offers: guarded(() => offersView(dossier, daysBy(clock).today), null),
    acts: standing.rows,
    noActs: standing.rows.length > 0 ? null : because(standing.counted),
    figures: [
      { name: phrase('panel_days_since_buyer_act'), answer: standing.daysSince },
      { name: phrase('panel_acts_counted'), answer: standing.counted },
      { name: phrase('panel_people_active'), answer: standing.people },
      { name: phrase('panel_times_pushed'), answer: sight.pushes },
      { name: phrase('panel_evidence_close_date'), answer: evidenceCloseDate },
    ],
    timeline: guarded(() => timelineView(sight, clocks), null),
    clocks: clockRows(clocks),
    matrix: guarded(() => matrixView(sight), null),
    oddities: sight.oddities,
    changes,
  };
}

/** Half a point is written as 0. */
const WRITTEN = 0.005;

function moves({ answer }: FigureRow): boolean {
  return !isExplained(answer) || typeof answer.value !== 'number' || Math.abs(answer.value) >= WRITTEN;
}

function unmovedBy(rows: readonly FigureRow[]): Line | null {
  return rows.length === 0
    ? null
    : line('panel_unmoved', { unit: 'list', figures: rows.map(({ name }) => phraseFigure(name)) });
}

function outcomeRows({ won, slips, noDecision, lost }: OddsSight): OutcomeRow[] {
  return [
    { outcome: 'won', name: phrase('panel_outcome_won'), answer: won },
    { outcome: 'slips', name: phrase('panel_outcome_slips'), answer: slips },
    { outcome: 'no-decision', name: phrase('panel_outcome_no_decision'), answer: noDecision },
    { outcome: 'lost', name: phrase('panel_outcome_lost'), answer: lost },
  ];
}

function because(counted: Answer): Phrase {
  return isExplained(counted) ? phrase('deal_evidence_none') : counted.because;
}
