import type { RecordRef } from '../../core/model/record-ref';
import type { Store } from '../../store/store';
import type { Place } from '../place';
import type { Reach } from '../reach/reach';
import { keyOf } from '../records/readings';
import type { Refresh } from '../records/refresh';
import { wishes } from './keeping';

export type RecheckParts = {
  readonly store: Store;
  /** The way whose calls go through the gate. */
  readonly reach: Reach;
  readonly refresh: Pick<Refresh, 'record' | 'isReading'>;
  /** Whether the tab is in front of a window that the user is in. */
  readonly isInFront: (tabId: number) => Promise<boolean>;
};

/**
 * Sees whether a record was touched since it was read, and reads it again where it was: a deal that is changed inside the CRM's page,
 * where no address changes, is right in the panel seconds later. One small call that counts as read ahead, so that it is not made when
 * nobody looks or the allowance is spent.
 */
export type Recheck = (place: Place, ref: RecordRef, tabId: number | null) => Promise<'changed' | 'same' | 'not-now'>;

export function rechecks({ store, reach, refresh, isInFront }: RecheckParts): Recheck {
  return async (place, ref, tabId) => {
    if (ref.kind !== 'opportunity' || tabId === null || !(await wishes(store)).on) return 'not-now';
    if (!(await isInFront(tabId))) return 'not-now';
    if (refresh.isReading(place, ref) || typeof (await reach.who(place)) === 'string') return 'not-now';
    const reached = await reach.to(place);
    if (!reached.ok || !reached.value.reader.touched) return 'not-now';
    const { reader, facts } = reached.value;
    const kept = await store.dossier(keyOf({ crm: place.crm, ...facts }, ref));
    if (!kept) return 'not-now';
    const touched = await reader.touched?.(ref, facts);
    if (!touched?.ok || touched.value === null) return 'not-now';
    if (touched.value < kept.asOf) return 'same';
    await refresh.record(place, ref);
    return 'changed';
  };
}
