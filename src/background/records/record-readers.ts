import type { Book } from '../../core/model/book';
import type { CrmProblem } from '../../core/model/crm-problem';
import type { Dossier } from '../../core/model/dossier';
import type { RecordKind, RecordRef } from '../../core/model/record-ref';
import { civilDateAt, type Instant, millisecondsBetween } from '../../core/value/instant';
import { ifGiven, isGiven } from '../../core/value/known';
import type { Result } from '../../core/value/result';
import type { CrmFacts, RecordRead } from '../../crm/port';
import type { BegunStore } from '../../store/forgetting';
import type { Owned, StoredConnection } from '../../store/schema';
import type { Store } from '../../store/store';
import { offsetOf } from '../clock';
import { type Place, placeText } from '../place';
import type { Reached } from '../reach/reach';
import { keepSeen } from './last-seen';
import { keyOf } from './readings';

/** How long a rep's book counts as read while nothing of the deal at hand has changed. Milliseconds. */
const BOOK_FRESH_FOR = 10 * 60_000;

/** What any look brings beside the record itself. */
export type Found = { readonly facts: CrmFacts; readonly now: Instant };

export type ReadAndKeep = (
  into: BegunStore,
  place: Place,
  reached: Reached,
  owned: Owned,
  ref: RecordRef,
  now: Instant,
) => Promise<Result<Found, CrmProblem>>;

/** Reads a record of one kind and keeps what it brought. */
export function recordReaders(store: Store, clock: () => number): Readonly<Record<RecordKind, ReadAndKeep>> {
  const readFor = async ({ reader, facts }: Reached, owned: Owned, ref: RecordRef, now: Instant) => {
    const dossier = await store.dossier(keyOf(owned, ref));
    const owner = dossier && ifGiven(dossier.opportunity.owner);
    const book = owner ? await store.book(owned, owner.id) : null;
    const old =
      !book ||
      Math.abs(millisecondsBetween(book.asOf, now)) > BOOK_FRESH_FOR ||
      book.period.end <= civilDateAt(now, facts.zone) ||
      // The exchange rates could not be told with the look before.
      (book.rates !== undefined && !isGiven(book.rates) && book.rates.missing === 'not-yet-read');
    const first = await reader.record(ref, facts, { dossier, book, wantBook: old });
    if (!first.ok || first.value.book || (dossier && sameForBook(dossier, first.value.dossier))) return first;
    // The deal at hand has changed since its book was read: the two must not contradict each other.
    return reader.record(ref, first.value.facts, { dossier: first.value.dossier, book, wantBook: true });
  };

  const keepFacts = (into: BegunStore, place: Place, owned: Owned, { facts, now }: Found) => {
    const connection: StoredConnection = {
      ...owned,
      host: placeText(place),
      facts,
      clockOffset: offsetOf(now, clock()),
      at: now,
    };
    return into.keepConnection(connection);
  };

  const keepBook = async (into: BegunStore, owned: Owned, book: Book) => {
    const before = book.team ? null : await store.book(owned, book.rep.id);
    // A look at a deal does not ask for the books of those below: those read before still stand.
    const team = before?.period.start === book.period.start ? before.team : undefined;
    await into.keepBook(owned, book.rep.id, team ? { ...book, team } : book);
  };

  const keep = async (into: BegunStore, place: Place, owned: Owned, ref: RecordRef, found: RecordRead) => {
    await keepFacts(into, place, owned, found);
    const key = keyOf(owned, ref);
    await into.keepDossier(key, ref, found.dossier);
    if (found.book) await keepBook(into, owned, found.book);
    await keepSeen(into, key, found.dossier, found.now, found.facts.zone);
  };

  return {
    async opportunity(into, place, reached, owned, ref, now) {
      const found = await readFor(reached, owned, ref, now);
      if (found.ok) await keep(into, place, owned, ref, found.value);
      return found;
    },
    async account(into, place, { reader, facts }, owned, ref) {
      const found = await reader.company(ref, facts);
      if (!found.ok) return found;
      await keepFacts(into, place, owned, found.value);
      await into.keepCompany(keyOf(owned, ref), ref, found.value.company);
      return found;
    },
    async user(into, place, { reader, facts }, owned, ref) {
      const found = await reader.home(ref, facts);
      if (!found.ok) return found;
      await keepFacts(into, place, owned, found.value);
      await keepBook(into, owned, found.value.book);
      return found;
    },
  };
}

/** Whether nothing that a book holds of a deal has changed. */
function sameForBook(a: Dossier, b: Dossier): boolean {
  const part = ({
    opportunity: { owner, amount, closeDate, outcome, stage, probability, forecastCategory },
  }: Dossier) =>
    JSON.stringify(
      [owner, amount, closeDate, stage, probability, forecastCategory].map((known) => ifGiven<unknown>(known)),
    ) + outcome;
  return part(a) === part(b);
}
