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

type Declaration = {
  readonly node: HTMLElement;
  readonly name: string;
  readonly was: string;
  readonly priority: string;
};

/** Points of the strip that are looked at: enough to meet a header, a utility bar and a docked window. */
const COLUMNS = [0.15, 0.5, 0.85];
const ROWS = 14;

export function pageInset(own: Element): Inset {
  let changed: Declaration[] = [];

  const set = (node: HTMLElement, name: string, value: string) => {
    changed.push({
      node,
      name,
      was: node.style.getPropertyValue(name),
      priority: node.style.getPropertyPriority(name),
    });
    node.style.setProperty(name, value, 'important');
  };
  const undo = () => {
    for (const { node, name, was, priority } of changed.reverse()) {
      // To nothing is to remove it.
      node.style.setProperty(name, was, priority);
      if (node.getAttribute('style') === '') node.removeAttribute('style');
    }
    changed = [];
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
