import { extension } from '../extension';
import { draggable } from './drag';
import type { Side } from './remembered';

/** Size of the closed dock, in CSS pixels: large enough to be hit, small enough to hide nothing. */
export const TAB = { width: 24, height: 72 } as const;

const STEP = 0.05;

/** Where the tab stands: at which edge, and how far down it (the tab's middle), as a share of the window's height. */
export type Standing = { readonly side: Side; readonly down: number };

/** The button at the edge that opens the dock and, where the panel lies over the page, closes it. */
export type Tab = { readonly node: HTMLButtonElement; readonly says: (open: boolean) => void };

/**
 * The tab moves along its edge and to the other one by drag and by the arrow keys.
 *
 * @param moved - asked to stand elsewhere, given where it stands; `done` at the end of a movement
 */
export function tab(pressed: () => void, moved: (to: (now: Standing) => Standing, done: boolean) => void): Tab {
  const node = document.createElement('button');
  node.type = 'button';
  node.textContent = '◔';
  const wasDragged = draggable(node, (at) =>
    moved(
      (now) => (at ? { side: at.x < innerWidth / 2 ? 'left' : 'right', down: at.y / innerHeight } : now),
      at === null,
    ),
  );
  node.addEventListener('click', (event) => {
    // A press of a key is a click too, with no place.
    if (event.detail === 0 || !wasDragged()) pressed();
  });
  node.addEventListener('keydown', (event) => {
    const to: Partial<Standing> | undefined = {
      ArrowLeft: { side: 'left' } as const,
      ArrowRight: { side: 'right' } as const,
      ArrowUp: { down: -STEP },
      ArrowDown: { down: STEP },
    }[event.key];
    if (!to) return;
    event.preventDefault();
    moved(({ side, down }) => ({ side: to.side ?? side, down: down + (to.down ?? 0) }), true);
  });
  return {
    node,
    says(open) {
      node.ariaLabel = node.title = extension.i18n.getMessage(open ? 'dock_close' : 'dock_open');
      node.ariaExpanded = String(open);
    },
  };
}
