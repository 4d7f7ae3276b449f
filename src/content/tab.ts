import { extension } from './extension';
import { style } from './style';

/** Size of the closed dock, in CSS pixels: large enough to be hit, small enough to hide nothing. */
export const TAB = { width: 24, height: 64 } as const;

const STEP = 0.05;

/**
 * The closed dock: a button at the edge that opens it. It moves along the edge by drag and by the arrow keys.
 *
 * @param moved - the middle of the tab, as a share of the window's height
 */
export function tab(opened: () => void, moved: (down: (now: number) => number) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '◔';
  button.setAttribute('aria-label', extension.i18n.getMessage('dock_open'));
  button.title = extension.i18n.getMessage('dock_open');
  button.setAttribute('aria-expanded', 'false');
  style(button, {
    width: '100%',
    height: '100%',
    border: '0',
    padding: '0',
    'border-radius': '8px 0 0 8px',
    background: '#0b6e8f',
    color: '#fff',
    font: '600 16px/1 system-ui, sans-serif',
    cursor: 'pointer',
    'touch-action': 'none',
  });
  let dragged = false;
  button.addEventListener('click', () => {
    if (!dragged) opened();
    dragged = false;
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    moved((now) => now + (event.key === 'ArrowUp' ? -STEP : STEP));
  });
  button.addEventListener('pointerdown', (event) => {
    const from = event.clientY;
    button.setPointerCapture(event.pointerId);
    const follow = (at: PointerEvent) => {
      if (!dragged && Math.abs(at.clientY - from) < 5) return;
      dragged = true;
      moved(() => at.clientY / window.innerHeight);
    };
    button.addEventListener('pointermove', follow);
    button.addEventListener('pointerup', () => button.removeEventListener('pointermove', follow), { once: true });
  });
  return button;
}
