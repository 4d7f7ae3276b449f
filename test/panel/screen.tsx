import { render } from 'preact';
import '../../src/ui/tokens.css';
import '../../src/ui/pieces.css';
import '../../src/panel/panel.css';
import { App } from '../../src/panel/frame/app';
import { fold, shownStore } from '../../src/panel/frame/shown';
import { ROOM_LOADERS } from '../../src/panel/rooms/rooms';
import { paySight } from '../../src/panel/view/pay/sight';
import { english } from '../ui/english';
import { STATES } from './states';

/** One state of the panel, drawn in a real browser: `screen.html?state=deal`, from right to left with `&dir=rtl`. */
const address = new URLSearchParams(location.search);
const state = STATES[address.get('state') ?? 'deal'];
if (address.get('dir') === 'rtl') document.documentElement.dir = 'rtl';
const root = document.getElementById('panel');
const nothing = async () => undefined;
const store = shownStore();
if (state) store.setState(state);
if (root) {
  render(
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
      }}
      language={english}
      words={{ title: '', sentence: '', report: '', copy: '' }}
      facts={{ version: '0', browser: '' }}
      loadPayRoom={async () => paySight}
      loadRooms={ROOM_LOADERS}
      memory={sessionStorage}
      libraryUrl="#"
      pageUrl="panel.html"
      embedded={false}
    />,
    root,
  );
}
