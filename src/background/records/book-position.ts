import { type BookPosition, bookPosition } from '../../core/deal/process-level/matrix';
import type { Dossier } from '../../core/model/dossier';
import type { RecordRef } from '../../core/model/record-ref';
import type { Instant } from '../../core/value/instant';
import { ifGiven } from '../../core/value/known';
import type { CrmFacts } from '../../crm/port';
import type { StoredConnection } from '../../store/schema';
import type { Store } from '../../store/store';
import { keyOf } from './readings';

/**
 * Where the deals of a deal's owner stand between relationship and process, of those that this user opened on this machine; null
 * where the deal or its owner is not known. Other users' deals are never in it.
 */
export async function positionOfBook(
  store: Pick<Store, 'dossier' | 'dossiersOf'>,
  behind: StoredConnection,
  { id }: Pick<RecordRef, 'id'>,
  now: Instant,
): Promise<BookPosition | null> {
  const deal = await store.dossier(keyOf(behind, { id }));
  const owner = deal && ifGiven(deal.opportunity.owner)?.id;
  if (!deal || owner === undefined) return null;
  const theirs: Dossier[] = [];
  for await (const { dossier } of store.dossiersOf(behind)) {
    if (ifGiven(dossier.opportunity.owner)?.id === owner) theirs.push(dossier);
  }
  return bookPosition(theirs, [], deal.stages, { now, zone: (behind.facts as CrmFacts).zone });
}
