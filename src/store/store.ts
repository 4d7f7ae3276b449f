import type { Book } from '../core/model/book';
import type { CompanyDossier } from '../core/model/company';
import type { Dossier } from '../core/model/dossier';
import type { RecordKey, RecordRef } from '../core/model/record-ref';
import { withRoom } from './retention';
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
  readonly keepDossier: (key: RecordKey, ref: RecordRef, dossier: Dossier) => Promise<void>;
  /** Every cached record, newest first. */
  readonly dossiers: () => Promise<readonly StoredDossier[]>;
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
  /** Drops everything that came from one host, whoever read it and of whichever organisation there. */
  readonly forgetHost: (host: string) => Promise<void>;
  /** Drops everything that came from a CRM. Plans and settings are the user's own and stay. */
  readonly forgetAll: () => Promise<void>;
};

const FROM_CRM = ['dossiers', 'companies', 'books', 'norms', 'snapshots', 'connections'] as const;

const pageText = (of: Owned, page: number) => ownedText(of, `page ${page}`);

/** @param clock - milliseconds since 1970: only orders what was used when */
export function storeIn(database: Database, clock: () => number): Store {
  return {
    async dossier(key) {
      const kept = await database.get('dossiers', recordKeyText(key));
      return kept?.dossier ?? null;
    },
    keepDossier: (key, ref, dossier) =>
      withRoom(database, () => database.put('dossiers', { key, ref, dossier, usedAt: clock() }, recordKeyText(key))),
    async dossiers() {
      return (await database.getAllFromIndex('dossiers', 'usedAt')).reverse();
    },
    async company(key) {
      const kept = await database.get('companies', recordKeyText(key));
      return kept?.company ?? null;
    },
    keepCompany: (key, ref, company) =>
      withRoom(database, () => database.put('companies', { key, ref, company, usedAt: clock() }, recordKeyText(key))),
    async book(of, rep) {
      return (await database.get('books', ownedText(of, rep)))?.book ?? null;
    },
    keepBook: ({ crm, organisation, user }, rep, book) => {
      const owned = { crm, organisation, user };
      return withRoom(database, () =>
        database.put('books', { ...owned, rep, book, usedAt: clock() }, ownedText(owned, rep)),
      );
    },
    norms: async (of) => (await database.get('norms', ownedText(of))) ?? null,
    keepNorms: (norms) => withRoom(database, () => database.put('norms', norms, ownedText(norms))),
    lessonPage: async (of, page) => (await database.get('norms', pageText(of, page)))?.norms ?? null,
    keepLessonPage: ({ crm, organisation, user }, page, content, asOf) => {
      const owned = { crm, organisation, user };
      return withRoom(database, () => database.put('norms', { ...owned, norms: content, asOf }, pageText(owned, page)));
    },
    calibration: async (of) => (await database.get('norms', ownedText(of, 'calibration')))?.norms ?? null,
    keepCalibration: ({ crm, organisation, user }, content, asOf) => {
      const owned = { crm, organisation, user };
      return withRoom(database, () =>
        database.put('norms', { ...owned, norms: content, asOf }, ownedText(owned, 'calibration')),
      );
    },
    snapshot: async (key) => (await database.get('snapshots', recordKeyText(key))) ?? null,
    keepSnapshot: (seen) => withRoom(database, () => database.put('snapshots', seen, recordKeyText(seen.key))),
    connection: async (host) => (await database.get('connections', host)) ?? null,
    connections: () => database.getAll('connections'),
    keepConnection: (connection) => withRoom(database, () => database.put('connections', connection, connection.host)),
    plans: () => database.getAll('plans'),
    keepPlan: (plan) => withRoom(database, () => database.put('plans', plan, plan.id)),
    removePlan: (id) => database.delete('plans', id),
    setting: async (name) => (await database.get('settings', name))?.value,
    keepSetting: (name, value) => withRoom(database, () => database.put('settings', { name, value }, name)),
    async forget(key) {
      const names = ['dossiers', 'companies', 'snapshots'] as const;
      const transaction = database.transaction(names, 'readwrite');
      await Promise.all(names.map((name) => transaction.objectStore(name).delete(recordKeyText(key))));
      await transaction.done;
    },
    async forgetHost(host) {
      const transaction = database.transaction(FROM_CRM, 'readwrite');
      const isThere = (organisation: unknown) => organisation === host || String(organisation).startsWith(`${host}#`);
      for (const name of FROM_CRM) {
        for (let at = await transaction.objectStore(name).openCursor(); at; at = await at.continue()) {
          const kept: { readonly organisation?: string; readonly key?: { readonly organisation: string } } = at.value;
          if (isThere(kept.organisation ?? kept.key?.organisation)) await at.delete();
        }
      }
      await transaction.done;
    },
    async forgetAll() {
      const transaction = database.transaction(FROM_CRM, 'readwrite');
      await Promise.all(FROM_CRM.map((name) => transaction.objectStore(name).clear()));
      await transaction.done;
    },
  };
}
