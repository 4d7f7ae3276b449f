import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatRecordRef, sameRecord } from '../core/model/record-ref';
import type { Ahead, PlaceInShelf, RoomMadeCard } from '../messages/ahead';
import type { CachedRecord } from '../messages/cards/cached-record';
import type { PageClient } from '../messages/port';

/** What the library shows. */
export type Shelf = {
  /** The pages of the list that were asked for so far; null until the background has answered. */
  readonly records: readonly CachedRecord[] | null;
  /** Where the next page begins; null: all that were found are here. */
  readonly next: PlaceInShelf | null;
  /** How many deals are kept in all, found or not. */
  readonly all: number;
  readonly query: string;
  /** The deal that is open beside the list. */
  readonly open: CachedRecord | null;
  /** What is about to be forgotten, and waits for a yes. */
  readonly asking: CachedRecord | 'all' | null;
  readonly cutOff: boolean;
  readonly roomMade: RoomMadeCard | null;
  /** How reading ahead stands. */
  readonly ahead: readonly Ahead[];
};

export type LibrarySession = {
  readonly store: StoreApi<Shelf>;
  readonly load: () => Promise<void>;
  readonly search: (query: string) => Promise<void>;
  /** The next page of what was found. */
  readonly more: () => Promise<void>;
  readonly openRecord: (record: CachedRecord | null) => void;
  readonly pin: (record: CachedRecord, pinned: boolean) => Promise<void>;
  readonly ask: (what: CachedRecord | 'all' | null) => void;
  /** Forgets what was asked about. */
  readonly forget: () => Promise<void>;
  /** Stops reading ahead, or goes on with it. */
  readonly readAhead: (goOn: boolean) => Promise<void>;
  readonly toldOfRoom: () => Promise<void>;
  /** The library is looked at just now, or not any more. */
  readonly present: (visible: boolean) => Promise<void>;
};

/** Between two letters of somebody who types; the list is looked through when they pause. Milliseconds. */
const TYPING = 150;

/** Keeps the library in step with the cache. */
export function librarySession(background: Pick<PageClient, 'call' | 'on'>): LibrarySession {
  const store = createStore<Shelf>(() => ({
    records: null,
    next: null,
    all: 0,
    query: '',
    open: null,
    asking: null,
    cutOff: false,
    roomMade: null,
    ahead: [],
  }));
  background.on('ahead', (ahead) => store.setState({ ahead }));
  const attempt = async (work: () => Promise<Partial<Shelf>>): Promise<void> => {
    try {
      store.setState({ cutOff: false, ...(await work()) });
    } catch {
      store.setState({ cutOff: true });
    }
  };
  /** The list from its start, at least so long: what was paged through does not fold up. */
  const listed = (length: number) =>
    attempt(async () => {
      const { query } = store.getState();
      let page = await background.call('cached', { query, after: null });
      const records = [...page.records];
      while (page.next !== null && records.length < length) {
        page = await background.call('cached', { query, after: page.next });
        records.push(...page.records);
      }
      const { query: now, open } = store.getState();
      if (now !== query) return {};
      const { next, all, roomMade } = page;
      return { records, next, all, roomMade, ...stillOpen(open, records) };
    });
  const load = () => listed(store.getState().records?.length ?? 0);
  let typed = 0;
  return {
    store,
    load,
    search: async (query) => {
      store.setState({ query });
      typed += 1;
      const turn = typed;
      await new Promise((typing) => setTimeout(typing, TYPING));
      if (turn === typed) await listed(0);
    },
    more: () =>
      attempt(async () => {
        const { query, next } = store.getState();
        if (next === null) return {};
        const page = await background.call('cached', { query, after: next });
        const { records, query: now, next: still } = store.getState();
        if (now !== query || still !== next) return {};
        return { records: [...(records ?? []), ...page.records], next: page.next, all: page.all };
      }),
    openRecord: (open) => store.setState({ open }),
    pin: async (record, pinned) => {
      await attempt(async () => {
        await background.call('pin', { key: record.key, pinned });
        const all = store.getState().records ?? [];
        return { records: all.map((one) => (nameOf(one) === nameOf(record) ? { ...one, pinned } : one)) };
      });
    },
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
      if (asking === 'all') store.setState({ open: null });
      else if (asking !== null && store.getState().open?.key.id === asking.key.id) store.setState({ open: null });
      await load();
    },
    readAhead: (goOn) => attempt(async () => ({ ahead: (await background.call('keep', { stopped: !goOn })).ahead })),
    toldOfRoom: () =>
      attempt(async () => {
        await background.call('toldOfRoom', null);
        return { roomMade: null };
      }),
    present: (visible) =>
      attempt(async () => {
        await background.call('present', { visible });
        return visible ? { ahead: (await background.call('keeping', null)).ahead } : {};
      }),
  };
}

/** A deal that was read anew meanwhile is shown as it is now; one that is on a page that is not here stays as it was. */
function stillOpen(open: CachedRecord | null, records: readonly CachedRecord[]): Partial<Shelf> {
  const now = open && records.find(({ ref }) => sameRecord(ref, open.ref));
  return now ? { open: now } : {};
}

/** A name for a cached record that no other one has: two users of one organisation may both have kept it. */
export function nameOf({ key, ref }: CachedRecord): string {
  return `${key.organisation}/${key.user}/${formatRecordRef(ref)}`;
}
