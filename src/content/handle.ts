import { extension } from './extension';
import { WIDTH } from './remembered';
import { style } from './style';

const STEP = 16;

/** The edge of the open dock by which it is made wider or narrower, by drag and by the arrow keys. */
export type Handle = { readonly node: HTMLElement; readonly shows: (width: number) => void };

/**
 * @param resize - asked for another width, given the one now; `done` at the end of a movement
 */
export function handle(
  side: 'left' | 'right',
  resize: (width: (now: number) => number, done: boolean) => void,
): Handle {
  const node = document.createElement('div');
  for (const [name, value] of Object.entries({
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': extension.i18n.getMessage('dock_resize'),
    'aria-valuemin': String(WIDTH.least),
    'aria-valuemax': String(WIDTH.most),
  }))
    node.setAttribute(name, value);
  style(node, {
    position: 'absolute',
    top: '0',
    bottom: '0',
    [side === 'right' ? 'left' : 'right']: '0',
    width: '6px',
    cursor: 'col-resize',
    'touch-action': 'none',
    background: '#c9d2da',
  });
  const outwards = side === 'right' ? 'ArrowLeft' : 'ArrowRight';
  const inwards = side === 'right' ? 'ArrowRight' : 'ArrowLeft';
  const targets: Readonly<Record<string, (now: number) => number>> = {
    [outwards]: (now) => now + STEP,
    [inwards]: (now) => now - STEP,
    Home: () => WIDTH.least,
    End: () => WIDTH.most,
  };
  node.addEventListener('keydown', (event) => {
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    resize(target, true);
  });
  node.addEventListener('pointerdown', (event) => {
    node.setPointerCapture(event.pointerId);
    const width = (at: PointerEvent) =>
      side === 'right' ? document.documentElement.clientWidth - at.clientX : at.clientX;
    const follow = (at: PointerEvent) => resize(() => width(at), false);
    node.addEventListener('pointermove', follow);
    node.addEventListener(
      'pointerup',
      (at) => {
        node.removeEventListener('pointermove', follow);
        resize(() => width(at), true);
      },
      { once: true },
    );
  });
  return { node, shows: (width) => node.setAttribute('aria-valuenow', String(width)) };
}
