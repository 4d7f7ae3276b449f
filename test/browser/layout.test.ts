import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servedScreen } from '../panel/pictures/built';
import { DOCKED, screenBrowser, screenPage } from '../panel/pictures/page';
import type { Screen, Tongue } from '../panel/pictures/screen';

declare const window: { readonly goalside: Screen };

/** In px: the docked panel zoomed in twice, the narrowest, the docked one. */
const WIDTHS = [190, 320, DOCKED.width] as const;
/** The widest that a panel can be drawn out to. */
const WIDEST = 560;

/** The longest words and the ones without spaces, where they have least room; and the longest sentences as they dock. */
const TRIED: readonly (readonly [Tongue, number])[] = [
  ...WIDTHS.map((width) => ['en', width] as const),
  ['de', WIDTHS[0]],
  ['ja', WIDTHS[0]],
  ['de', DOCKED.width],
  ['fr', DOCKED.width],
];

let screen: Awaited<ReturnType<typeof servedScreen>> | undefined;
let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  screen = await servedScreen();
  browser = await screenBrowser();
  page = await screenPage(browser, screen.address);
});

afterAll(async () => {
  await browser?.close();
  screen?.close();
});

/** What is wrong with any state in one language at one width. */
async function faults(tongue: Tongue, width: number, dir: 'ltr' | 'rtl' = 'ltr'): Promise<readonly string[]> {
  await page.setViewport({ width, height: DOCKED.height });
  return page.evaluate(
    async (tongue, dir) => {
      const { names, draw, faults } = window.goalside;
      const found: string[] = [];
      for (const name of names) {
        await draw(name, { tongue, dir });
        found.push(...faults().map(({ fault, where }) => `${name}: ${fault}: ${where}`));
      }
      return found;
    },
    tongue,
    dir,
  );
}

test.each(TRIED)(
  'in %s at %i px no state moves sideways, cuts words off or lays names on one another',
  async (tongue, width) => {
    expect(await faults(tongue, width)).toEqual([]);
  },
);

test('drawn out to its widest it does neither', async () => {
  expect(await faults('en', WIDEST)).toEqual([]);
});

test('neither does it from right to left', async () => {
  expect(await faults('en', DOCKED.width, 'rtl')).toEqual([]);
});
