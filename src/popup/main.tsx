import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { ContentCall } from '../messages/content-call';
import { PAGE_PORT, pageClient } from '../messages/port';
import { languageOf } from '../ui/language/language';
import { localeFor } from '../ui/language/locale';
import { Speaking } from '../ui/language/speech';
import '../ui/tokens.css';
import '../ui/pieces.css';
import './popup.css';
import { Popup } from './popup';
import { siteSession } from './site';

const root = document.getElementById('popup');
const say = (key: string) => browser.i18n.getMessage(key);
const locale = localeFor(say('ui_language'), browser.i18n.getUILanguage());
const TOGGLE: ContentCall = { call: 'toggle' };
const session = siteSession({
  background: pageClient(() => browser.runtime.connect({ name: PAGE_PORT })),
  tab: async () => {
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    return front?.id === undefined ? null : { id: front.id, url: front.url ?? '' };
  },
  ask: (patterns) => browser.permissions.request({ origins: [...patterns] }),
  toggle: (tabId) =>
    browser.tabs.sendMessage(tabId, TOGGLE).then(
      () => undefined,
      () => undefined,
    ),
});

document.documentElement.lang = locale;
document.documentElement.dir = say('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';

if (root) {
  render(
    <Speaking value={languageOf((key, substitutions) => browser.i18n.getMessage(key, substitutions), locale)}>
      <Popup
        session={session}
        onOptions={() => void browser.runtime.openOptionsPage().then(() => window.close())}
        libraryUrl={browser.runtime.getURL('src/library/index.html')}
        onDone={() => window.close()}
      />
    </Speaking>,
    root,
  );
}

void session.load();
