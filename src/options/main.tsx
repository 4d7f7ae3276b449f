import { render } from 'preact';
import browser from 'webextension-polyfill';
import { PAGE_PORT, pageClient } from '../messages/port';
import { keepPlace } from '../ui/kept-place';
import { languageOf } from '../ui/language/language';
import { localeFor } from '../ui/language/locale';
import { Speaking } from '../ui/language/speech';
import '../ui/tokens.css';
import '../ui/pieces.css';
import '../ui/page.css';
import './options.css';
import { Connections } from './connections/connections';
import { connectionsSession } from './connections/session';
import { Goals } from './goals/goals';
import { goalsSession } from './goals/session';
import { Keeping } from './keeping/keeping';
import { keepingSession } from './keeping/session';
import { Options } from './options';
import { optionsSession } from './settings';
import { sitesSession } from './sites/session';
import { Sites } from './sites/sites';

const root = document.getElementById('options');
const say = (key: string) => browser.i18n.getMessage(key);
const locale = localeFor(say('ui_language'), browser.i18n.getUILanguage());
const SESSION = { permissions: ['cookies' as const] };
const background = pageClient(() => browser.runtime.connect({ name: PAGE_PORT }));
const goals = goalsSession(background);
const sites = sitesSession(background, (pattern) => browser.permissions.request({ origins: [pattern] }));
const connections = connectionsSession(background, location.hash, (text) => navigator.clipboard.writeText(text));
const session = optionsSession(background, {
  allowed: () => browser.permissions.contains(SESSION),
  allow: () => browser.permissions.request(SESSION),
  takeBack: () => browser.permissions.remove(SESSION),
});

const keeping = keepingSession(background, () => navigator.storage.estimate());

/** Saves a text as a file, as a link with `download` does. */
function save(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

document.documentElement.lang = locale;
document.documentElement.dir = say('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
document.title = say('options_page_title');

if (root) {
  render(
    <Speaking value={languageOf((key, substitutions) => browser.i18n.getMessage(key, substitutions), locale)}>
      <Options session={session} libraryUrl={browser.runtime.getURL('src/library/index.html')}>
        <Connections session={connections} />
        <Goals session={goals} />
        <Sites session={sites} />
        <Keeping session={keeping} save={save} />
      </Options>
    </Speaking>,
    root,
  );
  keepPlace(root);
}

// Once it stands: who came for a connection is taken to it.
void connections.load().then(() => {
  if (connections.store.getState().wanted !== null) document.getElementById('ways-title')?.scrollIntoView();
});
void session.load();
void goals.load();
void sites.load();
void keeping.load();
