import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * What Firefox works out about itself at its first start with a profile: its own scripts compiled, its own lists read. It is the same
 * for every profile and a third of what a start costs. Nothing of any page or extension is in it.
 */
const FIRST_START = ['startupCache', 'compatibility.ini', 'search.json.mozlz4', 'storage/permanent'];
const KEPT = resolve(import.meta.dirname, '../../node_modules/.cache/goalside-firefox');

/** A profile for one Firefox, new but for what an earlier Firefox worked out about itself. */
export function firefoxProfile(): { readonly folder: string; readonly ended: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'goalside-firefox-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', remove);
  if (existsSync(KEPT)) cpSync(KEPT, folder, { recursive: true });
  return {
    folder,
    ended: () => {
      keep(folder);
      process.off('exit', remove);
      remove();
    },
  };
}

/** The first that ends leaves it to those that come after it. */
function keep(folder: string): void {
  const made = FIRST_START.filter((name) => existsSync(join(folder, name)));
  if (existsSync(KEPT) || made.length < FIRST_START.length) return;
  const copy = `${KEPT}-${process.pid}`;
  mkdirSync(copy, { recursive: true });
  for (const name of made) cpSync(join(folder, name), join(copy, name), { recursive: true });
  try {
    renameSync(copy, KEPT);
  } catch {
    // Another one was first.
    rmSync(copy, { recursive: true, force: true });
  }
}
