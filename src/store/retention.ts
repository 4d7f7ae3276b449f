import { indexed } from './line';
import type { Database } from './schema';

/** How many of each are dropped at a time when the disk is full. */
const AT_ONCE = 20;

/** Tries to make room this often before the write is given up. */
const TRIES = 5;

/** Where it is kept that room had to be made. */
export const ROOM_MADE = 'room-made';

/** When deals were last dropped for want of room, and how many since the user was last told. */
export type RoomMade = { readonly at: number; readonly deals: number };

/**
 * Writes; where there is no room, drops the dossiers, companies and books that nobody has looked at for longest and writes again. Pinned
 * deals are never dropped. That deals were dropped is kept for the user to be told.
 *
 * @param clock - milliseconds since 1970
 * @returns how many deals were dropped
 * @throws the browser's own error where there is no room even so
 */
export async function withRoom(
  database: Database,
  write: () => Promise<unknown>,
  clock: () => number = () => 0,
): Promise<number> {
  let deals = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      if (deals > 0) await tell(database, deals, clock());
      return deals;
    } catch (error) {
      if (!isFull(error) || tries === TRIES) throw error;
      const dropped = {
        deals: await dropDossiers(database),
        others: (await dropOf(database, 'companies')) + (await dropOf(database, 'books')),
      };
      deals += dropped.deals;
      if (dropped.deals + dropped.others === 0) throw error;
    }
  }
}

async function dropDossiers(database: Database): Promise<number> {
  const transaction = database.transaction(['lines', 'dossiers'], 'readwrite');
  let dropped = 0;
  let cursor = await transaction.objectStore('lines').index('drops').openCursor();
  while (cursor && dropped < AT_ONCE) {
    if (!cursor.value.pinned) {
      await transaction.objectStore('dossiers').delete(cursor.primaryKey);
      await cursor.update(indexed({ ...cursor.value, readAt: null, readStamp: null }));
      dropped += 1;
    }
    cursor = await cursor.continue();
  }
  await transaction.done;
  return dropped;
}

async function dropOf(database: Database, name: 'companies' | 'books'): Promise<number> {
  const transaction = database.transaction(name, 'readwrite');
  let dropped = 0;
  let cursor = await transaction.store.index('usedAt').openCursor();
  while (cursor && dropped < AT_ONCE) {
    await cursor.delete();
    dropped += 1;
    cursor = await cursor.continue();
  }
  await transaction.done;
  return dropped;
}

/** A small write after a large one that went through; where even that fails, the user merely is not told. */
async function tell(database: Database, deals: number, at: number): Promise<void> {
  try {
    const before = (await database.get('settings', ROOM_MADE))?.value as RoomMade | null | undefined;
    const value: RoomMade = { at, deals: deals + (before?.deals ?? 0) };
    await database.put('settings', { name: ROOM_MADE, value }, ROOM_MADE);
  } catch {}
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
