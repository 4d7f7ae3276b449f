import type { RecordRef } from '../../core/model/record-ref';
import type { Reading } from '../../messages/reading';
import type { StoredConnection } from '../../store/schema';
import type { Store } from '../../store/store';
import { roomMadeOf } from '../ahead/answers';
import { type Place, placeText } from '../place';
import { sameOwner } from '../reach/keychain';
import type { Reach } from '../reach/reach';
import type { Standings } from '../reach/standing';
import { type ReadingParts, readingOf } from '../records/readings';
import type { Refresh } from '../records/refresh';
import { isClosed, type ShownPages } from '../records/shown-pages';

export type BehindParts = { readonly store: Store; readonly reach: Reach };

/** Whose cache a place shows now; null where that is not known or where nothing was read. */
export async function behindAt({ store, reach }: BehindParts, place: Place): Promise<StoredConnection | null> {
  const [last, who] = await Promise.all([store.connection(placeText(place)), reach.who(place)]);
  // What one user read is never shown to another, who may have signed in on the same host since.
  return last && (who === 'nobody' || (who !== 'unknown' && sameOwner(who, last))) ? last : null;
}

export type ReadingForParts = BehindParts & {
  readonly refresh: Refresh;
  readonly standings: Standings;
  readonly readings: ReadingParts;
  readonly shown: ShownPages;
};

/** What a page that watches a record is told of it: what was read, and how its CRM can be reached just now. */
export async function readingFor(parts: ReadingForParts, place: Place, ref: RecordRef): Promise<Reading> {
  const { store, refresh, standings, readings, shown } = parts;
  const [behind, roomMade] = await Promise.all([behindAt(parts, place), roomMadeOf(store)]);
  const standing = standings.of(placeText(place));
  const connection = {
    way: standing.live ? standing.way : ('cache' as const),
    problem: refresh.problemOf(place, ref) ?? standing.problem,
    reading: refresh.isReading(place, ref),
    progress: standing.progress,
    roomMade,
  };
  const kept = await readingOf(ref, behind, connection, readings);
  return isClosed(connection.problem) ? shown.beside(place, kept) : kept;
}
