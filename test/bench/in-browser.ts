import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import type { Engine } from '../browser/browsers';
import { launch } from '../browser/launch';

/** A measure as one script, for a page to run. */
async function script(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, file), formats: ['iife'], name: 'bench' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  return chunk.code;
}

/**
 * Runs a measure in pages of a real browser, one after the other, each with a fresh start.
 *
 * @param call - of what the file exports, `syncCost(5000)` for example
 */
export async function inBrowser<T>(engine: Engine, file: string, call: string, times = 1): Promise<readonly T[]> {
  const code = await script(file);
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html>'),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { browser, close } = await launch({ engine, withoutExtension: true });
  const all: T[] = [];
  try {
    for (let time = 0; time < times; time++) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      all.push((await page.evaluate(`${code}; bench.${call}`)) as T);
      await page.close();
    }
  } finally {
    await close();
    server.close();
  }
  return all;
}
