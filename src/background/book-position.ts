import { type BookPosition, bookPosition } from '../core/deal/process-level/matrix';
import type { RecordRef } from '../core/model/record-ref';
import type { Instant } from '../core/value/instant';
import { ifGiven } from '../core/value/known';
import type { CrmFacts } from '../crm/port';
import { ownedText, type StoredConnection } from '../store/schema';
import type { Store } from '../store/store';

/**
 * Where the deals of a deal's owner stand between relationship and process, of those that this user opened on this machine; null
 * where the deal or its owner is not known. Other users' deals are never in it.
 */
export async function positionOfBook(
  store: Pick<Store, 'dossiers'>,
  behind: StoredConnection,
  { id }: Pick<RecordRef, 'id'>,
  now: Instant,
): Promise<BookPosition | null> {
  const seen = (await store.dossiers()).filter(({ key }) => ownedText(key) === ownedText(behind));
  const deal = seen.find(({ key }) => key.id === id)?.dossier;
  const owner = deal && ifGiven(deal.opportunity.owner)?.id;
  if (!deal || owner === undefined) return null;
  const theirs = seen.flatMap(({ dossier }) => (ifGiven(dossier.opportunity.owner)?.id === owner ? [dossier] : []));
  return bookPosition(theirs, [], deal.stages, { now, zone: (behind.facts as CrmFacts).zone });
}
