import type { RecordKey } from '../core/model/record-ref';
import { type Owned, ownedText, recordKeyText } from './schema';
import type { Store } from './store';

/** Remembers what was forgotten, for work that is still under way: in memory, where such work is too. */
export type Forgetting = {
  /** @returns whether any of these was forgotten since now: an owner or a record as the schema writes it, or a host */
  readonly begin: () => (...what: readonly string[]) => boolean;
  readonly all: () => void;
  readonly one: (what: string) => void;
};

export function forgetting(): Forgetting {
  const ones = new Map<string, number>();
  let [time, allAt] = [0, 0];
  return {
    begin() {
      const since = time;
      return (...what) => allAt > since || what.some((one) => (ones.get(one) ?? 0) > since);
    },
    all() {
      time += 1;
      allAt = time;
    },
    one(what) {
      time += 1;
      ones.set(what, time);
    },
  };
}

type Writes = Pick<
  Store,
  | 'keepDossier'
  | 'keepDossiers'
  | 'keepCompany'
  | 'keepBook'
  | 'keepNorms'
  | 'keepLessonPage'
  | 'keepCalibration'
  | 'keepSnapshot'
  | 'keepConnection'
  | 'keepSync'
>;

/** The cache for one piece of work: once what it works for was forgotten, it keeps nothing more. */
export type BegunStore = Omit<Store, 'begun'> & {
  /** Whether all of a user's, or this record of his, was forgotten since. */
  readonly isForgotten: (of: Owned | RecordKey) => boolean;
};

/**
 * @param since - what was forgotten since the work began
 * @param host - of the pages that it reads for; null: it reads for no one of them
 */
export function begunStore(
  store: Omit<Store, 'begun'>,
  since: ReturnType<Forgetting['begin']>,
  host: string | null,
): BegunStore {
  const isForgotten = (of: Owned | RecordKey) =>
    since(ownedText(of), ...('id' in of ? [recordKeyText(of)] : []), ...(host === null ? [] : [host]));
  const unless = async <T>(of: Owned | RecordKey, write: () => Promise<T>): Promise<T | undefined> =>
    isForgotten(of) ? undefined : write();
  const left = <T>({ crm, organisation, user }: Owned, all: readonly T[], idOf: (one: T) => string) =>
    all.filter((one) => !isForgotten({ crm, organisation, user, id: idOf(one) }));
  const { lines } = store;
  const writes: Writes = {
    keepDossier: (key, ...rest) => unless(key, () => store.keepDossier(key, ...rest)),
    keepDossiers: (of, dossiers) =>
      store.keepDossiers(
        of,
        left(of, dossiers, ({ ref }) => ref.id),
      ),
    keepCompany: (key, ...rest) => unless(key, () => store.keepCompany(key, ...rest)),
    keepBook: (of, ...rest) => unless(of, () => store.keepBook(of, ...rest)),
    keepNorms: (norms) => unless(norms, () => store.keepNorms(norms)),
    keepLessonPage: (of, ...rest) => unless(of, () => store.keepLessonPage(of, ...rest)),
    keepCalibration: (of, ...rest) => unless(of, () => store.keepCalibration(of, ...rest)),
    keepSnapshot: (seen) => unless(seen.key, () => store.keepSnapshot(seen)),
    keepConnection: (connection) => unless(connection, () => store.keepConnection(connection)),
    keepSync: (of, sync) => unless(of, () => store.keepSync(of, sync)),
  };
  return {
    ...store,
    ...writes,
    lines: {
      ...lines,
      keep: (of, at, all, own) =>
        lines.keep(
          of,
          at,
          left(of, all, ({ id }) => id),
          own,
        ),
    },
    isForgotten,
  };
}
