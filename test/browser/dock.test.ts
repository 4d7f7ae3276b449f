import type { Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from './browsers';
import { launch } from './launch';
import {
  hasPanel,
  openDeals,
  openDock,
  panelFrame,
  press,
  recordPath,
  type Scene,
  SHORT_PAST,
  says,
  scene,
  setUp,
  signedIn,
  until,
  wordsOf,
} from './scene';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';
/** Fifty where a hop is cheap for the driver; the other engine shows that nothing hangs on the first. */
const HOPS = { chromium: 50, firefox: 20 };

/** CRM calls of the extension; the page's own go to /aura. */
const calls = ({ org }: Scene) => org.log.filter(({ path }) => path.startsWith('/services')).length;
const dockWidth = (page: Page) => page.$eval('goalside-dock', (dock) => dock.getBoundingClientRect().width);

/** Names of the page's own nodes that reach under the dock. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const left = document.querySelector('goalside-dock')?.getBoundingClientRect().left ?? 0;
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((node) => {
        const box = node.getBoundingClientRect();
        return box.width > 0 && box.height > 0 && box.right > left + 1;
      })
      .map((node) => `${node.tagName}.${node.className}`);
  });
}

type Weight = { readonly heap: number; readonly listeners: number };

/**
 * The page and the panel's frame, each once its garbage is gone: bytes of the heap, and listeners. The stand-in's own page keeps ten
 * pages mounted and is weighed with them: it has to have shown that many before. null where the driver cannot tell.
 */
async function weighed(
  page: Page,
  { engine, browser }: Scene,
): Promise<Readonly<Record<'page' | 'panel', Weight>> | null> {
  if (engine !== 'chromium') return null;
  const weigh = async (target: Target | undefined): Promise<Weight> => {
    if (!target) throw new Error('nothing to weigh');
    const session = await target.createCDPSession();
    await session.send('Performance.enable');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    await session.detach();
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { heap: of('JSHeapUsedSize'), listeners: of('JSEventListeners') };
  };
  const isPanel = (target: Target) => target.url().includes('/src/panel/index.html');
  return { page: await weigh(page.target()), panel: await weigh(browser.targets().find(isPanel)) };
}

/** A random walk that is the same every time. */
function walk(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

describe.each(ENGINES)('the dock in %s', (engine) => {
  let stage: Scene;
  let page: Page;
  let ids: string[];

  beforeAll(async () => {
    stage = await scene({ engine, today: TODAY, org: SHORT_PAST });
    await setUp(stage);
    ids = openDeals(stage.org, REP)
      .filter(({ AccountId }) => AccountId !== null)
      .slice(0, 12)
      .map(({ Id }) => String(Id));
    stage.org.log.length = 0;
    page = await stage.signIn(REP, recordPath(ids[0]!));
    await page.waitForSelector('goalside-dock');
  });
  afterAll(() => stage?.close());

  test('closed, it is a tab at the edge: no frame, and nothing asked of the network', async () => {
    await new Promise((later) => setTimeout(later, 1000));
    expect(await dockWidth(page)).toBe(24);
    expect(await hasPanel(page)).toBe(false);
    expect(calls(stage)).toBe(0);
    expect(await page.$$eval('goalside-dock', (docks) => docks.length)).toBe(1);
    expect(await page.$eval('goalside-dock', (dock) => dock.parentElement === document.documentElement)).toBe(true);
  });

  test('closed, it leaves the page as it is without the extension, to the pixel, but for the tab', async () => {
    // The strip at the right edge holds the tab.
    const clip = { x: 0, y: 0, width: 1366 - 40, height: 768 };
    const withIt = Buffer.from(await page.screenshot({ clip }));
    const plain = await launch({ engine, proxyPort: stage.org.proxyPort, withoutExtension: true });
    try {
      const without = await signedIn(plain.browser, stage.org.loginUrl(REP, recordPath(ids[0]!)));
      expect(withIt.equals(Buffer.from(await without.screenshot({ clip })))).toBe(true);
    } finally {
      await plain.close();
    }
  });

  test('opened, it covers nothing of the page, and the page’s scroll bar stays free', async () => {
    await openDock(page);
    await until('the dock is open', async () => (await dockWidth(page)) === 380);
    await panelFrame(page);
    expect(await covered(page)).toEqual([]);
    const { right, width } = await page.$eval('goalside-dock', (dock) => ({
      right: dock.getBoundingClientRect().right,
      width: document.documentElement.clientWidth,
    }));
    expect(right).toBeLessThanOrEqual(width + 380 + 1);
  });

  test(`over ${HOPS[engine]} hops, with back and forward, it never shows a field of another record`, async () => {
    const names = new Map(
      ids.map((id) => [id, String(stage.org.organisation.tables.get('opportunity')?.byId(id)?.Name)]),
    );
    const next = walk(7);
    const entries = await page.evaluate(() => history.length);
    let weight: Awaited<ReturnType<typeof weighed>> = null;
    let pushed = 0;
    for (let hop = 0; hop < HOPS[engine]; hop++) {
      if (hop === HOPS[engine] / 2) weight = await weighed(page, stage);
      const move = next();
      const id = ids[Math.floor(next() * ids.length)]!;
      if (move < 0.15 && pushed > 0) await page.evaluate(() => history.back());
      else if (move < 0.25) await page.evaluate(() => history.forward());
      else {
        await page.evaluate((path) => history.pushState(null, '', path), recordPath(id));
        await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
        pushed += 1;
      }
      // Back and forward come into effect a little later than they are asked for.
      await new Promise((later) => setTimeout(later, 150));
      const at = /006\w{15}/.exec(await page.evaluate(() => location.pathname))?.[0] ?? '';
      const name = names.get(at)!;
      const panel = await panelFrame(page);
      // Every third hop goes on before the answer is there: what then comes late must not be shown.
      if (hop % 3 === 0 && hop !== HOPS[engine] - 1) continue;
      const words = await says(panel, name);
      for (const [other, otherName] of names)
        if (other !== at && otherName !== name) expect(words.split('\n')[0]).not.toContain(otherName);
      expect(await panel.evaluate(() => document.querySelector('h1')?.textContent)).toContain(name);
    }
    if (weight !== null) {
      const now = await weighed(page, stage);
      for (const which of ['page', 'panel'] as const) {
        expect((now?.[which].heap ?? Number.NaN) - weight[which].heap).toBeLessThan(1_000_000);
        // A listener left behind at each hop would be as many more as there were hops since.
        expect((now?.[which].listeners ?? Number.NaN) - weight[which].listeners).toBeLessThan(HOPS[engine] / 2);
      }
    }
    // The panel leaves no entry in the tab's history: all that is there are the page's own.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(Math.min(50, entries + pushed));
  });

  test('away from any record it is gone, and the page is as it was', async () => {
    await page.evaluate(() => history.pushState(null, '', '/lightning/o/Opportunity/list'));
    await until('the dock is gone', async () => (await dockWidth(page)) === 0);
    expect(await page.evaluate(() => document.documentElement.getAttribute('style'))).toBeFalsy();
    await page.evaluate((path) => history.pushState(null, '', path), recordPath(ids[0]!));
    await until('the dock is back', async () => (await dockWidth(page)) === 380);
  });

  test('closed by its own cross, it stays closed on the next page, and opens again as wide as it was', async () => {
    await press(await panelFrame(page), 'Close the panel');
    await until('the dock is closed', async () => (await dockWidth(page)) === 24);
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('goalside-dock');
    await new Promise((later) => setTimeout(later, 500));
    expect(await dockWidth(page)).toBe(24);
    expect(await hasPanel(page)).toBe(false);
    await openDock(page);
    await until('the dock is open', async () => (await dockWidth(page)) === 380);
    expect(await wordsOf(await panelFrame(page))).toBeTypeOf('string');
  });

  test('on a page that tramples on everything the panel looks as it does elsewhere', async () => {
    const looks: unknown[] = [];
    for (const hostile of [false, true]) {
      stage.org.switches.hostile = hostile;
      await page.goto(stage.org.loginUrl(REP, recordPath(ids[0]!)), { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('goalside-dock');
      if (!(await hasPanel(page))) await openDock(page);
      const panel = await panelFrame(page);
      await says(panel, String(stage.org.organisation.tables.get('opportunity')?.byId(ids[0]!)?.Name));
      await until('the answers are there', async () => (await panel.$$('.tile')).length === 4);
      looks.push(
        await panel.evaluate(() => {
          const { fontSize, display, color, opacity } = getComputedStyle(document.querySelector('h1') ?? document.body);
          return { fontSize, display, color, opacity, width: innerWidth };
        }),
      );
      // That page does not yield: the panel lies over it, with the tab beside it to close it.
      expect(await dockWidth(page)).toBe(hostile ? 380 + 24 : 380);
    }
    expect(looks[1]).toEqual(looks[0]);
  });
});
