import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ENGINES, type Engine } from '../browser/browsers';
import { launch } from '../browser/launch';
import type { SyncCost } from './sync-cost';

/** The measure as one script, for a page to run. */
async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'sync-cost.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  return chunk.code;
}

/**
 * The first listing of so many deals in a real browser's database. Lines are made up as they are asked for; the CRM's own time to answer
 * is not in it.
 */
export async function syncCostIn(engine: Engine, count: number): Promise<SyncCost> {
  const code = await script();
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html>'),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { browser, close } = await launch({ engine, withoutExtension: true });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return (await page.evaluate(`${code}; bench.syncCost(${count})`)) as SyncCost;
  } finally {
    await close();
    server.close();
  }
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
