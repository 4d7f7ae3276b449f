import { render } from 'preact';
import de from '../../../assets/_locales/de/messages.json' with { type: 'json' };
import en from '../../../assets/_locales/en/messages.json' with { type: 'json' };
import es from '../../../assets/_locales/es/messages.json' with { type: 'json' };
import fr from '../../../assets/_locales/fr/messages.json' with { type: 'json' };
import ja from '../../../assets/_locales/ja/messages.json' with { type: 'json' };
import pt from '../../../assets/_locales/pt/messages.json' with { type: 'json' };
import '../../../src/ui/tokens.css';
import '../../../src/ui/pieces.css';
import '../../../src/panel/panel.css';
import { App } from '../../../src/panel/frame/app';
import { shownStore } from '../../../src/panel/frame/shown';
import { ROOM_LOADERS } from '../../../src/panel/rooms/rooms';
import { paySight } from '../../../src/panel/view/pay/sight';
import { afterPaint } from '../../../src/ui/after-paint';
import { languageOf } from '../../../src/ui/language/language';
import { messagesOf } from '../../ui/english';
import { idleSession } from '../idle-session';
import { STATES } from '../states';
import { faultsOf, type Measured } from './faults';

const LANGUAGES = {
  en: languageOf(messagesOf(en), 'en-US'),
  de: languageOf(messagesOf(de), 'de'),
  es: languageOf(messagesOf(es), 'es'),
  fr: languageOf(messagesOf(fr), 'fr'),
  ja: languageOf(messagesOf(ja), 'ja'),
  pt: languageOf(messagesOf(pt), 'pt-BR'),
};

/** A language of the panel that pictures can be taken in. */
export type Tongue = keyof typeof LANGUAGES;

/** What the page answers to the one who takes the pictures. */
export type Screen = {
  readonly names: readonly string[];
  readonly tongues: readonly Tongue[];
  /** Draws one state of the panel and waits until it is painted. */
  readonly draw: (state: string, drawn?: { readonly tongue?: Tongue; readonly dir?: 'ltr' | 'rtl' }) => Promise<void>;
  /** What is wrong with what is drawn, at the width that it has. */
  readonly faults: () => readonly Measured[];
};

const root = document.getElementById('panel');
const painted = () => new Promise<void>((done) => afterPaint(done));

async function draw(name: string, { tongue = 'en', dir = 'ltr' }: Parameters<Screen['draw']>[1] = {}) {
  const state = STATES[name];
  if (root === null || state === undefined) throw new Error(`no state is called ${name}`);
  document.documentElement.dir = dir;
  document.documentElement.lang = tongue;
  sessionStorage.clear();
  const store = shownStore();
  store.setState(state);
  render(null, root);
  render(
    <App
      store={store}
      session={idleSession(store)}
      language={LANGUAGES[tongue]}
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
  window.scrollTo(0, 0);
  // The answers first, and then what is behind them.
  await painted();
  await painted();
}

const screen: Screen = {
  names: Object.keys(STATES),
  tongues: Object.keys(LANGUAGES) as Tongue[],
  draw,
  faults: () => faultsOf(document),
};
Object.assign(window, { goalside: screen });
