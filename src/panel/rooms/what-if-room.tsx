import type { Reading } from '../../messages/reading';
import { WhatIfBanner } from '../sections/what-if/banner';
import { WhatIfSection } from '../sections/what-if/what-if-section';
import type { PanelView } from '../view/panel-view';
import type { PayRoom } from '../view/pay/sight';
import { type SupposedView, supposedView } from '../view/what-if/supposed-view';
import { isNothing } from '../view/what-if/what-if';
import { boundsFor, read, type Wish } from '../view/what-if/wish';

/** Supposes things of a deal. It is loaded once the answers are painted. */
export const WHAT_IF_ROOM = { Section: WhatIfSection, Banner: WhatIfBanner, supposed };
export type WhatIfRoom = typeof WHAT_IF_ROOM;

/** The panel as it would be by a wish; null where nothing is supposed, or nothing can be. */
function supposed(reading: Reading, wish: Wish, payRoom: PayRoom | null, recorded: PanelView): SupposedView | null {
  const bounds = boundsFor(reading, recorded.sights.odds.won);
  if (bounds === null || isNothing(wish)) return null;
  return supposedView(reading, read(wish, bounds, reading), payRoom, recorded);
}
