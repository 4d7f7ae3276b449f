import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servedScreen } from '../panel/pictures/built';
import { DOCKED, screenBrowser, screenPage } from '../panel/pictures/page';
import type { Screen, Tongue } from '../panel/pictures/screen';
import { ENGINES, type Engine } from './browsers';

declare const window: { readonly goalside: Screen };

/** In px: the docked panel zoomed in twice, the narrowest, the docked one. */
const WIDTHS = [190, 320, DOCKED.width] as const;
/** The widest that a panel can be drawn out to. */
const WIDEST = 560;

/** Firefox's scrollbar takes its room from the page, in px; the driver's Chromium has none. */
const FIREFOX_SCROLLBAR = 12;

/** The longest words and the ones without spaces, where they have least room; and the longest sentences as they dock. */
const TRIED: Readonly<Record<Engine, readonly (readonly [Tongue, 'ltr' | 'rtl', number])[]>> = {
  chromium: [
    ...[...WIDTHS, WIDEST].map((width) => ['en', 'ltr', width] as const),
    ['de', 'ltr', WIDTHS[0]],
    ['ja', 'ltr', WIDTHS[0]],
    ['de', 'ltr', DOCKED.width],
    ['fr', 'ltr', DOCKED.width],
    ['en', 'rtl', DOCKED.width],
  ],
  // It breaks lines and lays out fields and sliders in its own way.
  firefox: [
    ['en', 'ltr', DOCKED.width],
    ['de', 'ltr', WIDTHS[0] + FIREFOX_SCROLLBAR],
  ],
};

describe.each(ENGINES)('in %s', (engine) => {
  let screen: Awaited<ReturnType<typeof servedScreen>> | undefined;
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    screen = await servedScreen();
    browser = await screenBrowser(engine);
    page = await screenPage(browser, screen.address);
  });

  afterAll(async () => {
    await browser?.close();
    screen?.close();
  });

  test.each(TRIED[engine])(
    'no state moves sideways, cuts words off or lays names on one another: %s, %s, %i px wide',
    async (tongue, dir, width) => {
      await page.setViewport({ width, height: DOCKED.height });
      const faults = await page.evaluate(
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
      expect(faults).toEqual([]);
    },
  );
});
