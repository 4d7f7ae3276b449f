import type { RecordKey, RecordRef } from '../../core/model/record-ref';
import type { Instant } from '../../core/value/instant';

/** A cached opportunity in the library's list. */
export type CachedRecord = {
  readonly key: RecordKey;
  readonly ref: RecordRef;
  readonly name: string;
  readonly account: string | null;
  readonly owner: string | null;
  /** When it was read; null where only its line in the list is kept. */
  readonly asOf: Instant | null;
  readonly pinned: boolean;
};
