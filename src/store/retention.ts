import type { Database } from './schema';

/** How many of each are dropped at a time when the disk is full. */
const AT_ONCE = 20;

/** Tries to make room this often before the write is given up. */
const TRIES = 5;

/**
 * Writes; where there is no room, drops the dossiers, companies and books that nobody has looked at for longest and writes again.
 *
 * @throws the browser's own error where there is no room even so
 */
export async function withRoom(database: Database, write: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (!isFull(error) || tries === TRIES || (await dropOldest(database)) === 0) throw error;
    }
  }
}

async function dropOldest(database: Database): Promise<number> {
  let dropped = 0;
  for (const name of ['dossiers', 'companies', 'books'] as const) {
    const transaction = database.transaction(name, 'readwrite');
    let cursor = await transaction.store.index('usedAt').openCursor();
    for (let left = AT_ONCE; cursor && left > 0; left -= 1) {
      await cursor.delete();
      dropped += 1;
      cursor = await cursor.continue();
    }
    await transaction.done;
  }
  return dropped;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
