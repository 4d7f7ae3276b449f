import { act, render } from '@testing-library/preact';
import { App } from '../../src/panel/frame/app';
import type { PanelSession } from '../../src/panel/frame/session';
import { type Shown, shownStore } from '../../src/panel/frame/shown';
import { ROOM_LOADERS } from '../../src/panel/rooms/rooms';
import { paySight } from '../../src/panel/view/pay/sight';
import { afterPaint } from '../../src/ui/after-paint';
import { english } from '../ui/english';
import { idleSession } from './idle-session';

/** Draws the whole panel in a state, what follows the first painting too, with a session that does nothing but what a test gives it. */
export async function draw(state: Shown, session: Partial<PanelSession> = {}, embedded = false) {
  const store = shownStore();
  store.setState(state);
  const { container } = render(
    <App
      store={store}
      session={{ ...idleSession(store), ...session }}
      language={english}
      words={{ title: 'Fault', sentence: 'Ours.', report: 'Report', copy: 'Copy' }}
      facts={{ version: '1.2.3', browser: 'Test/1' }}
      loadPayRoom={async () => paySight}
      loadRooms={ROOM_LOADERS}
      memory={sessionStorage}
      libraryUrl="library.html"
      pageUrl="panel.html"
      embedded={embedded}
    />,
  );
  await act(() => new Promise<void>((painted) => afterPaint(painted)));
  return { container, store };
}
