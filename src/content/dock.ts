import type { RecordRef } from '../core/model/record-ref';
import type { DockChange } from '../messages/page-and-background';
import { isOrphaned } from './extension';
import { type Frame, frame } from './frame';
import { guard } from './guard';
import { handle } from './handle';
import { pageInset } from './inset';
import { downWithin, type Remembered, remember, widthWithin } from './remembered';
import { style } from './style';
import { TAB, tab } from './tab';

/** The dock's own element; a newer script of ours finds an older one's by it. */
export const DOCK_ELEMENT = 'goalside-dock';

/** How often an open dock looks whether the page has fixed something new under it, in milliseconds. */
const LOOK_EVERY = 1000;

export type Dock = {
  /** The page shows this record now, or none. */
  readonly show: (ref: RecordRef | undefined) => void;
  readonly toggle: () => void;
  readonly change: (change: DockChange) => void;
  readonly leave: () => void;
};

/** The one node added to a page: a tab at its edge or, opened, the panel's frame with the page inset beside it. */
export function dock(at: Remembered, left: () => void): Dock {
  const side = getComputedStyle(document.documentElement).direction === 'rtl' ? 'left' : 'right';
  const host = document.createElement(DOCK_ELEMENT);
  const root = host.attachShadow({ mode: 'closed' });
  const inset = pageInset(host, side);
  let now = at;
  let ref: RecordRef | undefined;
  let panel: Frame | null = null;
  let looking: ReturnType<typeof setInterval> | undefined;
  let unguard: (() => void) | null = null;

  const keep = (next: Remembered) => {
    now = next;
    remember(location.hostname, now).catch(() => undefined);
  };
  const openDock = (focus: boolean) => {
    keep({ ...now, open: true });
    paint();
    if (focus) panel?.node.focus();
  };
  const closeDock = () => {
    keep({ ...now, open: false });
    paint();
    button.focus({ preventScroll: true });
  };
  const button = tab(
    () => openDock(true),
    (down) => {
      keep({ ...now, down: downWithin(down(now.down)) });
      place();
    },
  );
  const edge = handle(side, (width, done) => {
    now = { ...now, width: widthWithin(width(now.width)) };
    if (panel) style(panel.node, { 'pointer-events': done ? 'auto' : 'none' });
    place();
    if (done) keep(now);
  });

  const place = () => {
    const open = panel !== null;
    style(host, {
      all: 'initial',
      position: 'fixed',
      contain: 'strict',
      display: ref ? 'block' : 'none',
      'z-index': '2147483646',
      [side]: '0',
      top: open ? '0' : `calc(${now.down * 100}% - ${TAB.height / 2}px)`,
      width: `${open ? now.width : TAB.width}px`,
      height: open ? '100%' : `${TAB.height}px`,
    });
    edge.shows(now.width);
    if (open && ref) inset.apply(now.width);
    else inset.undo();
  };

  const paint = () => {
    const open = now.open && ref !== undefined;
    if (open && !panel) {
      panel = frame(ref, side);
      button.remove();
      root.append(panel.node, edge.node);
    } else if (!now.open && panel) {
      panel.node.remove();
      edge.node.remove();
      panel = null;
    }
    if (!panel && !button.isConnected) root.append(button);
    button.setAttribute('aria-expanded', String(open));
    if (ref && !host.isConnected && !unguard) {
      document.documentElement.append(host);
      unguard = guard(host, isOrphaned, leave);
    }
    place();
    clearInterval(looking);
    looking = open ? setInterval(look, LOOK_EVERY) : undefined;
  };

  const look = () => {
    if (isOrphaned()) leave();
    else if (document.visibilityState === 'visible') inset.apply(now.width);
  };
  const printing = () => style(host, { display: 'none' });
  const printed = () => place();
  const resized = () => place();

  const leave = () => {
    clearInterval(looking);
    unguard?.();
    inset.undo();
    host.remove();
    window.removeEventListener('beforeprint', printing);
    window.removeEventListener('afterprint', printed);
    window.removeEventListener('resize', resized);
    left();
  };
  window.addEventListener('beforeprint', printing);
  window.addEventListener('afterprint', printed);
  window.addEventListener('resize', resized);

  return {
    show(next) {
      ref = next;
      panel?.show(next);
      paint();
    },
    toggle: () => {
      if (ref === undefined) return;
      if (now.open) closeDock();
      else openDock(true);
    },
    change: (change) => {
      if ('open' in change) closeDock();
      else {
        keep({ ...now, width: widthWithin(change.width) });
        place();
      }
    },
    leave,
  };
}
