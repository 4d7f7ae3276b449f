import { render } from 'preact';
import browser from 'webextension-polyfill';
import { PAGE_PORT, pageClient } from '../messages/port';
import { languageOf } from '../ui/language/language';
import { localeFor } from '../ui/language/locale';
import { Speaking } from '../ui/language/speech';
import '../ui/tokens.css';
import '../ui/pieces.css';
import '../ui/page.css';
import './library.css';
import { keepPlace } from '../ui/kept-place';
import { whileMoving } from '../ui/moving';
import { Library } from './library';
import { librarySession } from './shelf';

const root = document.getElementById('library');
const say = (key: string) => browser.i18n.getMessage(key);
const locale = localeFor(say('ui_language'), browser.i18n.getUILanguage());
const session = librarySession(pageClient(() => browser.runtime.connect({ name: PAGE_PORT })));

document.documentElement.lang = locale;
document.documentElement.dir = say('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
document.title = say('library_page_title');

if (root) {
  render(
    <Speaking value={languageOf((key, substitutions) => browser.i18n.getMessage(key, substitutions), locale)}>
      <Library session={session} panelUrl={browser.runtime.getURL('src/panel/index.html')} />
    </Speaking>,
    root,
  );
  keepPlace(root);
}

const sign = () => void session.present(document.visibilityState === 'visible');
window.addEventListener('focus', () => {
  sign();
  void session.load();
});
document.addEventListener('visibilitychange', sign);
whileMoving(sign);
sign();
void session.load();
