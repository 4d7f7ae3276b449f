import { render } from '@testing-library/preact';
import { App } from '../../src/panel/frame/app';
import type { PanelSession } from '../../src/panel/frame/session';
import { fold, type Shown, shownStore } from '../../src/panel/frame/shown';
import { ROOM_LOADERS } from '../../src/panel/rooms/rooms';
import { paySight } from '../../src/panel/view/pay/sight';
import { english } from '../ui/english';

/** Draws the whole panel in a state, with a session that does nothing but what a test gives it. */
export function draw(state: Shown, session: Partial<PanelSession> = {}, embedded = false) {
  const store = shownStore();
  store.setState(state);
  const nothing = async () => undefined;
  const { container } = render(
    <App
      store={store}
      session={{
        show: nothing,
        refresh: nothing,
        look: nothing,
        connect: nothing,
        retry: nothing,
        app: nothing,
        options: nothing,
        close: nothing,
        otherSide: nothing,
        glanced: nothing,
        readAhead: nothing,
        unfold: nothing,
        book: async () => null,
        fold: async (section) => fold(store, section),
        ...session,
      }}
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
  return { container, store };
}
