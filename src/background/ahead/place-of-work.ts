import type { Instant } from '../../core/value/instant';
import type { ChangeMark } from '../../crm/port';
import type { Owned } from '../../store/schema';
import type { Store } from '../../store/store';

/** How far the reading ahead of one user's deals has come. After every call it is kept, and gone on from there. */
export type Work = {
  readonly format: 1;
  /** Where listing goes on; null: the list is whole up to `until`. */
  readonly mark: ChangeMark | null;
  /** Up to when the list is whole, by the CRM's clock; null: it never was. */
  readonly until: Instant | null;
  /** When it was made whole, by the machine's own clock: milliseconds since 1970. */
  readonly wholeAt: number;
  /** When the listing that is under way was begun, by the CRM's clock. */
  readonly begun: Instant | null;
  readonly listed: number;
  readonly of: number | null;
  /** The last id that was looked after beside the viewer's own changes: the next round goes on behind it. */
  readonly among: string | null;
  /** The storage was full: nothing more is read ahead until the user says so. */
  readonly full: boolean;
};

const NEW: Work = {
  format: 1,
  mark: { since: null, place: null },
  until: null,
  wholeAt: 0,
  begun: null,
  listed: 0,
  of: null,
  among: null,
  full: false,
};

export async function workOf(store: Pick<Store, 'sync'>, of: Owned): Promise<Work> {
  const kept = (await store.sync(of)) as Work | null;
  return kept?.format === 1 ? kept : NEW;
}
