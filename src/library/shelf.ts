import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatRecordRef, sameRecord } from '../core/model/record-ref';
import type { CachedRecord } from '../messages/page-and-background';
import type { PageClient } from '../messages/port';

/** What the library shows. */
export type Shelf = {
  /** null until the background has answered. */
  readonly records: readonly CachedRecord[] | null;
  readonly query: string;
  /** The deal that is open beside the list. */
  readonly open: CachedRecord | null;
  /** What is about to be forgotten, and waits for a yes. */
  readonly asking: CachedRecord | 'all' | null;
  readonly cutOff: boolean;
};

export type LibrarySession = {
  readonly store: StoreApi<Shelf>;
  readonly load: () => Promise<void>;
  readonly search: (query: string) => void;
  readonly openRecord: (record: CachedRecord | null) => void;
  readonly ask: (what: CachedRecord | 'all' | null) => void;
  /** Forgets what was asked about. */
  readonly forget: () => Promise<void>;
};

/** Keeps the library in step with the cache. */
export function librarySession(background: Pick<PageClient, 'call'>): LibrarySession {
  const store = createStore<Shelf>(() => ({ records: null, query: '', open: null, asking: null, cutOff: false }));
  const load = async (): Promise<void> => {
    try {
      const records = await background.call('cached', null);
      const { open } = store.getState();
      const stillThere = open !== null && records.some(({ ref }) => sameRecord(ref, open.ref));
      store.setState({ records, open: stillThere ? open : null, cutOff: false });
    } catch {
      store.setState({ cutOff: true });
    }
  };
  return {
    store,
    load,
    search: (query) => store.setState({ query }),
    openRecord: (open) => store.setState({ open }),
    ask: (asking) => store.setState({ asking }),
    forget: async () => {
      const { asking } = store.getState();
      store.setState({ asking: null });
      try {
        if (asking === 'all') await background.call('forgetAll', null);
        else if (asking !== null) await background.call('forget', { key: asking.key });
      } catch {
        store.setState({ cutOff: true });
        return;
      }
      await load();
    },
  };
}

/** A name for a cached record that no other one has: two users of one organisation may both have kept it. */
export function nameOf({ key, ref }: CachedRecord): string {
  return `${key.organisation}/${key.user}/${formatRecordRef(ref)}`;
}
