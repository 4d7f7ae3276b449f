import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** One step from a version of the database to the next. It works on whatever the older version left, so it knows no types. */
export type Upgrade = (
  database: IDBPDatabase<unknown>,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

/**
 * Every step there ever was, oldest first; the version of the database is their number. A step that has been released is never
 * changed: another one follows it.
 */
export const UPGRADES: readonly Upgrade[] = [
  // 1: the first.
  (database) => {
    for (const name of ['dossiers', 'books']) {
      database.createObjectStore(name).createIndex('usedAt', 'usedAt');
    }
    for (const name of ['norms', 'snapshots', 'connections', 'plans', 'settings']) database.createObjectStore(name);
  },
];
