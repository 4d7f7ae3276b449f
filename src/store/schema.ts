import type { DBSchema, IDBPDatabase } from 'idb';
import type { Book } from '../core/model/book';
import type { CompanyDossier } from '../core/model/company';
import type { Dossier } from '../core/model/dossier';
import type { Crm, RecordKey, RecordRef } from '../core/model/record-ref';
import type { Instant } from '../core/value/instant';

/** Whose a cached thing is: one user of one organisation of one CRM. Two of them never mix. */
export type Owned = { readonly crm: Crm; readonly organisation: string; readonly user: string };

export type StoredDossier = {
  readonly key: RecordKey;
  readonly ref: RecordRef;
  readonly dossier: Dossier;
  /** When somebody last looked at it: what is dropped first when the disk is full. */
  readonly usedAt: number;
};

export type StoredCompany = {
  readonly key: RecordKey;
  readonly ref: RecordRef;
  readonly company: CompanyDossier;
  readonly usedAt: number;
};

export type StoredBook = Owned & { readonly rep: string; readonly book: Book; readonly usedAt: number };

/** What was learned from an organisation's closed deals; its form belongs to the one who learns. */
export type StoredNorms = Owned & { readonly norms: unknown; readonly asOf: Instant };

/** The deal as a viewer last saw it. */
export type StoredSnapshot = { readonly key: RecordKey; readonly snapshot: unknown; readonly at: Instant };

/** Who and what stands behind a host of a CRM. Never a session. */
export type StoredConnection = Owned & {
  readonly host: string;
  readonly facts: unknown;
  /** The CRM's clock minus the machine's, in milliseconds. */
  readonly clockOffset: number;
  readonly at: Instant;
};

/** A comp plan on the shelf, as it was imported. */
export type StoredPlan = { readonly id: string; readonly fileName: string; readonly text: string };

export type StoredSetting = { readonly name: string; readonly value: unknown };

export interface Schema extends DBSchema {
  dossiers: { key: string; value: StoredDossier; indexes: { usedAt: number } };
  companies: { key: string; value: StoredCompany; indexes: { usedAt: number } };
  books: { key: string; value: StoredBook; indexes: { usedAt: number } };
  norms: { key: string; value: StoredNorms };
  snapshots: { key: string; value: StoredSnapshot };
  connections: { key: string; value: StoredConnection };
  plans: { key: string; value: StoredPlan };
  settings: { key: string; value: StoredSetting };
}

export type Database = IDBPDatabase<Schema>;

/** @example recordKeyText(key) // 'salesforce/00D…/005…/006…' */
export function recordKeyText({ crm, organisation, user, id }: RecordKey): string {
  return [crm, organisation, user, id].join('/');
}

export function ownedText({ crm, organisation, user }: Owned, ...more: readonly string[]): string {
  return [crm, organisation, user, ...more].join('/');
}
