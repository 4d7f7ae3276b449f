import type { Side } from './remembered';

/**
 * How the page makes room for the panel. One rule: the root element gets a margin as wide as the panel at its side. What the
 * page fixes to the window does not follow a margin; where such a node reaches into the panel's strip it is narrowed by the
 * same width if it spans the window, else moved aside by it. All of it is undone when the panel closes.
 *
 * A page that does not yield - laid out in units of the window - is left as it was, and the panel lies over it.
 */
export type Inset = {
  /** Makes room, or measures again after the page or the width has changed. `false`: the page does not yield. */
  readonly apply: (width: number, side: Side) => boolean;
  readonly undo: () => void;
};

/**
 * Where a changed node says what it was, three lines a declaration: name, value, priority. A browser may take a script out of the
 * page without a word to it; whoever comes after finds here what to undo.
 */
const WAS = 'data-goalside-was';

/** Points of the strip that are looked at: enough to meet a header, a utility bar and a docked window. */
const COLUMNS = [0.15, 0.5, 0.85];
const ROWS = 14;

export function pageInset(own: Element): Inset {
  const changed = new Set<HTMLElement>();

  const set = (node: HTMLElement, name: string, value: string) => {
    const { style } = node;
    const was = [name, style.getPropertyValue(name), style.getPropertyPriority(name)];
    node.setAttribute(WAS, [...linesOf(node), ...was].join('\n'));
    style.setProperty(name, value, 'important');
    changed.add(node);
  };
  const undo = () => {
    for (const node of changed) restore(node);
    changed.clear();
  };

  return {
    undo,
    apply(width, side) {
      undo();
      const root = document.documentElement;
      set(root, `margin-${side}`, `${width}px`);
      const room = root.clientWidth - width;
      for (const node of fixedIn(strip(own, side, width))) {
        const { left, right } = node.getBoundingClientRect();
        const spans = side === 'right' ? left < room / 2 : right > width + room / 2;
        if (spans) {
          set(
            node,
            'max-width',
            `${side === 'right' ? room - Math.max(0, left) : Math.min(right, root.clientWidth) - width}px`,
          );
          if (side === 'left') set(node, 'left', `${width}px`);
        } else set(node, 'translate', `${side === 'right' ? -width : width}px 0`);
      }
      const yields = strip(own, side, width).every((node) => node === root || node === document.body);
      if (!yields) undo();
      return yields;
    },
  };
}

/** Undoes what a script of ours that is no longer there has left of its inset. */
export function undoLeft(): void {
  for (const node of document.querySelectorAll<HTMLElement>(`[${WAS}]`)) restore(node);
}

const linesOf = (node: Element) => node.getAttribute(WAS)?.split('\n') ?? [];

function restore(node: HTMLElement): void {
  const was = linesOf(node);
  // To nothing is to remove it.
  for (let at = 0; at < was.length; at += 3) node.style.setProperty(was[at] ?? '', was[at + 1] ?? '', was[at + 2]);
  node.removeAttribute(WAS);
  if (node.getAttribute('style') === '') node.removeAttribute('style');
}

/** Every node of the page that lies under some looked-at point of the strip. */
function strip(own: Element, side: Side, width: number): Element[] {
  const { clientWidth, clientHeight } = document.documentElement;
  const start = side === 'right' ? clientWidth - width : 0;
  const nodes = new Set<Element>();
  for (const column of COLUMNS) {
    for (let row = 0; row < ROWS; row += 1) {
      const down = row === 0 ? 2 : row === ROWS - 1 ? clientHeight - 3 : (clientHeight * row) / (ROWS - 1);
      for (const node of document.elementsFromPoint(start + width * column, down)) if (node !== own) nodes.add(node);
    }
  }
  return [...nodes];
}

/** The nodes fixed to the window among these and what they stand in, outermost of each. */
function fixedIn(nodes: readonly Element[]): Set<HTMLElement> {
  const fixed = new Set<HTMLElement>();
  for (const node of nodes) {
    let outermost: HTMLElement | null = null;
    for (let at: Element | null = node; at; at = at.parentElement) {
      if (at instanceof HTMLElement && getComputedStyle(at).position === 'fixed') outermost = at;
    }
    if (outermost) fixed.add(outermost);
  }
  return fixed;
}
