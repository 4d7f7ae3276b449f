import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Keeping, KeepingChange, ReadEntry } from '../../messages/ahead';
import type { CachedRecord } from '../../messages/cards/cached-record';
import type { PageClient } from '../../messages/port';

/** What this page knows of what is kept fresh, what it costs, and what was read. */
export type KeepingShown = {
  /** null until the background has answered. */
  readonly keeping: Keeping | null;
  /** Bytes that this browser keeps for us and may keep; null where it does not tell. */
  readonly storage: { readonly used: number; readonly quota: number } | null;
  /** The latest calls, as far as they were asked for; null: the log is not open. */
  readonly reads: readonly ReadEntry[] | null;
  /** There are older ones. */
  readonly more: boolean;
  readonly cleared: boolean;
};

export type KeepingSession = {
  readonly store: StoreApi<KeepingShown>;
  readonly load: () => Promise<void>;
  readonly change: (change: KeepingChange) => Promise<void>;
  readonly unpin: (record: CachedRecord) => Promise<void>;
  readonly toldOfRoom: () => Promise<void>;
  /** Opens the log, or shows older calls. */
  readonly olderReads: () => Promise<void>;
  /** The whole log, oldest call first. */
  readonly allReads: () => Promise<readonly ReadEntry[]>;
  readonly clearReads: () => Promise<void>;
};

type Estimate = () => Promise<{ readonly usage?: number; readonly quota?: number }>;

/** @param estimate - what the browser says of the room we take */
export function keepingSession(background: Pick<PageClient, 'call' | 'on'>, estimate: Estimate): KeepingSession {
  const store = createStore<KeepingShown>(() => ({
    keeping: null,
    storage: null,
    reads: null,
    more: false,
    cleared: false,
  }));
  background.on('ahead', (ahead) => {
    const { keeping } = store.getState();
    if (keeping) store.setState({ keeping: { ...keeping, ahead } });
  });
  /** What cannot be asked stays as it was: the page says elsewhere that it is cut off. */
  const attempt = async (work: () => Promise<Partial<KeepingShown>>): Promise<void> => {
    try {
      store.setState(await work());
    } catch {}
  };
  const load = () =>
    attempt(async () => {
      const [keeping, { usage, quota }] = await Promise.all([background.call('keeping', null), estimate()]);
      return { keeping, storage: usage === undefined || quota === undefined ? null : { used: usage, quota } };
    });
  return {
    store,
    load,
    change: (change) => attempt(async () => ({ keeping: await background.call('keep', change) })),
    async unpin({ key }) {
      await attempt(async () => {
        await background.call('pin', { key, pinned: false });
        return {};
      });
      await load();
    },
    async toldOfRoom() {
      await attempt(async () => {
        await background.call('toldOfRoom', null);
        return {};
      });
      await load();
    },
    olderReads: () =>
      attempt(async () => {
        const before = store.getState().reads;
        const page = await background.call('reads', { before: before?.at(-1)?.place ?? null });
        return { reads: [...(before ?? []), ...page], more: page.length > 0, cleared: false };
      }),
    async allReads() {
      const all: ReadEntry[] = [];
      for (;;) {
        const page = await background.call('reads', { before: all.at(-1)?.place ?? null });
        if (page.length === 0) return all.reverse();
        all.push(...page);
      }
    },
    async clearReads() {
      await attempt(async () => {
        await background.call('clearReads', null);
        return { reads: [], more: false, cleared: true };
      });
      await load();
    },
  };
}
