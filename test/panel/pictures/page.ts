import axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Engine, executableOf } from '../../browser/browsers';

/** The panel beside a page: as it docks, and what is seen of a screen 768 px high. */
export const DOCKED = { width: 380, height: 768 } as const;

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser for the panel's states alone: no extension, no network. */
export async function screenBrowser(engine: Engine = 'chromium'): Promise<Browser> {
  const executablePath = await executableOf(engine);
  return engine === 'chromium'
    ? puppeteer.launch({ browser: 'chrome', executablePath, args: CHROMIUM_ARGUMENTS })
    : puppeteer.launch({ browser: 'firefox', executablePath });
}

/** A page that draws states by name, with axe in it; what goes wrong in the page is told. */
export async function screenPage(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  page.on('pageerror', (error) => console.error(`page: ${error instanceof Error ? error.message : error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`console: ${message.text()}`);
  });
  await page.setViewport({ ...DOCKED, deviceScaleFactor: 1.5 });
  await page.goto(address);
  await page.waitForFunction(() => 'goalside' in window);
  await page.evaluate(axe.source);
  return page;
}
