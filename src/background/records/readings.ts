import type { Book } from '../../core/model/book';
import { type RecordKey, type RecordRef, VIEWER } from '../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../core/value/instant';
import { given, ifGiven, type Known, missing } from '../../core/value/known';
import type { CrmFacts } from '../../crm/port';
import type { Connection, Reading } from '../../messages/reading';
import type { Owned, StoredConnection } from '../../store/schema';
import type { Store } from '../../store/store';
import { crmTime } from '../clock';
import type { Lessons } from '../learn/lessons';
import type { GoalFiles } from '../shelf/goal-files';
import type { Shelf } from '../shelf/shelf';
import { viewerOf } from '../viewer';
import { lastSeen } from './last-seen';

export type ReadingParts = {
  readonly store: Store;
  readonly shelf: Shelf;
  readonly goals: Pick<GoalFiles, 'into'>;
  readonly lessons: Pick<Lessons, 'learned'>;
  readonly clock: () => number;
};

/** What a cached record of this user's is kept under. */
export function keyOf({ crm, organisation, user }: Owned, { id }: Pick<RecordRef, 'id'>): RecordKey {
  return { crm, organisation, user, id };
}

/** Everything there is for one record, from the store alone. */
export async function readingOf(
  ref: RecordRef,
  behind: StoredConnection | null,
  connection: Connection,
  { store, shelf, goals, lessons, clock }: ReadingParts,
): Promise<Reading> {
  const now = crmTime(clock(), behind?.clockOffset ?? 0);
  const nothing = { ref, connection, now };
  if (!behind) {
    return {
      ...nothing,
      plan: await shelf.active(),
      viewer: missing('not-yet-read'),
      dossier: missing('not-yet-read'),
      company: missing('not-yet-read'),
      book: missing('not-yet-read'),
      norms: missing('not-yet-read'),
      lastSeen: missing('not-yet-read'),
      today: civilDateAt(now, 'UTC'),
      zone: 'UTC',
    };
  }
  const facts = behind.facts as CrmFacts;
  const today = civilDateAt(now, facts.zone);
  const key = keyOf(behind, ref);
  const [plan, kept, company, norms, seen] = await Promise.all([
    shelf.active(),
    ref.kind === 'opportunity' ? store.dossier(key) : null,
    ref.kind === 'account' ? store.company(key) : null,
    lessons.learned(behind),
    lastSeen(store, key, now),
  ]);
  const owner = ref.kind === 'user' ? userOf(ref, behind) : kept && ifGiven(kept.opportunity.owner)?.id;
  const book = owner ? await store.book(behind, owner) : null;
  return {
    ...nothing,
    plan,
    viewer: facts.viewer,
    dossier: kept ? asRead(kept, 'Opportunity', ref.id) : missing('not-yet-read'),
    company: company ? asRead(company, 'Account', ref.id) : missing('not-yet-read'),
    book: await bookFor(book && goals.into(book, facts), today),
    norms,
    lastSeen: seen,
    today,
    zone: facts.zone,
  };
}

async function bookFor(kept: Promise<Book> | null, today: string): Promise<Known<Book>> {
  const book = await kept;
  // A book of another period answers another question: better none.
  if (!book || book.period.end <= today || book.period.start > today) return missing('not-yet-read');
  return asRead(book, 'Opportunity');
}

function asRead<T extends { readonly asOf: Instant }>(value: T, field: string, record?: string): Known<T> {
  return given(value, { kind: 'crm', field, ...(record !== undefined && { record }) }, value.asOf);
}

/** The id of the user whom a record of that kind names. */
function userOf({ id }: RecordRef, behind: StoredConnection): string {
  const named = id.slice(id.lastIndexOf('.') + 1);
  return named === VIEWER ? viewerOf(behind) : named;
}
