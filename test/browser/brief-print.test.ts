import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servedScreen } from '../panel/pictures/built';
import { DOCKED, screenBrowser, screenPage } from '../panel/pictures/page';
import type { Screen, Tongue } from '../panel/pictures/screen';
import { ENGINES } from './browsers';
import { openDeals, openDock, panelFrame, press, recordPath, SHORT_PAST, says, scene, setUp, until } from './scene';
import { sheetsOf } from './sheets';

declare const window: { readonly goalside: Screen; heard: string[] } & EventTarget;

/** The least that is told of a deal, what is usual, and as much as there can ever be. */
const BRIEFS = ['brief', 'offered-brief', 'full-brief'] as const;
const TONGUES: readonly Tongue[] = ['en', 'de', 'fr', 'es', 'pt', 'ja'];

describe('the brief on paper', () => {
  let screen: Awaited<ReturnType<typeof servedScreen>> | undefined;
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    screen = await servedScreen();
    browser = await screenBrowser();
    page = await screenPage(browser, screen.address);
    await page.setViewport(DOCKED);
  });
  afterAll(async () => {
    await browser?.close();
    screen?.close();
  });

  const draw = (state: string, tongue: Tongue) =>
    page.evaluate((name, tongue) => window.goalside.draw(name, { tongue }), state, tongue);

  test.each(TONGUES)('in %s is one sheet, A4 or US Letter, whatever is known of the deal', async (tongue) => {
    const sheets: Record<string, number> = {};
    for (const state of BRIEFS) {
      await draw(state, tongue);
      for (const format of ['a4', 'letter'] as const) {
        sheets[`${state}, ${format}`] = sheetsOf(await page.pdf({ format }));
      }
    }
    expect(sheets).toEqual(Object.fromEntries(Object.keys(sheets).map((name) => [name, 1])));
  });

  test('is dark on white in the dark too, with no ring around its title', async () => {
    await draw('brief', 'en');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.emulateMediaType('print');
    const { inks, papers, ring } = await page.evaluate(() => {
      const parts = [...document.querySelectorAll('article.brief, article.brief *')];
      const title = document.querySelector<HTMLElement>('article.brief h2');
      title?.focus();
      return {
        inks: [...new Set(parts.map((part) => getComputedStyle(part).color))],
        papers: [document.documentElement, document.body, ...parts].map(
          (part) => getComputedStyle(part).backgroundColor,
        ),
        ring: getComputedStyle(title as Element).outlineStyle,
      };
    });
    await page.emulateMediaType();
    await page.emulateMediaFeatures([]);
    const brightness = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
    expect(Math.max(...inks.map(brightness))).toBeLessThan(0x60);
    expect(new Set(papers.filter((paper) => paper !== 'rgba(0, 0, 0, 0)'))).toEqual(new Set(['rgb(255, 255, 255)']));
    expect(ring).toBe('none');
  });
});

describe.each(ENGINES)('printing from the docked panel in %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'goalside-paper-'));
  const paper = join(folder, 'brief.pdf');
  let stage: Awaited<ReturnType<typeof scene>>;

  beforeAll(async () => {
    stage = await scene({ engine, today: '2026-11-24', org: SHORT_PAST, printsTo: paper });
    await setUp(stage);
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('prints the brief, and not the CRM around it', async () => {
    const rep = 'Cecily Lampkin';
    const deal = openDeals(stage.org, rep).find(({ AccountId }) => AccountId !== null)!;
    const page = await stage.signIn(rep, recordPath(String(deal.Id)));
    await openDock(page);
    const panel = await panelFrame(page);
    await says(panel, String(deal.Name));
    await press(panel, 'Brief');
    await says(panel, 'Worth asking');
    for (const heard of [page, panel]) {
      await heard.evaluate(() => {
        window.heard = [];
        window.addEventListener('beforeprint', () => window.heard.push('printed'));
      });
    }
    await press(panel, 'Print');
    const printed = (of: Page | Frame) => of.evaluate(() => window.heard);
    await until('the frame is printed', async () => (await printed(panel)).length > 0);
    // Chromium asks for a printer, which a browser without a display has not; Firefox prints where it is told to.
    if (engine === 'firefox') {
      const sheets = await until('the paper is there', async () => existsSync(paper) && sheetsOf(readFileSync(paper)));
      expect(sheets).toBe(1);
    }
    expect([await printed(panel), await printed(page)]).toEqual([['printed'], []]);
  });
});
