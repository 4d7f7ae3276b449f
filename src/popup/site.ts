import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageClient } from '../messages/port';

/** The site of the tab that the popup stands over. */
export type Site = {
  /** Scheme, host and port; null where the tab shows nothing that could be connected, and until the browser has said. */
  readonly origin: string | null;
  /** Whether the panel works there; null until the background has answered. */
  readonly works: boolean | null;
  readonly refused: boolean;
};

export type SiteNeeds = {
  /** The tab in front: its number and its address, as far as the browser tells. */
  readonly tab: () => Promise<{ readonly id: number; readonly url: string } | null>;
  /** Asks the user for leave. To be called within a press. */
  readonly ask: (patterns: readonly string[]) => Promise<boolean>;
  readonly toggle: (tabId: number) => Promise<void>;
  readonly background: Pick<PageClient, 'call'>;
};

export type SiteSession = {
  readonly store: StoreApi<Site>;
  readonly load: () => Promise<void>;
  /** To be called within the user's own press. */
  readonly connect: () => Promise<void>;
  readonly toggle: () => Promise<void>;
};

export function siteSession({ tab, ask, toggle, background }: SiteNeeds): SiteSession {
  const store = createStore<Site>(() => ({ origin: null, works: null, refused: false }));
  let tabId: number | null = null;
  let needs: readonly string[] = [];
  return {
    store,
    async load() {
      const front = await tab();
      const origin = front && originOf(front.url);
      tabId = front?.id ?? null;
      if (origin === null) {
        store.setState({ origin, works: false });
        return;
      }
      const [works, besides] = await Promise.all([
        background.call('siteWorks', { origin }),
        background.call('siteNeeds', { origin }),
      ]);
      needs = besides;
      store.setState({ origin, works });
    },
    async connect() {
      const { origin } = store.getState();
      if (origin === null) return;
      // Asked before anything is awaited: a browser gives leave only within the user's own press.
      const asked = ask([patternOf(origin), ...needs]);
      // The browser's question may close this page: the background goes on by itself once it has been answered.
      await background.call('connectSite', { origin });
      const given = await asked;
      if (given) await background.call('connectSite', { origin });
      store.setState({ works: await background.call('siteWorks', { origin }), refused: !given });
    },
    async toggle() {
      if (tabId !== null) await toggle(tabId);
    },
  };
}

/** The pages of a host, at every port, as a browser is asked for them. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The site of an address; null for anything but the web. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) ? origin : null;
}
