import { isExplained, unanswered } from '../../core/value/explained';
import { isGiven } from '../../core/value/known';
import { phrase } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import { type Line, line } from '../../ui/language/line';
import { type BuyerSectionView, buyerSectionView } from './buyer-section-view';
import { buyerSight } from './buyer-sight';
import { dealSight } from './deal-sight';
import { type GoalSectionView, goalSectionView } from './goal-section-view';
import { goalSight } from './goal-sight';
import { goalTile } from './goal-tile';
import { missingMarks, missingTile } from './missing-tile';
import type { PaySectionView } from './pay-section-view';
import type { PaySight } from './pay-sight';
import { payTile } from './pay-tile';
import { type RealSectionView, realSectionView } from './real-section-view';
import { type OddsSight, realTile } from './real-tile';
import { summary } from './summary';
import type { TileView } from './tile-view';
import { whose } from './whose';

/** All that the panel draws of a deal. */
export type PanelView = {
  /** Attainment for the ring, where it is known. */
  readonly attained: number | null;
  /** Two sentences. */
  readonly summary: readonly Line[];
  /** Goal, pay, is it real, missing. */
  readonly tiles: readonly TileView[];
  readonly sections: {
    readonly goal: GoalSectionView | null;
    readonly pay: PaySectionView | null;
    readonly real: RealSectionView | null;
    readonly buyer: BuyerSectionView | null;
  };
  readonly footing: Line | null;
};

/** Joins the engines' answers about one deal; null where there is no deal to answer for. */
export function panelView(reading: Reading): PanelView | null {
  if (!isGiven(reading.dossier)) return null;
  const dossier = reading.dossier.value;
  const deal = dealSight(dossier, reading, {});
  const buyer = buyerSight(deal, reading.book);
  const none = unanswered('not-yet-read', phrase('panel_not_worked_out'));
  const goal = goalSight(reading, dossier.opportunity.id, new Map());
  const pay: PaySight = {
    plan: null,
    now: none,
    expected: none,
    lastIn: none,
    goalLift: none,
    toNextTier: none,
    nextTier: null,
  };
  const odds: OddsSight = { won: none, slips: none, noDecision: none, lost: none, contributions: [] };
  const sights = { who: whose(reading), goal, pay, deal, odds, buyer };
  const { outcome } = dossier.opportunity;
  const marks = missingMarks(deal, buyer);
  return {
    attained: goal.known && isExplained(goal.standing.attainment) ? goal.standing.attainment.value : null,
    summary: summary(sights),
    tiles: [goalTile(goal), payTile(pay, outcome), realTile(deal, odds), missingTile(marks, outcome === 'open')],
    sections: {
      goal: goalSectionView(goal),
      pay: null,
      real: realSectionView(deal, reading.lastSeen, { outcomes: [], contributions: [] }),
      buyer: buyerSectionView(buyer, marks, dossier.family, reading.today),
    },
    footing: line('panel_as_of', { unit: 'instant', instant: dossier.asOf }),
  };
}
