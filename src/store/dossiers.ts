import { type Database, type Owned, ownedText, recordKeyText, type StoredDossier } from './schema';

/** Read at a time. */
const SOME = 50;

/** The kept dossiers of one user, by key, some at a time. */
export async function* dossiersIn(database: Database, of: Owned): AsyncGenerator<StoredDossier> {
  // Every key of theirs begins with whose it is, and a slash; the next sign after a slash ends them.
  const end = `${ownedText(of)}0`;
  let range = IDBKeyRange.bound(`${ownedText(of)}/`, end, false, true);
  for (;;) {
    const some = await database.getAll('dossiers', range, SOME);
    yield* some;
    const last = some.at(-1);
    if (last === undefined || some.length < SOME) return;
    range = IDBKeyRange.bound(recordKeyText(last.key), end, true, true);
  }
}
