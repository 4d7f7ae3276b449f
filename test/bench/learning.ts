import { pathToFileURL } from 'node:url';
import { inServiceWorker } from './in-browser';
import type { Turns } from './turns-of-a-worker';

/** What learning so many closed deals costs Chromium's service worker, store included; so many times over. */
export const learningCost = async (count: number, times: number): Promise<readonly Turns[]> =>
  (await inServiceWorker<void>('norms-cost.ts', `normsCost(${count})`, times)).map(({ turns }) => turns);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const turns of await learningCost(100_000, Number(process.argv[2] ?? 3))) console.log(turns);
}
