import type { DBSchema, IDBPDatabase } from 'idb';
import type { Book } from '../core/model/book';
import type { CompanyDossier } from '../core/model/company';
import type { DealLine } from '../core/model/deal-line';
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

/**
 * A deal as the list shows it, whether or not its dossier is kept: fifty thousand of them are listed and searched without opening
 * one dossier. What the indexes go by is written out, and left out where a line is not to be in one.
 */
export type StoredLine = {
  readonly key: RecordKey;
  readonly ref: RecordRef;
  readonly line: DealLine;
  /** The viewer's own open deal, as the CRM listed it: kept fresh. */
  readonly own: boolean;
  readonly pinned: boolean;
  /** When the dossier was read, by the CRM's clock; null where none is kept. */
  readonly readAt: Instant | null;
  /** What `line.changedAt` was when the dossier was read; null where none is kept. */
  readonly readStamp: Instant | null;
  /** When somebody last looked at it, milliseconds since 1970; 0: nobody yet. */
  readonly usedAt: number;
  /** Place in the list: last looked at first, then by name; its second part is what is searched. */
  readonly place: readonly [order: number, text: string, key: string];
  /** Only where a dossier is kept: `usedAt`, by which the longest unused makes room. */
  readonly drops?: number;
  /** Only where it is kept fresh: whose it is. */
  readonly tended?: string;
  /** Only where its dossier has to be read: whose it is, pinned ones first, then by close date. */
  readonly due?: readonly [owner: string, order: string];
};

/** How far the reading ahead of one user's deals has come; its form belongs to the one who reads. */
export type StoredSync = Owned & { readonly sync: unknown };

/** Calls to one host of a CRM, and how it took them; the form belongs to the one who counts. */
export type StoredCalls = { readonly host: string; readonly calls: unknown };

/** One call, as the log of what was read keeps it: names of objects and fields, never a value or an id of anybody's. */
export type StoredRead = {
  readonly at: Instant;
  readonly host: string;
  /** Read ahead of anybody's asking. */
  readonly ahead: boolean;
  /** HTTP status of the answer; null where none came. */
  readonly status: number | null;
  /** Size of the answer, in bytes of UTF-8. */
  readonly bytes: number;
  readonly reads: readonly {
    readonly object: string;
    readonly fields: readonly string[];
    readonly count: number | null;
  }[];
};

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
  lines: {
    key: string;
    value: StoredLine;
    indexes: { place: [number, string, string]; drops: number; tended: string; due: [string, string] };
  };
  syncs: { key: string; value: StoredSync };
  calls: { key: string; value: StoredCalls };
  reads: { key: number; value: StoredRead };
}

export type Database = IDBPDatabase<Schema>;

/** @example recordKeyText(key) // 'salesforce/00D…/005…/006…' */
export function recordKeyText({ crm, organisation, user, id }: RecordKey): string {
  return [crm, organisation, user, id].join('/');
}

export function ownedText({ crm, organisation, user }: Owned, ...more: readonly string[]): string {
  return [crm, organisation, user, ...more].join('/');
}
