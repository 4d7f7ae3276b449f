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
    hostile: false,
  };
}
