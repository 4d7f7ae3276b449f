import { type GoalSectionView, goalSectionView } from './goal/section-view';
import { guarded } from './guarded';
import { type PaySectionView, paySectionView } from './pay/section-view';
import type { Sights } from './summary';

/** What the sections of the goal and of the pay show; null where there is nothing to say, or one cannot be worked out. */
export type MoneyRoomView = {
  readonly goal: GoalSectionView | null;
  readonly pay: PaySectionView | null;
};

export function moneyRoomView(sights: Sights): MoneyRoomView {
  return {
    goal: guarded(() => goalSectionView(sights), null),
    pay: guarded(() => paySectionView(sights.pay, sights.outcome), null),
  };
}
