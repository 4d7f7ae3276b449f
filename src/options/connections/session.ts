import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppProblem } from '../../core/model/app-problem';
import type { ConnectionCard } from '../../messages/cards/connection-card';
import type { PageClient } from '../../messages/port';

/** How an attempt to connect an app ended. */
export type AppNews = { readonly host: string; readonly problem: AppProblem | 'not-a-client-id' | null };

export type Ways = {
  /** null until the background has answered. */
  readonly cards: readonly ConnectionCard[] | null;
  readonly redirectUrl: string;
  /** The host that the user came here for. */
  readonly wanted: string | null;
  /** The host whose sign-in is open. */
  readonly busy: string | null;
  readonly news: AppNews | null;
  readonly copied: 'not-yet' | 'copied' | 'by-hand';
};

export type ConnectionsSession = {
  readonly store: StoreApi<Ways>;
  readonly load: () => Promise<void>;
  /** '' forgets the client id. */
  readonly enter: (host: string, clientId: string) => Promise<void>;
  readonly connect: (host: string) => Promise<void>;
  readonly disconnect: (host: string) => Promise<void>;
  readonly copyRedirectUrl: () => Promise<void>;
};

/**
 * The ways into the CRMs, for the options page.
 *
 * @param fragment - of the page's address: `#connection=<host>` puts that host among them
 */
export function connectionsSession(
  background: Pick<PageClient, 'call'>,
  fragment: string,
  copy: (text: string) => Promise<void>,
): ConnectionsSession {
  const wanted = /^#connection=([a-z0-9.-]{1,253})$/.exec(fragment)?.[1] ?? null;
  const store = createStore<Ways>(() => ({
    cards: null,
    redirectUrl: '',
    wanted,
    busy: null,
    news: null,
    copied: 'not-yet',
  }));
  const load = async () => {
    try {
      store.setState(await background.call('connections', { also: wanted }));
    } catch {
      // The page itself says that the extension cannot be reached.
    }
  };
  const during = async (host: string, work: () => Promise<AppNews['problem']>) => {
    store.setState({ busy: host, news: null });
    const news = await work().catch((): AppNews['problem'] => ({ kind: 'closed' }));
    await load();
    store.setState({ busy: null, news: { host, problem: news } });
  };
  return {
    store,
    load,
    enter: (host, clientId) =>
      during(host, async () => {
        const entered = clientId.trim() === '' ? null : clientId.trim();
        return (await background.call('setAppClient', { host, clientId: entered })) ? null : 'not-a-client-id';
      }),
    connect: (host) =>
      during(host, async () => {
        const connected = await background.call('connectApp', { host });
        return connected.ok ? null : connected.problem;
      }),
    disconnect: (host) =>
      during(host, async () => {
        await background.call('disconnectApp', { host });
        return null;
      }),
    copyRedirectUrl: async () => {
      try {
        await copy(store.getState().redirectUrl);
        store.setState({ copied: 'copied' });
      } catch {
        store.setState({ copied: 'by-hand' });
      }
    },
  };
}
