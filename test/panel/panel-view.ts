import type { Reading } from '../../src/messages/reading';
import { groundOf, type Loaded, type PanelView, viewOn } from '../../src/panel/view/panel-view';

/** What the panel says of a deal, all at once; null where there is no deal to answer for. */
export function panelView(reading: Reading, has: Loaded): PanelView | null {
  const ground = groundOf(reading);
  return ground === null ? null : viewOn(ground, has);
}
