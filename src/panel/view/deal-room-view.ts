import { isGiven } from '../../core/value/known';
import type { Reading } from '../../messages/reading';
import { type BuyerSectionView, buyerSectionView } from './buyer/section-view';
import { buyerSight } from './buyer/sight';
import { type RealSectionView, realSectionView } from './deal/section-view';
import { guarded } from './guarded';
import { missingMarks } from './missing-tile';
import type { RiskRoom } from './risks';
import type { Sights } from './summary';

/** What the sections of the deal and of the buyer show; null where one cannot be worked out. */
export type DealRoomView = {
  readonly real: RealSectionView | null;
  readonly buyer: BuyerSectionView | null;
};

/** @param riskRoom - null until its rules are read: then no risks are named */
export function dealRoomView(reading: Reading, { deal, odds, lacks }: Sights, riskRoom: RiskRoom | null): DealRoomView {
  if (deal === null || !isGiven(reading.dossier)) return { real: null, buyer: null };
  return {
    real: guarded(
      () =>
        realSectionView(
          deal,
          reading,
          odds,
          guarded(() => riskRoom?.(deal, reading.book) ?? [], []),
        ),
      null,
    ),
    buyer: guarded(
      () => buyerSectionView(buyerSight(deal, odds.roles), deal, missingMarks(lacks ?? []), reading),
      null,
    ),
  };
}
