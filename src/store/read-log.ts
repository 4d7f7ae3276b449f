import type { Database, StoredRead } from './schema';

/** Calls that the log holds at most: the oldest make way. */
const MOST_READS = 10_000;

/** A call in the log, and its place there: higher is later. */
export type LoggedRead = StoredRead & { readonly place: number };

/** The log of what was read, and beside it how many calls each host was sent: one call is entered in both at once. */
export type ReadLog = {
  /**
   * Enters a call.
   *
   * @param counted - what is kept of the host's calls, from what was kept of them before
   */
  readonly enter: (read: StoredRead, counted: (before: unknown) => unknown) => Promise<void>;
  readonly calls: (host: string) => Promise<unknown>;
  readonly allCalls: () => Promise<readonly { readonly host: string; readonly calls: unknown }[]>;
  /** The latest calls before a place, latest first; null: from the end. */
  readonly page: (before: number | null, size: number) => Promise<readonly LoggedRead[]>;
  readonly count: () => Promise<number>;
  readonly clear: () => Promise<void>;
};

export function readLogIn(database: Database, most: number = MOST_READS): ReadLog {
  return {
    async enter(read, counted) {
      const transaction = database.transaction(['calls', 'reads'], 'readwrite');
      const calls = transaction.objectStore('calls');
      const reads = transaction.objectStore('reads');
      const before = (await calls.get(read.host))?.calls ?? null;
      await calls.put({ host: read.host, calls: counted(before) }, read.host);
      const place = await reads.add(read);
      if (place > most) await reads.delete(IDBKeyRange.upperBound(place - most));
      await transaction.done;
    },
    calls: async (host) => (await database.get('calls', host))?.calls ?? null,
    allCalls: () => database.getAll('calls'),
    async page(before, size) {
      const transaction = database.transaction('reads');
      const range = before === null ? null : IDBKeyRange.upperBound(before, true);
      const last = await transaction.store.openKeyCursor(range, 'prev');
      if (!last) return [];
      // Places follow each other without a gap, so that the latest can be asked for as one range.
      const wanted = IDBKeyRange.bound(last.primaryKey - size + 1, last.primaryKey);
      const [places, reads] = await Promise.all([
        transaction.store.getAllKeys(wanted),
        transaction.store.getAll(wanted),
      ]);
      return reads.map((read, n) => ({ ...read, place: places[n] ?? 0 })).reverse();
    },
    count: () => database.count('reads'),
    clear: () => database.clear('reads'),
  };
}
