import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import type { Engine } from '../browser/browsers';
import { launch } from '../browser/launch';
import { TURN_CATEGORIES, type Turns, turnsIn } from './turns-of-a-worker';

/** A measure as one script, for a page or a worker to run. */
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

/** A place that serves an empty page and a measure as a service worker's script, on this machine alone. */
async function serve(code: string): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer(({ url }, response) =>
    url === '/worker.js'
      ? response.setHeader('content-type', 'text/javascript').end(`${code}; self.bench = bench;`)
      : response.setHeader('content-type', 'text/html').end('<!doctype html>'),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

/**
 * Runs a measure in a page of a real browser.
 *
 * @param call - of what the file exports, `syncCost(5000)` for example
 */
export async function inBrowser<T>(engine: Engine, file: string, call: string): Promise<T> {
  const code = await script(file);
  const { origin, close: stopServing } = await serve(code);
  const { browser, close } = await launch({ engine, withoutExtension: true });
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    return (await page.evaluate(`${code}; bench.${call}`)) as T;
  } finally {
    await close();
    stopServing();
  }
}

/**
 * Runs a measure in a service worker of Chromium, so many times, each in a fresh browser, and records what the worker's thread did.
 *
 * @param call - of what the file exports, `normsCost(5000)` for example
 */
export async function inServiceWorker<T>(
  file: string,
  call: string,
  times: number,
): Promise<readonly { readonly found: T; readonly turns: Turns }[]> {
  const { origin, close: stopServing } = await serve(await script(file));
  const all: { readonly found: T; readonly turns: Turns }[] = [];
  try {
    for (let time = 0; time < times; time++) {
      const { browser, close } = await launch({ engine: 'chromium', withoutExtension: true });
      try {
        const page = await browser.newPage();
        await page.goto(origin);
        await page.evaluate("navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)");
        const worker = await (await browser.waitForTarget((target) => target.type() === 'service_worker')).worker();
        await page.tracing.start({ categories: TURN_CATEGORIES });
        const found = (await worker?.evaluate(`bench.${call}`)) as T;
        all.push({ found, turns: turnsIn(Buffer.from((await page.tracing.stop()) ?? []).toString()) });
      } finally {
        await close();
      }
    }
  } finally {
    stopServing();
  }
  return all;
}
