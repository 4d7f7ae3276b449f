import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { executableOf } from '../browser/browsers';

/**
 * Every state of the panel, light and dark, as pictures in `screens/`, each put through axe. Name states to take only those.
 *
 * `npm run screens -- deal won`
 */
const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'screens');
const WIDTH = 380;

async function served(): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    publicDir: false,
    cacheDir: join(ROOT, 'node_modules/.vite-screens'),
    logLevel: 'warn',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  return server.listen();
}

/** What axe finds in a real browser, contrast of colours included. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

async function take(browser: Browser, address: string, states: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`page: ${error instanceof Error ? error.message : error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`console: ${message.text()}`);
  });
  await page.setViewport({ width: WIDTH, height: 768, deviceScaleFactor: 1.5 });
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    for (const state of states) {
      await page.goto(`${address}test/panel/screen.html?state=${state}`, { waitUntil: 'networkidle0' });
      await page.waitForSelector('.panel');
      await page.screenshot({ path: join(FOLDER, `${state}-${theme}.png`), fullPage: true });
      found.push(...(await violations(page)).map((each) => `${state}, ${theme}: ${each}`));
      if (state !== 'deal') continue;
      // What a number rests on, two terms deep, as it lies over the panel.
      for (const button of ['.tile .big .why', '.explanation .term-line', '.term-grounds .term-line']) {
        await page.click(button);
      }
      await page.screenshot({ path: join(FOLDER, `explained-${theme}.png`) });
    }
  }
  return found;
}

mkdirSync(FOLDER, { recursive: true });
const server = await served();
// Through the server, which knows what to do with the styles that the rooms bring.
const { STATES } = (await server.ssrLoadModule('/test/panel/states.ts')) as typeof import('./states');
const states = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(STATES);
const browser = await puppeteer.launch({
  browser: 'chrome',
  executablePath: await executableOf('chromium'),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const found = await take(browser, server.resolvedUrls?.local[0] ?? '', states);
  for (const each of found) console.error(each);
  if (found.length > 0) process.exitCode = 1;
  console.log(`${states.length * 2} pictures in ${FOLDER}`);
} finally {
  await browser.close();
  await server.close();
}
