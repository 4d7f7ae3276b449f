import type { RecordRef } from '../../core/model/record-ref';
import type { DockChange } from '../../messages/dock-setting';
import { isOrphaned } from '../extension';
import { type Frame, frame } from './frame';
import { glanceIn } from './glance';
import { guard } from './guard';
import { HANDLE, handle } from './handle';
import { pageInset } from './inset';
import { focused } from './keyboard';
import { downWithin, type Remembered, remember, widthWithin } from './remembered';
import { style } from './style';
import { TAB, tab } from './tab';

/** The dock's own element; a newer script of ours finds an older one's by it. */
export const DOCK_ELEMENT = 'goalside-dock';

/** How often an open dock looks whether the page has fixed something new under it, in milliseconds. */
const LOOK_EVERY = 1000;

/** A window narrower than this has no room to give, in CSS pixels: the panel lies over the page. */
const NARROW = 700;

/** Borders are there for those whose own colours replace ours. */
const BUTTON =
  'padding:0;border:1px solid transparent;background:#0b6e8f;color:#fff;font:16px system-ui;cursor:pointer';
const EDGE = 'height:100%;box-sizing:border-box;border:1px solid transparent;background:#c9d2da;cursor:col-resize';
const FRAME = 'height:100%;border:0;color-scheme:normal;background:#fff';
/** Outlines stand inside: the dock shows nothing beyond its edge. */
const NODE = 'position:absolute;top:0;touch-action:none;pointer-events:auto;outline-offset:-3px';

export type Dock = {
  /** The page shows this record now, or none. */
  readonly show: (ref: RecordRef | undefined) => void;
  readonly toggle: () => void;
  readonly change: (change: DockChange) => void;
  readonly leave: () => void;
};

/**
 * The one node added to a page: a tab at its edge or, opened, the panel's frame with the page inset beside it. Where the page has
 * no room to give or does not yield, the panel lies over it, and the tab stays at its edge to close it.
 *
 * @param glances - the closed tab may show the goal and what the deal is worth
 */
export function dock(at: Remembered, glances: boolean, left: () => void): Dock {
  const root = document.documentElement;
  const host = document.createElement(DOCK_ELEMENT);
  const inside = host.attachShadow({ mode: 'closed' });
  const inset = pageInset(host);
  const glance = glanceIn(inside);
  const gone = new AbortController();
  let now = at;
  let ref: RecordRef | undefined;
  let panel: Frame | null = null;
  let liesOver = false;
  let isPrinted = false;
  let isHeld = false;
  let looking: ReturnType<typeof setInterval> | undefined;
  let unguard: (() => void) | null = null;
  let before: HTMLElement | null = null;

  const side = () => now.side ?? (getComputedStyle(root).direction === 'rtl' ? 'left' : 'right');
  const width = () => Math.min(now.width, innerWidth - TAB.width);
  const isShown = () => ref !== undefined && !isPrinted && !document.fullscreenElement;

  /** Changes how the dock stands; what is done is remembered, what is still moving is not. */
  const set = (change: Partial<Remembered>, done = true) => {
    now = { ...now, ...change };
    if (done) remember(location.hostname, now).catch(() => undefined);
    paint();
  };
  /** What is done to an orphan makes it go: nothing it needs answers any more. */
  const alive =
    <Given extends unknown[]>(work: (...given: Given) => void) =>
    (...given: Given) =>
      isOrphaned() ? leave() : work(...given);
  const toggle = alive(() => {
    if (!ref) return;
    if (!now.open) {
      before = focused();
      set({ open: true, used: true });
      const take = () => {
        // Given once more: a frame that was still empty has lost the keyboard to nobody.
        panel?.node.blur();
        panel?.node.focus({ preventScroll: true });
      };
      take();
      panel?.node.addEventListener('load', () => document.activeElement === host && take(), { once: true });
    } else {
      const hadKeyboard = document.activeElement === host;
      set({ open: false });
      if (hadKeyboard) (before?.isConnected && before !== host ? before : button.node).focus({ preventScroll: true });
    }
  });
  const button = tab(
    toggle,
    alive((to, done) => {
      const { side: at, down } = to({ side: side(), down: now.down });
      set({ side: at, down: downWithin(down) }, done);
    }),
  );
  const edge = handle(
    side,
    alive((to, done) => {
      // A frame would swallow the pointer.
      isHeld = !done;
      set({ width: widthWithin(to(now.width)) }, done);
    }),
  );

  const paint = () => {
    const isOpen = now.open && ref !== undefined;
    if (isOpen && !panel) {
      panel = frame('index', ref);
      inside.append(panel.node, edge);
    } else if (!now.open && panel) {
      panel.node.remove();
      edge.remove();
      panel = null;
    }
    peek();
    place();
    if (ref && !host.isConnected && !unguard) {
      root.append(host);
      unguard = guard(host, isOrphaned, leave);
    }
    clearInterval(looking);
    looking = isOpen ? setInterval(look, LOOK_EVERY) : undefined;
  };

  /** Only while the page is seen. */
  const peek = () =>
    glance(glances && now.used && !now.open && document.visibilityState === 'visible' ? ref : undefined);

  const place = () => {
    const at = side();
    const wide = panel ? width() : TAB.width;
    const middle = `calc(${now.down * 100}% - ${TAB.height / 2}px)`;
    const inPage = panel && isShown();
    liesOver = inPage === true && (innerWidth < NARROW || !inset.apply(wide, at));
    if (!inPage || liesOver) inset.undo();
    style(
      host,
      `all:initial;position:fixed;contain:strict;z-index:2147483646;pointer-events:none;${at}:0;display:${isShown() ? 'block' : 'none'};${
        panel
          ? `top:0;height:100%;width:${liesOver ? wide + TAB.width : wide}px`
          : `top:${middle};height:${TAB.height}px;width:${TAB.width}px`
      }`,
    );
    if (panel) {
      style(
        panel.node,
        `${NODE};${FRAME};${at}:0;width:${wide - HANDLE}px;${isHeld ? 'pointer-events:none' : ''};${liesOver ? 'box-shadow:0 0 16px #0006' : ''}`,
      );
      style(edge, `${NODE};${EDGE};${at}:${wide - HANDLE}px;width:${HANDLE}px`);
      edge.ariaValueNow = String(now.width);
    }
    style(
      button.node,
      `${NODE};${BUTTON};${at}:${panel ? wide : 0}px;top:${panel ? middle : 0};height:${TAB.height}px;width:${TAB.width}px;border-radius:${at === 'left' ? '0 8px 8px 0' : '8px 0 0 8px'}`,
    );
    button.says(panel !== null);
    if (panel && !liesOver) button.node.remove();
    // Put in once: a node that is put in again loses the keyboard and the pointer.
    else if (!button.node.parentNode) inside.prepend(button.node);
  };

  const look = alive(() => {
    if (document.visibilityState === 'visible' && !liesOver && isShown() && !inset.apply(width(), side())) place();
  });

  const leave = () => {
    clearInterval(looking);
    glance(undefined);
    unguard?.();
    inset.undo();
    host.remove();
    gone.abort();
    left();
  };
  const on = (target: EventTarget, type: string, hear: (event: Event) => void) =>
    target.addEventListener(type, alive(hear), { signal: gone.signal });
  const printing = ({ type }: Event) => {
    isPrinted = type === 'beforeprint';
    place();
  };
  on(window, 'beforeprint', printing);
  on(window, 'afterprint', printing);
  on(window, 'resize', place);
  on(document, 'fullscreenchange', place);
  on(document, 'visibilitychange', peek);
  on(inside, 'keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && panel) toggle();
  });

  return {
    show(next) {
      ref = next;
      panel?.show(next);
      paint();
    },
    toggle,
    change: (change) => {
      if ('width' in change) set({ width: widthWithin(change.width) });
      else if ('side' in change) set({ side: side() === 'left' ? 'right' : 'left' });
      else if (panel) toggle();
    },
    leave,
  };
}
