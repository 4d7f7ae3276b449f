import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { servedScreen } from './built';
import { DOCKED, screenBrowser, screenPage } from './page';
import type { Screen, Tongue } from './screen';

/**
 * Every state of the panel, light and dark, as pictures in `screens/`, each put through axe. Name states to take only those;
 * `--tongue=de`, `--dir=rtl` and `--width=320` draw them in another way, in pictures with names of their own; `--theme=light` takes
 * one theme alone.
 *
 * `npm run screens -- --layout` takes no pictures, and measures every state in every language at every width.
 *
 * `npm run screens -- deal won --tongue=de`
 */
const FOLDER = join(resolve(import.meta.dirname, '../../..'), 'screens');

const ALL_THEMES = ['light', 'dark'] as const;
type Theme = (typeof ALL_THEMES)[number];

declare const window: { readonly goalside: Screen; readonly axe: typeof axe };

const asked = process.argv.slice(2);
const option = (name: string) =>
  asked.find((each) => each.startsWith(`--${name}=`))?.slice(`--${name}=`.length) ?? null;
const tongue = option('tongue') as Tongue | null;
const dir = option('dir') === 'rtl' ? 'rtl' : 'ltr';
const width = option('width');
const theme = option('theme');
const THEMES = ALL_THEMES.filter((each) => theme === null || each === theme);
const suffix = [tongue, dir === 'rtl' ? dir : null, width].map((each) => (each === null ? '' : `-${each}`)).join('');

/** What axe finds in a real browser; a theme changes the colours alone, so that the second is asked only about these. */
function violations(page: Page, theme: Theme): Promise<readonly string[]> {
  const only = theme === 'dark' ? ['color-contrast', 'link-in-text-block'] : null;
  return page.evaluate(async (only) => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      ...(only !== null && { runOnly: { type: 'rule', values: only } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, only);
}

type Told = (what: string, faults: readonly string[]) => void;

/** One theme's pictures. */
async function take(page: Page, theme: Theme, states: readonly string[], tell: Told): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  if (width !== null) await page.setViewport({ width: Number(width), height: 768, deviceScaleFactor: 1.5 });
  for (const state of states) {
    await page.evaluate((name, how) => window.goalside.draw(name, how), state, {
      tongue: tongue ?? 'en',
      dir,
    } as const);
    const path = join(FOLDER, `${state}${suffix}-${theme}.png`);
    await page.screenshot({ path, fullPage: true, optimizeForSpeed: true });
    tell(`${state}, ${theme}`, await violations(page, theme));
    if (state !== 'deal') continue;
    // What a number rests on, two terms deep, as it lies over the panel.
    for (const button of ['.tile .big .why', '.explanation .term-line', '.term-grounds .term-line']) {
      await page.click(button);
    }
    await page.screenshot({ path: join(FOLDER, `explained${suffix}-${theme}.png`) });
  }
}

/** In px: the docked panel zoomed in twice, the narrowest, the docked one. */
const WIDTHS = [190, 320, DOCKED.width] as const;

/** Every language at every width: what leaves its place there. The tests try the ones that have least room. */
async function layout(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: DOCKED.height });
    found.push(
      ...(await page.evaluate(async (width) => {
        const { names, tongues, draw, faults } = window.goalside;
        const found: string[] = [];
        for (const tongue of tongues)
          for (const name of names) {
            await draw(name, { tongue });
            found.push(...faults().map(({ fault, where }) => `${name}, ${tongue}, ${width} px: ${fault}: ${where}`));
          }
        return found;
      }, width)),
    );
  }
  return found;
}

mkdirSync(FOLDER, { recursive: true });
const began = performance.now();
const screen = await servedScreen();
const browser = await screenBrowser();
try {
  if (asked.includes('--layout')) {
    const found = await layout(await screenPage(browser, screen.address));
    for (const fault of found) console.error(fault);
    if (found.length > 0) process.exitCode = 1;
    console.log(`${found.length} faults`);
  } else await pictures(browser, screen.address);
} finally {
  await browser.close();
  screen.close();
}

async function pictures(browser: Browser, address: string): Promise<void> {
  const pages = await Promise.all(THEMES.map(() => screenPage(browser, address)));
  const named = asked.filter((each) => !each.startsWith('--'));
  const states = named.length > 0 ? named : ((await pages[0]?.evaluate(() => window.goalside.names)) ?? []);
  const whole = states.length * THEMES.length;
  let done = 0;
  const tell: Told = (what, faults) => {
    done += 1;
    console.log(`${done} of ${whole}: ${what}`);
    for (const fault of faults) console.error(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  };
  await Promise.all(
    pages.map(async (page, index) => {
      const theme = THEMES[index];
      if (theme !== undefined) await take(page, theme, states, tell);
    }),
  );
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${whole} pictures in ${FOLDER}, after ${seconds} s`);
}
