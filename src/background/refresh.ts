import type { Book } from '../core/model/book';
import type { CrmProblem } from '../core/model/crm-problem';
import type { Dossier } from '../core/model/dossier';
import { formatRecordRef, type RecordKind, type RecordRef } from '../core/model/record-ref';
import { civilDateAt, type Instant, millisecondsBetween } from '../core/value/instant';
import { ifGiven, isGiven } from '../core/value/known';
import { ok, problem, type Result } from '../core/value/result';
import type { CrmFacts, RecordRead } from '../crm/port';
import type { Progress } from '../messages/reading';
import type { BegunStore } from '../store/forgetting';
import type { Owned, StoredConnection } from '../store/schema';
import type { Store } from '../store/store';
import { crmTime, offsetOf } from './clock';
import { keepSeen } from './last-seen';
import { learningTold } from './learning-told';
import type { Lessons } from './lessons';
import { hostOfPlace, type Place, placeText } from './place';
import { sameOwner } from './reach/keychain';
import type { Reach, Reached } from './reach/reach';
import { keyOf } from './readings';
import type { Standings } from './standing';

/** How long a rep's book counts as read while nothing of the deal at hand has changed. Milliseconds. */
const BOOK_FRESH_FOR = 10 * 60_000;

export type RefreshParts = {
  readonly reach: Reach;
  /** The same ways, for what nobody waits for. */
  readonly quietly: Pick<Reach, 'to'>;
  readonly store: Store;
  readonly standings: Standings;
  readonly lessons: Lessons;
  readonly clock: () => number;
  /** Tells those that watch the record how it stands now. */
  readonly tell: (place: Place, ref: RecordRef) => Promise<void>;
  /** The same for every record that is watched at a place. */
  readonly tellPlace: (place: Place) => Promise<void>;
  /** Tells them no more than how far a long read has come. */
  readonly tellProgress: (place: Place) => void;
  readonly isWatched: (place: Place) => boolean;
  /** Where the CRM may not be asked for good: reads what its page shows. */
  readonly readShown: (problem: CrmProblem, place: Place, ref: RecordRef) => Promise<void>;
};

/** Reads records from the CRM into the store. */
export type Refresh = {
  /** Two that ask for the same record at the same time share one read. */
  readonly record: (place: Place, ref: RecordRef) => Promise<Result<null, CrmProblem>>;
  readonly isReading: (place: Place, ref: RecordRef) => boolean;
  /** What was in the way of this very record the last time, beside what is in the way of its CRM. */
  readonly problemOf: (place: Place, ref: RecordRef) => CrmProblem | null;
};

/** What any look brings beside the record itself. */
type Found = { readonly facts: CrmFacts; readonly now: Instant };

type ReadAndKeep = (
  into: BegunStore,
  place: Place,
  reached: Reached,
  owned: Owned,
  ref: RecordRef,
  now: Instant,
) => Promise<Result<Found, CrmProblem>>;

/** What lies with one record; anything else lies with the CRM, or the way to it. */
const OF_ONE_RECORD: ReadonlySet<CrmProblem['kind']> = new Set([
  'hidden',
  'feature-off',
  'not-found',
  'invalid',
  'conflict',
]);

export function refresher(parts: RefreshParts): Refresh {
  const { reach, quietly, store, standings, lessons, clock, tell, tellPlace, tellProgress, isWatched, readShown } =
    parts;
  const reading = new Map<string, Promise<Result<null, CrmProblem>>>();
  const problems = new Map<string, CrmProblem>();
  const nameOf = (place: Place, ref: RecordRef) => `${placeText(place)} ${formatRecordRef(ref)}`;

  const read = async (place: Place, ref: RecordRef, isSecondTry = false): Promise<Result<null, CrmProblem>> => {
    const into = store.begun(hostOfPlace(place.host));
    const behind = await store.connection(placeText(place));
    const now = crmTime(clock(), behind?.clockOffset ?? 0);
    const limit = await standings.limited(placeText(place), now);
    if (limit) return problem(limit);
    const reached = await reach.to(place);
    if (!reached.ok) return heeded(place, reached.problem);
    standings.now(placeText(place), { way: reached.value.way });
    const owned: Owned = {
      crm: place.crm,
      organisation: reached.value.facts.organisation,
      user: reached.value.facts.user,
    };
    const found = await readers[ref.kind](into, place, reached.value, owned, ref, now);
    if (!found.ok) {
      if (found.problem.kind !== 'signed-out' && found.problem.kind !== 'blocked') return heeded(place, found.problem);
      await reach.lost(place, found.problem, reached.value.way);
      // An app's grant that has ended must not stand in the way of a good session.
      return reached.value.way === 'app' && !isSecondTry ? read(place, ref, true) : found;
    }
    if (!into.isForgotten(owned)) learn(place, owned, found.value).catch(() => undefined);
    return ok(null);
  };

  const heeded = async (place: Place, why: CrmProblem) => {
    if (why.kind === 'rate-limited') await standings.limit(placeText(place), why.until);
    return problem(why);
  };

  const learn = async (place: Place, owned: Owned, { facts, now }: Found): Promise<void> => {
    const quiet = await quietly.to(place);
    if (!quiet.ok || !sameOwner(quiet.value.facts, owned)) return;
    const tells = learningTold(clock, { progress: () => tellProgress(place), norms: () => tellPlace(place) });
    const told = (progress: Progress | null, isNew: boolean) => {
      standings.now(placeText(place), { progress });
      return tells(progress === null, isNew);
    };
    await lessons.learn(owned, quiet.value.reader, facts, now, () => isWatched(place), told);
  };

  /** Reads a record of one kind and keeps what it brought. */
  const readers: Readonly<Record<RecordKind, ReadAndKeep>> = {
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
    isReading: (place, ref) => reading.has(nameOf(place, ref)),
    problemOf: (place, ref) => problems.get(nameOf(place, ref)) ?? null,
    record(place, ref) {
      const name = nameOf(place, ref);
      const under = reading.get(name);
      if (under) return under;
      const run = (async () => {
        try {
          const result = await read(place, ref);
          problems.delete(name);
          if (result.ok) standings.now(placeText(place), { problem: null, live: true });
          else if (OF_ONE_RECORD.has(result.problem.kind)) {
            problems.set(name, result.problem);
            standings.now(placeText(place), { problem: null, live: true });
          } else {
            standings.now(placeText(place), { problem: result.problem, live: false });
            // A page may take its time to be drawn: what is wrong is said before.
            await tell(place, ref);
            await readShown(result.problem, place, ref);
          }
          return result;
        } finally {
          reading.delete(name);
          await tell(place, ref);
        }
      })();
      reading.set(name, run);
      return run;
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
