import browser from 'webextension-polyfill';
import ownSite from '../../content/own-site.iife.ts?script';
import { isCrmHost } from '../../crm/pages';
import type { PageWays } from '../reach/relay';
import type { SiteRights } from './sites';

/** The content script of the manifest, as it was built. Firefox tells its whole address, and takes none but its path. */
const fromManifest = () =>
  (browser.runtime.getManifest().content_scripts ?? [])
    .flatMap(({ js }) => js ?? [])
    .map((path) => path.replace(browser.runtime.getURL(''), ''));

const forOwnSites = () => [ownSite.replace(/^\//, '')];

/** Whether pages of a pattern are those of a CRM by their host; else they are a company's own. */
function isOfCrm(pattern: string): boolean {
  const host = /:\/\/([^/]+)/.exec(pattern)?.[1] ?? '';
  return isCrmHost(host.replace('*', 'any'));
}

/** The browser's rights to sites. */
export const siteRights: SiteRights = {
  granted: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  async giveBack(pattern) {
    // Leave that an administrator gave stays; the site is left all the same.
    await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  },
  async register(patterns) {
    const { scripting } = browser;
    const ids = (await scripting.getRegisteredContentScripts()).map(({ id }) => id);
    if (ids.length > 0) await scripting.unregisterContentScripts({ ids });
    const wanted = [
      { id: 'crm-hosts', matches: patterns.filter(isOfCrm), js: fromManifest() },
      { id: 'own-sites', matches: patterns.filter((pattern) => !isOfCrm(pattern)), js: forOwnSites() },
    ].filter(({ matches }) => matches.length > 0);
    if (wanted.length === 0) return;
    await scripting.registerContentScripts(
      wanted.map((script) => ({ ...script, runAt: 'document_idle', persistAcrossSessions: true })),
    );
  },
  async startIn(pattern) {
    const files = isOfCrm(pattern) ? fromManifest() : forOwnSites();
    for (const { id } of await browser.tabs.query({ url: pattern })) {
      // A page that has it answers; one that is gone, or is not ours to run in, does not matter.
      if (id === undefined || (await isThere(id))) continue;
      await browser.scripting.executeScript({ target: { tabId: id }, files }).catch(() => undefined);
    }
  },
};

/** The tabs of a host, and the way to their content scripts. */
export const pageWays: PageWays = {
  async tabsAt(host, container) {
    const { hostname } = new URL(`http://${host}`);
    const tabs = await browser.tabs.query({ url: `*://${hostname}/*` });
    return tabs
      .filter(
        ({ url, cookieStoreId = '' }) => url !== undefined && new URL(url).host === host && cookieStoreId === container,
      )
      .sort((a, b) => Number(b.active) - Number(a.active))
      .flatMap(({ id }) => id ?? []);
  },
  send: (tabId, call) => browser.tabs.sendMessage(tabId, call),
};

async function isThere(tabId: number): Promise<boolean> {
  return browser.tabs.sendMessage(tabId, { call: 'there' }).then(
    () => true,
    () => false,
  );
}
