import { openDB } from 'idb';
import type { Database, Schema } from './schema';
import { UPGRADES, type Upgrade } from './upgrades';

const DATABASE = 'goalside';

/**
 * Opens the database and brings it up to date, step by step. A newer one, left by a newer release that was taken back, fails
 * to open; the cache is then of no use and the caller says so.
 *
 * @param steps - other than the real ones only in a test
 */
export async function openDatabase(name: string = DATABASE, steps: readonly Upgrade[] = UPGRADES): Promise<Database> {
  return openDB<Schema>(name, steps.length, {
    async upgrade(database, from, _to, transaction) {
      transaction.done.catch(() => undefined);
      try {
        for (const step of steps.slice(from)) {
          await step(database as unknown as Parameters<Upgrade>[0], transaction as unknown as Parameters<Upgrade>[1]);
        }
      } catch {
        // Half a step would be worse than none: opening fails, and the older version stays whole.
        transaction.abort();
      }
    },
    blocking(_now, _wanted, event) {
      (event.target as IDBDatabase | null)?.close();
    },
  });
}
