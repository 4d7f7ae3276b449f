import { pathToFileURL } from 'node:url';
import type { Engine } from '../browser/browsers';
import { inBrowser } from './in-browser';
import type { NormsCost } from './norms-cost';

/** What learning so many closed deals costs the background in a real browser, store included; so many times over. */
export const normsCostIn = (engine: Engine, count: number, times: number): Promise<readonly NormsCost[]> =>
  inBrowser<NormsCost>(engine, 'norms-cost.ts', `normsCost(${count})`, times);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const cost of await normsCostIn('chromium', 100_000, Number(process.argv[2] ?? 3))) console.log(cost);
}
