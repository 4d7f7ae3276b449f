import type { FamilyLine } from '../../view/buyer/family-view';

/** Where the keyboard goes in a tree, by the keys of the ARIA practice for tree views. */
export type TreeMove =
  | { readonly to: string }
  | { readonly open: string }
  | { readonly close: string }
  | { readonly toggle: string };

/** The companies that can be seen: those whose parents are all open. */
export function visibleLines(lines: readonly FamilyLine[], open: ReadonlySet<string>): readonly FamilyLine[] {
  const hidden = new Set<string>();
  return lines.filter(({ id, parentId, depth }) => {
    const seen = depth === 0 || (parentId !== null && open.has(parentId) && !hidden.has(parentId));
    if (!seen) hidden.add(id);
    return seen;
  });
}

/**
 * What a key does in a tree; `undefined` for a key that does nothing there.
 *
 * @param backwards - the page is written from right to left: the arrows that open and close change places
 */
export function treeMove(
  key: string,
  at: string,
  visible: readonly FamilyLine[],
  open: ReadonlySet<string>,
  backwards = false,
): TreeMove | undefined {
  const place = visible.findIndex(({ id }) => id === at);
  const line = visible[place];
  if (line === undefined) return undefined;
  const to = (other: FamilyLine | undefined): TreeMove | undefined => (other ? { to: other.id } : undefined);
  switch (backwards ? (MIRRORED[key] ?? key) : key) {
    case 'ArrowDown':
      return to(visible[place + 1]);
    case 'ArrowUp':
      return to(visible[place - 1]);
    case 'Home':
      return to(visible[0]);
    case 'End':
      return to(visible.at(-1));
    case 'ArrowRight':
      if (!line.hasChildren) return undefined;
      return open.has(at) ? to(visible[place + 1]) : { open: at };
    case 'ArrowLeft':
      if (line.hasChildren && open.has(at)) return { close: at };
      return to(visible.find(({ id }) => id === line.parentId));
    case 'Enter':
    case ' ':
      return line.hasChildren ? { toggle: at } : undefined;
    default:
      return undefined;
  }
}

const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
