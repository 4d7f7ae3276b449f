import { extension } from '../extension';
import { draggable } from './drag';
import { type Side, WIDTH } from './remembered';

const STEP = 16;

/** How wide the edge is, in CSS pixels. */
export const HANDLE = 6;

/**
 * The edge of the open dock by which it is made wider or narrower, by drag and by the arrow keys.
 *
 * @param resize - asked for another width, given the one now; `done` at the end of a movement
 */
export function handle(side: () => Side, resize: (width: (now: number) => number, done: boolean) => void): HTMLElement {
  const node = document.createElement('div');
  node.role = 'separator';
  node.tabIndex = 0;
  node.ariaOrientation = 'vertical';
  node.ariaLabel = extension.i18n.getMessage('dock_resize');
  node.ariaValueMin = String(WIDTH.least);
  node.ariaValueMax = String(WIDTH.most);
  node.addEventListener('keydown', (event) => {
    const outwards = side() === 'right' ? -STEP : STEP;
    const by = { ArrowLeft: -outwards, ArrowRight: outwards, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize((now) => now + by, true);
  });
  draggable(node, (at) =>
    resize(
      (now) => (at ? (side() === 'right' ? document.documentElement.clientWidth - at.x : at.x) : now),
      at === null,
    ),
  );
  return node;
}
