import type { CrmProblem } from '../core/model/crm-problem';
import type { RecordKey, RecordRef } from '../core/model/record-ref';
import type { PlanProblem } from '../core/pay/plan/problem';
import type { Instant } from '../core/value/instant';
import type { Result } from '../core/value/result';
import type { Reading } from './reading';

/** A cached opportunity in the library's list. */
export type CachedRecord = {
  readonly key: RecordKey;
  readonly ref: RecordRef;
  readonly name: string;
  readonly account: string | null;
  readonly owner: string | null;
  readonly asOf: Instant;
};

/** A comp plan on the shelf. At most one is active. */
export type PlanCard = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly active: boolean;
  readonly shipped: boolean;
  readonly warnings: readonly PlanProblem[];
};

/**
 * What our pages - panel, library, options - may ask of the background: call -> [request, answer].
 * Only frames and tabs of the extension's own origin are heard.
 */
export type PageCalls = {
  /** Show this record: answers at once from the store, then `reading` is pushed at each change until the next `watch` or `unwatch`. */
  watch: [request: { readonly ref: RecordRef }, answer: Reading];
  unwatch: [request: null, answer: null];
  /** Read the record again now. Answers when the read has ended; what it found is pushed. */
  refresh: [request: { readonly ref: RecordRef }, answer: Result<null, CrmProblem>];
  /** The user has just allowed the session of this host to be used: try it. */
  connect: [request: { readonly host: string }, answer: Result<null, CrmProblem>];
  /** Everything in the cache, newest first. */
  cached: [request: null, answer: readonly CachedRecord[]];
  forget: [request: { readonly key: RecordKey }, answer: null];
  forgetAll: [request: null, answer: null];
  plans: [request: null, answer: readonly PlanCard[]];
  /** Check a comp plan file and put it on the shelf. A refused plan changes nothing. */
  importPlan: [
    request: { readonly fileName: string; readonly text: string },
    answer: Result<PlanCard, readonly PlanProblem[]>,
  ];
  /** Use this plan, or none. */
  activatePlan: [request: { readonly id: string | null }, answer: readonly PlanCard[]];
  removePlan: [request: { readonly id: string }, answer: readonly PlanCard[]];
  /** Open the options in a tab: a frame inside a page can do so in one browser only. */
  openOptions: [request: null, answer: null];
  /** The panel's own close button and resize handle: passed on to the content script of the frame's tab. */
  dock: [request: DockChange, answer: null];
};

export type PageCall = keyof PageCalls;

/** What the background tells a page that watches, unasked. */
export type PagePushes = {
  reading: Reading;
};

export type DockChange = { readonly open: false } | { readonly width: number };

/** Background to content script of a tab. */
export type ContentCalls = {
  /** The keyboard command or the toolbar button: open the dock if it is closed, close it if it is open. */
  toggle: null;
  dock: DockChange;
};
