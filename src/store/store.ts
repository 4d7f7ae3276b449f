import type { Book } from '../core/model/book';
import type { CompanyDossier } from '../core/model/company';
import type { Dossier } from '../core/model/dossier';
import type { RecordKey, RecordRef } from '../core/model/record-ref';
import { dossiersIn } from './dossiers';
import { type BegunStore, begunStore, forgetting } from './forgetting';
import { FROM_CRM, forgetHostIn } from './host';
import { afterReading } from './line';
import { type Lines, linesIn } from './lines';
import { type ReadLog, readLogIn } from './read-log';
import { ROOM_MADE, type RoomMade, withRoom } from './retention';
import {
  type Database,
  type Owned,
  ownedText,
  recordKeyText,
  type StoredConnection,
  type StoredDossier,
  type StoredNorms,
  type StoredPlan,
  type StoredSnapshot,
} from './schema';

/** The cache. One writer: the background. Everything of a CRM's is kept under organisation, user and record. */
export type Store = {
  readonly dossier: (key: RecordKey) => Promise<Dossier | null>;
  /** Keeps what somebody has just looked at, and its line in the list. */
  readonly keepDossier: (key: RecordKey, ref: RecordRef, dossier: Dossier) => Promise<void>;
  /** Keeps what was read ahead, all in one transaction. Returns how many others had to make room. */
  readonly keepDossiers: (
    of: Owned,
    dossiers: readonly { readonly ref: RecordRef; readonly dossier: Dossier }[],
  ) => Promise<number>;
  /** The list of all deals, without opening one dossier. */
  readonly lines: Lines;
  readonly reads: ReadLog;
  /** How far reading ahead has come; null: it has not begun. Its form belongs to the one who reads. */
  readonly sync: (of: Owned) => Promise<unknown>;
  readonly keepSync: (of: Owned, sync: unknown) => Promise<void>;
  /** Deals that had to make room since the user was last told; null: none. */
  readonly roomMade: () => Promise<RoomMade | null>;
  readonly roomToldOf: () => Promise<void>;
  /** Every cached record, newest first. */
  readonly dossiers: () => Promise<readonly StoredDossier[]>;
  /** Those of one user, in no order that means anything, some at a time: nobody waits for all of them to be read. */
  readonly dossiersOf: (of: Owned) => AsyncIterable<StoredDossier>;
  readonly company: (key: RecordKey) => Promise<CompanyDossier | null>;
  readonly keepCompany: (key: RecordKey, ref: RecordRef, company: CompanyDossier) => Promise<void>;
  readonly book: (of: Owned, rep: string) => Promise<Book | null>;
  readonly keepBook: (of: Owned, rep: string, book: Book) => Promise<void>;
  readonly norms: (of: Owned) => Promise<StoredNorms | null>;
  readonly keepNorms: (norms: StoredNorms) => Promise<void>;
  /** A page of what the norms were made from, from 0; null where there is none. Kept apart: a hundred thousand deals are read in once a day, the norms at every look. */
  readonly lessonPage: (of: Owned, page: number) => Promise<unknown>;
  readonly keepLessonPage: (of: Owned, page: number, content: unknown, asOf: StoredNorms['asOf']) => Promise<void>;
  /** How the odds have done, as it was worked out last; null where it was not. Its form belongs to the one who works it out. */
  readonly calibration: (of: Owned) => Promise<unknown>;
  readonly keepCalibration: (of: Owned, content: unknown, asOf: StoredNorms['asOf']) => Promise<void>;
  readonly snapshot: (key: RecordKey) => Promise<StoredSnapshot | null>;
  readonly keepSnapshot: (snapshot: StoredSnapshot) => Promise<void>;
  readonly connection: (host: string) => Promise<StoredConnection | null>;
  readonly connections: () => Promise<readonly StoredConnection[]>;
  readonly keepConnection: (connection: StoredConnection) => Promise<void>;
  readonly plans: () => Promise<readonly StoredPlan[]>;
  readonly keepPlan: (plan: StoredPlan) => Promise<void>;
  readonly removePlan: (id: string) => Promise<void>;
  readonly setting: (name: string) => Promise<unknown>;
  readonly keepSetting: (name: string, value: unknown) => Promise<void>;
  /** Drops a record, and what was seen of it. */
  readonly forget: (key: RecordKey) => Promise<void>;
  /**
   * Drops everything that was read from one host of a CRM's pages, whoever read it and of whichever organisation there. What the same
   * user read through another host stays.
   */
  readonly forgetHost: (host: string) => Promise<void>;
  /** Drops everything that came from a CRM. Plans and settings are the user's own and stay. */
  readonly forgetAll: () => Promise<void>;
  /**
   * The same cache for work that begins now: once what it works for was forgotten, nothing more of it is kept.
   *
   * @param host - of the pages that it reads for; null: it reads for no one of them
   */
  readonly begun: (host: string | null) => BegunStore;
};

const pageText = (of: Owned, page: number) => ownedText(of, `page ${page}`);

/** @param clock - milliseconds since 1970: only orders what was used when */
export function storeIn(database: Database, clock: () => number): Store {
  const roomFor = (write: () => Promise<unknown>) => withRoom(database, write, clock);
  const room = async (write: () => Promise<unknown>): Promise<void> => void (await roomFor(write));
  const putDossiers = async (
    all: readonly { readonly key: RecordKey; readonly ref: RecordRef; readonly dossier: Dossier }[],
    usedAt: number,
  ) => {
    const transaction = database.transaction(['dossiers', 'lines'], 'readwrite');
    const lines = transaction.objectStore('lines');
    for (const { key, ref, dossier } of all) {
      const at = recordKeyText(key);
      const line = afterReading(await lines.get(at), key, ref, dossier, usedAt);
      await lines.put(line, at);
      await transaction.objectStore('dossiers').put({ key, ref, dossier, usedAt: line.usedAt }, at);
    }
    await transaction.done;
  };
  const forgotten = forgetting();
  const store: Omit<Store, 'begun'> = {
    lines: linesIn(database, clock),
    reads: readLogIn(database),
    sync: async (of) => (await database.get('syncs', ownedText(of)))?.sync ?? null,
    keepSync: ({ crm, organisation, user }, sync) => {
      const owned = { crm, organisation, user };
      return room(() => database.put('syncs', { ...owned, sync }, ownedText(owned)));
    },
    roomMade: async () => ((await database.get('settings', ROOM_MADE))?.value ?? null) as RoomMade | null,
    roomToldOf: () => database.delete('settings', ROOM_MADE),
    async dossier(key) {
      const kept = await database.get('dossiers', recordKeyText(key));
      return kept?.dossier ?? null;
    },
    keepDossier: (key, ref, dossier) => {
      const usedAt = clock();
      return room(() => putDossiers([{ key, ref, dossier }], usedAt));
    },
    keepDossiers: ({ crm, organisation, user }, dossiers) =>
      roomFor(() =>
        putDossiers(
          dossiers.map(({ ref, dossier }) => ({ key: { crm, organisation, user, id: ref.id }, ref, dossier })),
          0,
        ),
      ),
    dossiersOf: (of) => dossiersIn(database, of),
    async dossiers() {
      return (await database.getAllFromIndex('dossiers', 'usedAt')).reverse();
    },
    async company(key) {
      const kept = await database.get('companies', recordKeyText(key));
      return kept?.company ?? null;
    },
    keepCompany: (key, ref, company) =>
      room(() => database.put('companies', { key, ref, company, usedAt: clock() }, recordKeyText(key))),
    async book(of, rep) {
      return (await database.get('books', ownedText(of, rep)))?.book ?? null;
    },
    keepBook: ({ crm, organisation, user }, rep, book) => {
      const owned = { crm, organisation, user };
      return room(() => database.put('books', { ...owned, rep, book, usedAt: clock() }, ownedText(owned, rep)));
    },
    norms: async (of) => (await database.get('norms', ownedText(of))) ?? null,
    keepNorms: (norms) => room(() => database.put('norms', norms, ownedText(norms))),
    lessonPage: async (of, page) => (await database.get('norms', pageText(of, page)))?.norms ?? null,
    keepLessonPage: ({ crm, organisation, user }, page, content, asOf) => {
      const owned = { crm, organisation, user };
      return room(() => database.put('norms', { ...owned, norms: content, asOf }, pageText(owned, page)));
    },
    calibration: async (of) => (await database.get('norms', ownedText(of, 'calibration')))?.norms ?? null,
    keepCalibration: ({ crm, organisation, user }, content, asOf) => {
      const owned = { crm, organisation, user };
      return room(() => database.put('norms', { ...owned, norms: content, asOf }, ownedText(owned, 'calibration')));
    },
    snapshot: async (key) => (await database.get('snapshots', recordKeyText(key))) ?? null,
    keepSnapshot: (seen) => room(() => database.put('snapshots', seen, recordKeyText(seen.key))),
    connection: async (host) => (await database.get('connections', host)) ?? null,
    connections: () => database.getAll('connections'),
    keepConnection: (connection) => room(() => database.put('connections', connection, connection.host)),
    plans: () => database.getAll('plans'),
    keepPlan: (plan) => room(() => database.put('plans', plan, plan.id)),
    removePlan: (id) => database.delete('plans', id),
    setting: async (name) => (await database.get('settings', name))?.value,
    keepSetting: (name, value) => room(() => database.put('settings', { name, value }, name)),
    async forget(key) {
      forgotten.one(recordKeyText(key));
      const names = ['dossiers', 'lines', 'companies', 'snapshots'] as const;
      const transaction = database.transaction(names, 'readwrite');
      await Promise.all(names.map((name) => transaction.objectStore(name).delete(recordKeyText(key))));
      await transaction.done;
    },
    forgetHost: (host) => forgetHostIn(database, host, forgotten.one),
    async forgetAll() {
      forgotten.all();
      const transaction = database.transaction(FROM_CRM, 'readwrite');
      await Promise.all(FROM_CRM.map((name) => transaction.objectStore(name).clear()));
      await transaction.done;
    },
  };
  return { ...store, begun: (host) => begunStore(store, forgotten.begin(), host) };
}
