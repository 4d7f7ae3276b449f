import type { RecordKey, RecordRef } from '../core/model/record-ref';
import type { Instant } from '../core/value/instant';
import type { CachedRecord } from './cards/cached-record';

/** Why nothing is read ahead just now. */
export type Pause =
  /** Switched off in the options. */
  | 'off'
  /** Stopped by the user, to be gone on with by the user. */
  | 'stopped'
  /** The browser's storage is full. */
  | 'full'
  /** No page of ours is looked at: the user's session is not kept alive by us. */
  | 'away'
  /** Our share of the organisation's calls is used up for today. */
  | 'share'
  /** The organisation as a whole has used most of its calls. */
  | 'organisation'
  /** The CRM asked to be left alone for a while. */
  | 'pressed'
  /** The CRM cannot be reached, or not by this user. */
  | 'unreachable';

/** How the reading ahead of one user's deals stands. */
export type Ahead = {
  readonly host: string;
  /** The user's name; null where the CRM does not tell it. */
  readonly user: string | null;
  readonly is: 'reading' | 'fresh' | Pause;
  /** What is read, or would be next: the key of a phrase. */
  readonly what: string;
  readonly done: number;
  /** null while the CRM has not said how many there are. */
  readonly of: number | null;
  /** Milliseconds that the rest takes at the rate measured so far; null while that cannot be told. */
  readonly left: number | null;
  /** When it goes on by itself, where that is known. */
  readonly until: Instant | null;
};

/** Calls to one host of a CRM. */
export type CallsCard = {
  readonly host: string;
  /** Ours today (UTC), and those of them that were made ahead of anybody's asking. */
  readonly own: number;
  readonly ahead: number;
  /** How many may be ours today before reading ahead waits for tomorrow. */
  readonly allowed: number;
  /** All calls of the organisation in its last 24 hours, as it told; null where it did not. */
  readonly organisation: { readonly used: number; readonly limit: number; readonly at: Instant } | null;
};

/** What is kept fresh, what it may cost, and what it does. */
export type Keeping = {
  readonly on: boolean;
  /** Our share of the organisation's daily calls, 0..1. */
  readonly share: number;
  readonly ahead: readonly Ahead[];
  readonly calls: readonly CallsCard[];
  readonly pinned: readonly CachedRecord[];
  /** Deals in the list, and those of them that are kept fresh. */
  readonly deals: number;
  readonly tended: number;
  /** Calls in the log of what was read. */
  readonly reads: number;
  /** Deals that had to make room since the user was last told. */
  readonly roomMade: RoomMadeCard | null;
};

export type RoomMadeCard = { readonly at: Instant; readonly deals: number };

export type KeepingChange = {
  readonly on?: boolean;
  readonly share?: number;
  readonly stopped?: boolean;
};

/** A call in the log of what was read: names of objects and fields, no values. `place` orders them: higher is later. */
export type ReadEntry = {
  readonly place: number;
  readonly at: Instant;
  readonly host: string;
  readonly ahead: boolean;
  readonly status: number | null;
  readonly bytes: number;
  readonly reads: readonly {
    readonly object: string;
    readonly fields: readonly string[];
    readonly count: number | null;
  }[];
};

/** A page of the library's list. */
export type CachedPage = {
  readonly records: readonly CachedRecord[];
  /** What to ask the next page with; null: that was the last. */
  readonly next: PlaceInShelf | null;
  /** How many there are in all, found or not. */
  readonly all: number;
  readonly roomMade: RoomMadeCard | null;
};

export type PlaceInShelf = readonly [order: number, text: string, key: string];

/** Calls about what is read ahead, kept and logged. */
export type AheadCalls = {
  /** A page of what is in the cache, last looked at first; `query` is words that all have to be found. */
  cached: [request: { readonly query: string; readonly after: PlaceInShelf | null }, answer: CachedPage];
  /** Pin a deal, so that it is kept fresh and never dropped, or take the pin out. */
  pin: [request: { readonly key: RecordKey; readonly pinned: boolean }, answer: null];
  /** A sign of the user: this page of ours is looked at just now, or not any more. */
  present: [request: { readonly visible: boolean }, answer: null];
  /**
   * See whether this record was touched in the CRM since it was read, and read it again where it was. `not-now`: nobody is in its tab,
   * or no call may be made for it.
   */
  recheck: [request: { readonly ref: RecordRef }, answer: 'changed' | 'same' | 'not-now'];
  keeping: [request: null, answer: Keeping];
  keep: [request: KeepingChange, answer: Keeping];
  /** The user has been told of the room that was made. */
  toldOfRoom: [request: null, answer: null];
  /** The latest calls in the log before a place; null: from the end. */
  reads: [request: { readonly before: number | null }, answer: readonly ReadEntry[]];
  clearReads: [request: null, answer: null];
};
