import type { DealLine } from '../core/model/deal-line';
import type { RecordKey, RecordRef } from '../core/model/record-ref';
import { indexed, plain } from './line';
import { withRoom } from './retention';
import { type Database, type Owned, ownedText, recordKeyText, type StoredLine } from './schema';

/** Where a page of the list ended. */
export type PlaceInList = StoredLine['place'];

export type LinePage = {
  readonly lines: readonly StoredLine[];
  /** Where the next page begins; null: that was the last. */
  readonly next: PlaceInList | null;
};

/** The list of all deals that are known, one small line each. */
export type Lines = {
  /**
   * A page of the list: last looked at first, then by name.
   *
   * @param query - words that all have to be found in name, account or owner; '' for all
   */
  readonly page: (query: string, after: PlaceInList | null, size: number) => Promise<LinePage>;
  readonly count: () => Promise<number>;
  readonly line: (key: RecordKey) => Promise<StoredLine | null>;
  /** Takes in lines as the CRM lists them, all in one transaction. Which are the viewer's own, `own` says. */
  readonly keep: (
    of: Owned,
    host: string,
    lines: readonly DealLine[],
    own: (line: DealLine) => boolean,
  ) => Promise<void>;
  /** Drops deals that this user may not see any more, with all that is kept of them. */
  readonly drop: (of: Owned, ids: readonly string[]) => Promise<void>;
  /** How many deals of a user are kept fresh, and how many of those have to be read. */
  readonly tended: (of: Owned) => Promise<number>;
  readonly tendedInAll: () => Promise<number>;
  readonly due: (of: Owned) => Promise<number>;
  /** The next that have to be read: pinned ones, then by close date. */
  readonly nextDue: (of: Owned, most: number) => Promise<readonly StoredLine[]>;
  /** Ids of those that are kept fresh, in order, after one of them. */
  readonly tendedIds: (of: Owned, after: string | null, most: number) => Promise<readonly string[]>;
  /** Pins a deal, or takes the pin out: a pinned one is kept fresh and never dropped. */
  readonly pin: (key: RecordKey, pinned: boolean) => Promise<void>;
  readonly pinned: () => Promise<readonly StoredLine[]>;
  /** Somebody looks at it now. */
  readonly look: (key: RecordKey) => Promise<void>;
};

/** Lines that are looked through at a time for what is searched. */
const LOOKED_THROUGH = 1000;

/** @param clock - milliseconds since 1970 */
export function linesIn(database: Database, clock: () => number): Lines {
  const change = async (key: RecordKey, to: (line: StoredLine) => StoredLine): Promise<void> => {
    const transaction = database.transaction('lines', 'readwrite');
    const kept = await transaction.store.get(recordKeyText(key));
    if (kept) await transaction.store.put(to(kept), recordKeyText(key));
    await transaction.done;
  };
  return {
    async page(query, after, size) {
      const words = plain(query).split(/\s+/).filter(Boolean);
      const found: StoredLine[] = [];
      let from = after;
      for (;;) {
        const range = from === null ? null : IDBKeyRange.lowerBound([...from], true);
        const most = words.length === 0 ? size + 1 : LOOKED_THROUGH;
        const some = await database.getAllFromIndex('lines', 'place', range, most);
        for (const line of some) {
          if (words.every((word) => line.place[1].includes(word))) found.push(line);
          if (found.length > size) return { lines: found.slice(0, size), next: found[size - 1]?.place ?? null };
        }
        const last = some.at(-1);
        if (some.length < most || !last) return { lines: found, next: null };
        from = last.place;
      }
    },
    count: () => database.count('lines'),
    line: async (key) => (await database.get('lines', recordKeyText(key))) ?? null,
    async keep({ crm, organisation, user }, host, lines, own) {
      const write = async () => {
        const transaction = database.transaction('lines', 'readwrite');
        await Promise.all(
          lines.map(async (line) => {
            const key = { crm, organisation, user, id: line.id };
            const ref: RecordRef = { crm, host, kind: 'opportunity', id: line.id };
            const at = recordKeyText(key);
            const kept = await transaction.store.get(at);
            const { pinned, readAt, readStamp, usedAt } = kept ?? NEW;
            const facts = { key, ref: kept?.ref ?? ref, line, own: own(line), pinned, readAt, readStamp, usedAt };
            await transaction.store.put(indexed(facts), at);
          }),
        );
        await transaction.done;
      };
      await withRoom(database, write, clock);
    },
    async drop({ crm, organisation, user }, ids) {
      const transaction = database.transaction(['lines', 'dossiers', 'snapshots'], 'readwrite');
      for (const id of ids) {
        const at = recordKeyText({ crm, organisation, user, id });
        for (const name of ['lines', 'dossiers', 'snapshots'] as const) await transaction.objectStore(name).delete(at);
      }
      await transaction.done;
    },
    tended: (of) => database.countFromIndex('lines', 'tended', ownedText(of)),
    tendedInAll: () => database.countFromIndex('lines', 'tended'),
    due: (of) => database.countFromIndex('lines', 'due', dueOf(of)),
    nextDue: (of, most) => database.getAllFromIndex('lines', 'due', dueOf(of), most),
    async tendedIds(of, after, most) {
      const keys = await database.getAllKeysFromIndex('lines', 'tended', ownedText(of));
      const ids = keys.map((key) => key.slice(key.lastIndexOf('/') + 1));
      return ids.filter((id) => after === null || id > after).slice(0, most);
    },
    pin: (key, pinned) => change(key, (line) => indexed({ ...line, pinned })),
    async pinned() {
      const all = await database.getAllFromIndex('lines', 'tended');
      return all.filter(({ pinned }) => pinned);
    },
    look: (key) => change(key, (line) => (line.readAt === null ? line : indexed({ ...line, usedAt: clock() }))),
  };
}

const NEW = { pinned: false, readAt: null, readStamp: null, usedAt: 0 };

/** All that are due for a user: their keys begin with whose they are. */
function dueOf(of: Owned): IDBKeyRange {
  return IDBKeyRange.bound([ownedText(of)], [ownedText(of), '\uffff']);
}
