import type { ProductWorth } from '../../core/pay/worth/by-product';
import { isExplained } from '../../core/value/explained';
import type { DealSight } from './deal-sight';
import { type GoalSectionView, goalSectionView } from './goal/section-view';
import { guarded } from './guarded';
import { type CreditView, creditView } from './pay/credit-view';
import { type PaySectionView, paySectionView } from './pay/section-view';
import { type SoldView, soldView } from './pay/sold-view';
import type { Sights } from './summary';

/** What the sections of the goal and of the pay show; null where there is nothing to say, or one cannot be worked out. */
export type MoneyRoomView = {
  readonly goal: GoalSectionView | null;
  readonly pay: PaySectionView | null;
  /** By what of the deal both are counted; null where there is no deal. It stands with the pay, and alone where there is none. */
  readonly shared: { readonly credit: CreditView; readonly sold: SoldView } | null;
};

export function moneyRoomView(sights: Sights): MoneyRoomView {
  const { deal, viewerId } = sights;
  const waits = !sights.pay.known && sights.pay.because.missing === 'not-yet-read';
  return {
    goal: guarded(() => goalSectionView(sights), null),
    pay: guarded(() => paySectionView(sights.pay, sights.outcome), null),
    shared:
      deal === null || waits
        ? null
        : guarded(
            () => ({
              credit: creditView(deal.dossier, viewerId),
              sold: soldView(deal.dossier.opportunity, productsOf(sights, deal)),
            }),
            null,
          ),
  };
}

/** What the plan pays for each product family; nothing where there is no plan, or it cannot be told. */
function productsOf({ pay, outcome }: Sights, { dossier }: DealSight): readonly ProductWorth[] {
  if (outcome === 'lost' || (outcome === 'won' && pay.known && !isExplained(pay.now))) return [];
  return pay.known ? guarded(() => pay.ahead.products(dossier.opportunity.id), []) : [];
}
