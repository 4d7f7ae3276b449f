import type { Failure } from './failures';
import { type Features, PLAIN } from './features';

/** A place where an answer is given the wrong shape: the query of this object, and what stands in place of its records. */
export type WrongShape = { readonly object: string; readonly records: unknown };

/** What tests can set wrong in the organisation. Nothing of it can be reached over the network. */
export type Switches = {
  /** Added to every API call, in milliseconds. */
  latency: number;
  /** The administrator lets only approved apps use the API. */
  apiBlocked: boolean;
  /** The organisation has used up its calls of the day. */
  limitReached: boolean;
  /** API calls are answered with a page of HTML, as a login wall or a proxy does. */
  html: boolean;
  /** API connections are dropped without an answer. */
  dropped: boolean;
  /** What the administrator has switched on. */
  readonly features: Features;
  /** Objects whose feature is off, beside `features`. */
  readonly off: Set<string>;
  /** Fields hidden from a user: `005…/Opportunity.Amount`, or from all: `Opportunity.Amount`. */
  readonly hidden: Set<string>;
  /** Records not shared with a user: `005…/006…`, or with anybody: `006…`. What hangs on a record goes with it. */
  readonly unshared: Set<string>;
  wrongShape: WrongShape | null;
  /** What goes wrong with certain calls, a number of times; see `failures.ts`. */
  readonly failures: Failure[];
  /** Calls whose address, written out, matches are answered so many milliseconds later. */
  slow: { readonly match: RegExp; readonly ms: number } | null;
  /** A validation rule: writing any of these fields is refused with the administrator's words. */
  validation: { readonly object: string; readonly fields: readonly string[]; readonly message: string } | null;
  /** Records that may not be written: `006…` by nobody, `005…/006…` by a user. */
  readonly readOnly: Set<string>;
  /** Child records in one batch of a sub-query. */
  childBatch: number;
  /** Lightning runs as a console: records open in tabs, those below them in sub-tabs. */
  console: boolean;
  /** The pages get a style sheet that tramples on everything. */
  hostile: boolean;
};

export function switches(features: Partial<Features> = {}): Switches {
  return {
    latency: 0,
    apiBlocked: false,
    limitReached: false,
    html: false,
    dropped: false,
    features: { ...PLAIN, ...features },
    off: new Set(),
    hidden: new Set(),
    unshared: new Set(),
    wrongShape: null,
    failures: [],
    slow: null,
    validation: null,
    readOnly: new Set(),
    childBatch: 2000,
    console: false,
    hostile: false,
  };
}
