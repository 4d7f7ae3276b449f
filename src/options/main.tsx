import { render } from 'preact';
import browser from 'webextension-polyfill';

const root = document.getElementById('options');
if (root) render(<h1>{browser.i18n.getMessage('extension_name')}</h1>, root);
