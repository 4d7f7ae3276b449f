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
  // 2: companies have a place of their own; deals that were read before know nothing yet of what is read of them since.
  async (database, transaction) => {
    database.createObjectStore('companies').createIndex('usedAt', 'usedAt');
    for (
      let cursor = await transaction.objectStore('dossiers').openCursor();
      cursor;
      cursor = await cursor.continue()
    ) {
      await cursor.update(withBlocksOf2(cursor.value));
    }
  },
  // 3: a line for every deal, the log of what was read, the count of calls, and how far reading ahead has come.
  async (database, transaction) => {
    const lines = database.createObjectStore('lines');
    for (const index of ['place', 'drops', 'tended', 'due']) lines.createIndex(index, index);
    for (const name of ['syncs', 'calls']) database.createObjectStore(name);
    database.createObjectStore('reads', { autoIncrement: true });
    let cursor = await transaction.objectStore('dossiers').openCursor();
    while (cursor) {
      await lines.put?.(firstLine(String(cursor.key), cursor.value), String(cursor.key));
      cursor = await cursor.continue();
    }
  },
  // 4: an offer says how far it has come and when it was made; those that were read before do not.
  async (_, transaction) => {
    let cursor = await transaction.objectStore('dossiers').openCursor();
    while (cursor) {
      const kept = cursor.value;
      await cursor.update?.({ ...kept, dossier: { ...kept.dossier, quotes: NOT_YET_READ } });
      cursor = await cursor.continue();
    }
  },
];

const NOT_YET_READ = { missing: 'not-yet-read' };

/** A kept deal of version 1 with the blocks that it lacks. */
function withBlocksOf2(kept: { dossier: { family: { value?: object } } }): unknown {
  const { dossier } = kept;
  const { family } = dossier;
  return {
    ...kept,
    dossier: {
      lookalikes: NOT_YET_READ,
      quotes: NOT_YET_READ,
      team: NOT_YET_READ,
      ...dossier,
      family: family.value
        ? { ...family, value: { deals: NOT_YET_READ, moreDeals: NOT_YET_READ, ...family.value } }
        : family,
    },
  };
}

type FirstDossier = {
  readonly key: unknown;
  readonly ref: { readonly id: string };
  readonly usedAt: number;
  readonly dossier: {
    readonly asOf: string;
    readonly opportunity: {
      readonly name: string;
      readonly outcome: string;
      readonly account: { readonly value?: { readonly name: string } };
      readonly owner: { readonly value?: { readonly id: string; readonly name: string } };
      readonly closeDate: { readonly value?: string };
    };
  };
};

/** The line of a dossier as the first version kept it. */
function firstLine(at: string, { key, ref, usedAt, dossier }: FirstDossier) {
  const { name, outcome, account, owner, closeDate } = dossier.opportunity;
  const text = [name, account.value?.name ?? '', owner.value?.name ?? ''].join(' ');
  return {
    key,
    ref,
    line: {
      id: ref.id,
      name,
      account: account.value?.name ?? null,
      owner: owner.value ?? null,
      outcome,
      closeDate: closeDate.value ?? null,
      changedAt: dossier.asOf,
    },
    own: false,
    pinned: false,
    readAt: dossier.asOf,
    readStamp: dossier.asOf,
    usedAt,
    place: [-usedAt, text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(), at],
    drops: usedAt,
  };
}
