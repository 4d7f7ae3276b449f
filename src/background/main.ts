import browser, { type Cookies, type Runtime } from 'webextension-polyfill';
import { ADAPTERS } from '../crm/adapters';
import { type ContentCall, SIGNED_IN } from '../messages/content-call';
import { dockSetting } from '../messages/dock-setting';
import { GLANCES_SETTING, readIsThereGlance } from '../messages/glance';
import { PAGE_PORT } from '../messages/port';
import { openDatabase } from '../store/open';
import { storeIn } from '../store/store';
import { afterPages } from './after-pages';
import { background } from './background';
import { askerOf, type Sender } from './desk/asking/sender';
import { normsTeacher } from './learn/teacher';
import { cookieJar } from './reach/cookie-jar';
import { http } from './reach/http';
import { checkPlan, shippedPlans } from './shelf/plans';
import { pageWays, siteRights } from './sites/site-rights';
import { updates } from './updates';

/** The alarm that has deals read ahead, and every how many minutes it rings while somebody looks. */
const ALARM = 'read-ahead';
const ALARM_MINUTES = 5;
/** The alarm that looks every so many minutes whether a newer version may be taken up by now. */
const UPDATE_ALARM = 'update';

const clock = () => Date.now();
const ownOrigin = browser.runtime.getURL('').replace(/\/$/, '');
/** The setting's name in `assets/managed-schema.json`. */
const MANAGED_APPS = 'approvedApps';
const signInWindow = browser.identity
  ? {
      redirectUrl: browser.identity.getRedirectURL(),
      open: (url: string, interactive: boolean) => browser.identity.launchWebAuthFlow({ url, interactive }),
    }
  : null;
const isFirefox = ownOrigin.startsWith('moz-extension:');
const after = afterPages(!isFirefox);
const toContent = (tabId: number, call: ContentCall) => browser.tabs.sendMessage(tabId, call).then(nothing, nothing);

const running = openDatabase().then((database) =>
  background({
    store: storeIn(database, clock),
    adapters: ADAPTERS,
    http,
    sessionMemory: browser.storage.session,
    jar: async (container) => (browser.cookies ? cookieJar(browser.cookies, container, isFirefox) : null),
    pages: pageWays,
    siteRights,
    shippedPlans: shippedPlans((path) => fetch(browser.runtime.getURL(path))),
    checkPlan,
    shippedRules: () => fetch(browser.runtime.getURL('risk-rules.json')).then((file) => file.text()),
    teacher: normsTeacher,
    clock,
    openOptions: async (at) => {
      if (at === undefined) await browser.runtime.openOptionsPage();
      else await browser.tabs.create({ url: `${browser.runtime.getURL('src/options/index.html')}#${at}` });
    },
    managed: async () => (await browser.storage.managed.get(MANAGED_APPS))[MANAGED_APPS],
    signInWindow,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    tabsMayGlance: async (on) => {
      // Where the content script finds it: it may read no more than this.
      if (on !== null) await browser.storage.local.set({ [GLANCES_SETTING]: on });
      return (await browser.storage.local.get(GLANCES_SETTING))[GLANCES_SETTING] !== false;
    },
    chance: () => Math.random(),
    alarm: {
      // Setting one that is set would start its minutes anew.
      set: () =>
        void browser.alarms.get(ALARM).then((set) => {
          if (!set) void browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
        }, nothing),
      clear: () => void browser.alarms.clear(ALARM),
    },
    isInFront: async (tabId) => {
      const { active, windowId } = await browser.tabs.get(tabId);
      return active && windowId !== undefined && (await browser.windows.get(windowId)).focused;
    },
    shownIn: (tabId, { id }) => {
      const call: ContentCall = { call: 'shown', id };
      return browser.tabs.sendMessage(tabId, call).catch(nothing);
    },
    browserLanguage: browser.i18n.getUILanguage(),
    undock: (hostname) => browser.storage.local.remove(dockSetting(hostname)),
    dockIn: (tabId, change) => toContent(tabId, { call: 'dock', change }),
  }),
);

const newer = updates({
  isInUse: async () =>
    (await running.then(
      ({ attended }) => attended(),
      () => false,
    )) || (await hasPageOpen()),
  restart: () => browser.runtime.reload(),
  alarm: {
    set: () => void browser.alarms.create(UPDATE_ALARM, { periodInMinutes: ALARM_MINUTES }),
    clear: () => void browser.alarms.clear(UPDATE_ALARM),
  },
});
browser.runtime.onUpdateAvailable.addListener(() => void newer.offered().catch(nothing));

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) void running.then(({ rung }) => rung()).catch(nothing);
  else if (name === UPDATE_ALARM) void newer.rung().catch(nothing);
});

browser.runtime.onConnect.addListener((port) => {
  const asker = port.name === PAGE_PORT ? askerOf(port.sender as Sender | undefined, ownOrigin) : undefined;
  if (!asker) {
    port.disconnect();
    return;
  }
  if (!port.sender?.url?.startsWith(browser.runtime.getURL('src/panel/tab.html'))) after.served();
  // What is asked before the database is open must not be lost.
  const early: unknown[] = [];
  const hearers: ((message: unknown) => void)[] = [];
  port.onMessage.addListener((message) => {
    if (hearers.length === 0) early.push(message);
    for (const hear of hearers) hear(message);
  });
  running.then(
    ({ serve }) => {
      serve(
        {
          postMessage: (message) => port.postMessage(message),
          disconnect: () => port.disconnect(),
          onDisconnect: { addListener: (hear) => port.onDisconnect.addListener(() => hear()) },
          onMessage: {
            addListener: (hear) => {
              hearers.push(hear);
              for (const message of early.splice(0)) hear(message);
            },
          },
        },
        asker,
      );
    },
    () => port.disconnect(),
  );
});

const toggleIn = (tabId: number | undefined) => {
  if (tabId !== undefined) void toContent(tabId, { call: 'toggle' });
};
browser.commands.onCommand.addListener((command, tab) => {
  if (command !== 'toggle-panel') return;
  if (tab) toggleIn(tab.id);
  else void browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => toggleIn(active?.id));
});

// There only while the user allows it; without it, the next look finds out.
const hearSignIns = () => {
  browser.cookies?.onChanged.addListener(hearCookie);
};
hearSignIns();
browser.permissions.onAdded.addListener(() => {
  hearSignIns();
  void running.then(({ allowed }) => allowed(), nothing);
  followSites();
});

// What the browser was told to run on a connected site is lost with an update, and is not to outlive the leave for it.
function followSites(): void {
  void running.then((to) => to.followSites()).catch(nothing);
}
browser.permissions.onRemoved.addListener(followSites);
browser.runtime.onInstalled.addListener(() => {
  newer.begun();
  followSites();
  // The scripts of an older version are cut off in the pages that are open: the new one docks in their place.
  for (const { matches } of browser.runtime.getManifest().content_scripts ?? []) {
    for (const pattern of matches) void siteRights.startIn(pattern).catch(nothing);
  }
});
browser.runtime.onStartup.addListener(() => {
  newer.begun();
  followSites();
});

browser.runtime.onMessage.addListener((message: unknown, { tab }: Runtime.MessageSender) => {
  // What a content script says of its page; which page that is, the browser says.
  if (tab?.url === undefined) return;
  const { host } = new URL(tab.url);
  if (message === SIGNED_IN) void running.then(({ signedIn }) => signedIn(host), nothing);
  const ref = readIsThereGlance(message);
  if (!ref) return;
  const asker = { inside: host, tabId: tab.id ?? null, container: tab.cookieStoreId ?? '' };
  return running.then(async ({ hasGlance }) => after.answer(await hasGlance(asker, ref)));
});

function hearCookie({ cookie, removed }: Cookies.OnChangedChangeInfoType): void {
  if (cookie.name !== 'sid' || removed) return;
  void running.then(({ signedIn }) => signedIn(cookie.domain.replace(/^\./, '')), nothing);
}

/** Whether a tab of our own is open: with an update the browser closes it. What we have inside other pages comes back by itself. */
async function hasPageOpen(): Promise<boolean> {
  const open = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return open.some(({ frameId }) => frameId === 0);
}

function nothing(): void {}
