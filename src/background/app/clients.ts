import type { Store } from '../../store/store';
import { turns } from '../turns';

/** Which app is an organisation's: by whom it was told. */
export type Client = { readonly clientId: string; readonly from: 'entered' | 'administrator' };

/** The client ids of approved apps, by host of a CRM's pages. An administrator's, from managed storage, goes first. */
export type Clients = {
  readonly of: (host: string) => Promise<Client | null>;
  readonly hosts: () => Promise<readonly string[]>;
  /** null forgets what was entered. */
  readonly enter: (host: string, clientId: string | null) => Promise<void>;
};

/** Where the administrator of the browser leaves settings: `storage.managed`. */
export type ManagedStorage = () => Promise<unknown>;

const SETTING = 'approved-apps';
const HOST = /^[a-z0-9.-]{1,253}$/;
/** A consumer key, as organisations give them out. */
const CLIENT_ID = /^[\w.-]{8,255}$/;

export function isClientId(text: string): boolean {
  return CLIENT_ID.test(text);
}

export function clients(store: Pick<Store, 'setting' | 'keepSetting'>, managed: ManagedStorage): Clients {
  const entered = async () => entriesOf(await store.setting(SETTING));
  const inTurn = turns();
  const given = async () => entriesOf(await managed().catch(() => undefined));
  return {
    async of(host) {
      const byAdministrator = (await given()).get(host);
      if (byAdministrator !== undefined) return { clientId: byAdministrator, from: 'administrator' };
      const byUser = (await entered()).get(host);
      return byUser === undefined ? null : { clientId: byUser, from: 'entered' };
    },
    hosts: async () => [...new Set([...(await given()).keys(), ...(await entered()).keys()])],
    enter: (host, clientId) =>
      inTurn(async () => {
        const all = await entered();
        all.delete(host);
        if (clientId !== null) all.set(host, clientId);
        await store.keepSetting(
          SETTING,
          [...all].map(([at, id]) => ({ host: at, clientId: id })),
        );
      }),
  };
}

/** Reads a list of `{host, clientId}`; what is of another shape is left out. */
function entriesOf(list: unknown): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of Array.isArray(list) ? list : []) {
    const { host, clientId } = (one ?? {}) as { readonly host?: unknown; readonly clientId?: unknown };
    if (typeof host === 'string' && HOST.test(host) && typeof clientId === 'string' && isClientId(clientId)) {
      found.set(host, clientId);
    }
  }
  return found;
}
