import { pathToFileURL } from 'node:url';
import { ENGINES, type Engine } from '../browser/browsers';
import { inBrowser } from './in-browser';
import type { SyncCost } from './sync-cost';

/**
 * The first listing of so many deals in a real browser's database. Lines are made up as they are asked for; the CRM's own time to answer
 * is not in it.
 */
export async function syncCostIn(engine: Engine, count: number): Promise<SyncCost> {
  return inBrowser<SyncCost>(engine, 'sync-cost.ts', `syncCost(${count})`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const engine of ENGINES) {
    for (const count of [5000, 50_000]) {
      const cost = await syncCostIn(engine, count);
      const figures = Object.entries(cost).map(
        ([name, value]) => `${name} ${value === null ? 'not told' : value.toFixed(1)}`,
      );
      console.log(`${engine}, ${count} deals: ${figures.join(' · ')}`);
    }
  }
}
