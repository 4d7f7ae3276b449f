import { render } from 'preact';
import type { Browser } from 'webextension-polyfill';
import type { RulesInForce } from '../messages/cards/risk-rules';
import { PAGE_PORT, pageClient } from '../messages/port';
import { languageOf } from '../ui/language/language';
import { localeFor } from '../ui/language/locale';
import '../ui/tokens.css';
import '../ui/pieces.css';
import './panel.css';
import { keepPlace } from '../ui/kept-place';
import { whileMoving } from '../ui/moving';
import { App } from './frame/app';
import { attending } from './frame/attending';
import { onlyDocked } from './frame/docked';
import { onceLeftBehind } from './frame/left-behind';
import { panelSession } from './frame/session';
import { shownStore } from './frame/shown';
import { ROOM_LOADERS } from './rooms/rooms';
import type { Memory } from './view/what-if/what-if';

onlyDocked(window);

/**
 * The little of the extension's interface that the panel uses, as both browsers have it: Firefox calls it `browser`, Chromium
 * `chrome`, and both answer with promises. The polyfill would be a twentieth of what the panel loads before it can draw.
 */
type Extension = {
  readonly runtime: Pick<Browser['runtime'], 'getURL' | 'getManifest' | 'connect'> & { readonly id?: string };
  readonly permissions: Pick<Browser['permissions'], 'request'>;
  readonly i18n: Pick<Browser['i18n'], 'getMessage' | 'getUILanguage'>;
};

const globals = globalThis as { readonly browser?: Extension; readonly chrome?: Extension };
const extension = (globals.browser ?? globals.chrome) as Extension;

/** The frame's own session; a browser that keeps nothing for frames throws where it is asked for. */
const memory: Memory = {
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, text) => sessionStorage.setItem(key, text),
  removeItem: (key) => sessionStorage.removeItem(key),
};

const root = document.getElementById('panel');
const say = (key: string) => extension.i18n.getMessage(key);
const locale = localeFor(say('ui_language'), extension.i18n.getUILanguage());
const store = shownStore();
const background = pageClient(() => extension.runtime.connect({ name: PAGE_PORT }));
const session = panelSession({
  store,
  background,
  // Firefox 153 gives a frame inside a page no `permissions`: this throws there, and the session has the options ask.
  allow: () => extension.permissions.request({ permissions: ['cookies'] }),
  clock: () => performance.now(),
});

/** Inside the library the page around it closes the deal. */
const address = new URLSearchParams(location.search);
const embedded = address.get('in') === 'library';
/** A tab of its own that was opened for the brief. */
if (address.get('show') === 'brief') store.setState({ brief: true });

document.documentElement.lang = locale;
document.documentElement.dir = say('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';

if (root) {
  render(
    <App
      store={store}
      session={session}
      language={languageOf((key, substitutions) => extension.i18n.getMessage(key, substitutions), locale)}
      words={{
        title: say('panel_error_title'),
        sentence: say('panel_error_sentence'),
        report: say('panel_error_report'),
        copy: say('panel_error_copy'),
      }}
      facts={{ version: extension.runtime.getManifest().version, browser: navigator.userAgent }}
      loadPayRoom={() => import('./view/pay/sight').then(({ paySight }) => paySight)}
      loadRooms={ROOM_LOADERS}
      memory={memory}
      libraryUrl={extension.runtime.getURL('src/library/index.html')}
      pageUrl={extension.runtime.getURL('src/panel/index.html')}
      embedded={embedded}
    />,
    root,
  );
  keepPlace(root);
}

// Put by while there is somebody to ask for it.
const cutOff = say('panel_cut_off');
onceLeftBehind(
  () => extension.runtime.id !== undefined,
  () => {
    if (!root) return;
    // What stands there may be of another record than the page by now.
    render(
      <main>
        <p class="empty">{cutOff}</p>
      </main>,
      root,
    );
  },
);

/** The rules in force, the extension's or the administrator's own; without them the panel names no risks, and all else stands. */
async function readRules(): Promise<void> {
  await goBy(await background.call('rules', null));
}

async function goBy(inForce: RulesInForce | null): Promise<void> {
  const { riskRoom } = await import('./view/risks');
  store.setState({ riskRoom: riskRoom(inForce?.rules ?? null) });
}

/** An administrator has just changed them in the options: the deal in view is judged by the new ones. */
background.on('rules', (inForce) => void goBy(inForce).catch(() => undefined));

const attends = attending({
  store,
  background,
  isInSight: () => document.visibilityState === 'visible',
  later: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
});
whileMoving(attends.moved);

const show = () => {
  void session.show(location.hash);
  attends.looked();
};
window.addEventListener('hashchange', () => {
  window.scrollTo(0, 0);
  show();
});
window.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || embedded) return;
  // What is open inside the panel closes first, and Escape in a field is the field's.
  const isElsewhere = event.target instanceof Element && event.target.closest('input, select, textarea, dialog');
  if (!isElsewhere) void session.close();
});
// Back from the browser's cache of whole pages: what was watched is watched again.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) show();
});
// The pointer comes over from the page.
document.documentElement.addEventListener('pointerenter', () => attends.came());
window.addEventListener('focus', () => {
  attends.came();
  void session.look();
});
document.addEventListener('visibilitychange', () => {
  attends.looked();
  if (document.visibilityState === 'visible') void session.look();
});
show();
void session.unfold();
readRules().catch(() => undefined);
