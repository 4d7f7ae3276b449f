import browser from 'webextension-polyfill';
import type { PageWays } from './relay';
import type { SiteRights } from './sites';

const SCRIPT = 'connected-sites';

/** The content script as it was built. Firefox tells its whole address, and takes none but its path. */
const files = () =>
  (browser.runtime.getManifest().content_scripts ?? [])
    .flatMap(({ js }) => js ?? [])
    .map((path) => path.replace(browser.runtime.getURL(''), ''));

/** The browser's rights to sites. */
export const siteRights: SiteRights = {
  granted: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  async giveBack(pattern) {
    // Leave that an administrator gave stays; the site is left all the same.
    await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  },
  async register(patterns) {
    const { scripting } = browser;
    const [before] = await scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    if (before) await scripting.unregisterContentScripts({ ids: [SCRIPT] });
    if (patterns.length === 0) return;
    await scripting.registerContentScripts([
      { id: SCRIPT, matches: [...patterns], js: files(), runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  },
  async startIn(pattern) {
    for (const { id } of await browser.tabs.query({ url: pattern })) {
      // A page that has it answers; one that is gone, or is not ours to run in, does not matter.
      if (id === undefined || (await isThere(id))) continue;
      await browser.scripting.executeScript({ target: { tabId: id }, files: files() }).catch(() => undefined);
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
