import type { Instant } from './instant';
import type { Source } from './source';

/** Why a value is not there. */
export type MissingReason =
  /** The user's permissions hide it. */
  | 'hidden'
  /** The organisation does not use the feature. */
  | 'feature-off'
  /** The field is there and empty. */
  | 'not-recorded'
  /** Nobody has asked yet. */
  | 'not-yet-read'
  /** The CRM answered with something that could not be understood. */
  | 'not-readable'
  /** There is too little history to say. */
  | 'too-few'
  /** The CRM may not be asked, and its page does not show it. */
  | 'not-shown';

export type Given<T> = { readonly value: T; readonly source: Source; readonly asOf: Instant };
export type Missing = { readonly missing: MissingReason; readonly source?: Source; readonly asOf?: Instant };

/** A value with where and when it was read, or the reason why there is none. Never 0 or '' in place of the unknown. */
export type Known<T> = Given<T> | Missing;

export function given<T>(value: T, source: Source, asOf: Instant): Given<T> {
  return { value, source, asOf };
}

export function missing(reason: MissingReason, source?: Source, asOf?: Instant): Missing {
  return { missing: reason, ...(source && { source }), ...(asOf && { asOf }) };
}

export function isGiven<T>(known: Known<T>): known is Given<T> {
  return 'value' in known;
}

/** Whether it is unknown only because the CRM may not be asked: then nothing says that it is not there. */
export function isNotShown(known: Known<unknown>): boolean {
  return !isGiven(known) && known.missing === 'not-shown';
}

/** The value, or `undefined` where it is missing: for places that have said elsewhere why. */
export function ifGiven<T>(known: Known<T>): T | undefined {
  return isGiven(known) ? known.value : undefined;
}

/** The same knowledge of something worked out from the value. */
export function mapKnown<T, U>(known: Known<T>, work: (value: T) => U): Known<U> {
  return isGiven(known) ? { ...known, value: work(known.value) } : known;
}
