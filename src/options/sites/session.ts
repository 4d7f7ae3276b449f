import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageClient } from '../../messages/port';

/** The sites with a CRM of the company's own. */
export type ConnectedSites = {
  /** null until the background has answered. */
  readonly sites: readonly string[] | null;
  readonly outcome: 'connected' | 'refused' | 'no-address' | 'disconnected' | null;
  /** The site that is to be disconnected, while the user is asked. */
  readonly asking: string | null;
};

export type SitesSession = {
  readonly store: StoreApi<ConnectedSites>;
  readonly load: () => Promise<void>;
  /** @param address - as a user types it: with or without a scheme. To be called within the user's own press */
  readonly connect: (address: string) => Promise<void>;
  readonly ask: (origin: string | null) => void;
  readonly confirm: () => Promise<void>;
};

/** @param leave - asks the user for leave for the pages of a pattern */
export function sitesSession(
  background: Pick<PageClient, 'call'>,
  leave: (pattern: string) => Promise<boolean>,
): SitesSession {
  const store = createStore<ConnectedSites>(() => ({ sites: null, outcome: null, asking: null }));
  return {
    store,
    async load() {
      store.setState({ sites: await background.call('sites', null) });
    },
    async connect(address) {
      const origin = originIn(address);
      if (origin === null) {
        store.setState({ outcome: 'no-address' });
        return;
      }
      const { protocol, hostname } = new URL(origin);
      // Asked before anything is awaited: a browser gives leave only within the user's own press.
      const asked = leave(`${protocol}//${hostname}/*`);
      await background.call('connectSite', { origin });
      const given = await asked;
      store.setState({
        sites: await background.call('connectSite', { origin }),
        outcome: given ? 'connected' : 'refused',
      });
    },
    ask: (asking) => store.setState({ asking, outcome: null }),
    async confirm() {
      const { asking } = store.getState();
      store.setState({ asking: null });
      if (asking === null) return;
      store.setState({
        sites: await background.call('disconnectSite', { origin: asking }),
        outcome: 'disconnected',
      });
    },
  };
}

/** Without a scheme it is https. */
function originIn(address: string): string | null {
  const text = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(whole)) return null;
  const { protocol, origin } = new URL(whole);
  return /^https?:$/.test(protocol) ? origin : null;
}
