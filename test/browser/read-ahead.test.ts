import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from './browsers';
import {
  answers,
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
  until,
} from './scene';

const REP = 'Cecily Lampkin';

describe.each(ENGINES)('reading ahead, in %s', (engine) => {
  let stage: Scene;
  let page: Page;
  let deals: string[];

  const calls = () => stage.org.log.filter(({ path }) => path.startsWith('/services')).length;
  const wait = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));
  /** No call for a while, once what was under way has ended. */
  const quiet = async () => {
    await wait(300);
    const before = calls();
    await wait(1000);
    return calls() === before;
  };

  beforeAll(async () => {
    stage = await scene({ engine, today: '2026-11-24', org: SHORT_PAST });
    await setUp(stage, null, true);
    deals = openDeals(stage.org, REP).map(({ Id }) => String(Id));
    page = await stage.signIn(REP, recordPath(deals[0]!));
  });
  afterAll(() => stage?.close());

  test('is stopped by a press, and by closing everything; goes on where it was, and lists every open deal', async () => {
    stage.org.switches.latency = 150;
    await openDock(page);
    await says(await panelFrame(page), /Reading your open deals: \d+ of \d+/);
    await press(await panelFrame(page), 'Stop');
    await says(await panelFrame(page), /Reading your open deals is stopped/);
    await press(await panelFrame(page), 'Go on');
    await says(await panelFrame(page), /Reading your open deals: \d+ of \d+/);
    await page.goto('about:blank');
    expect(await quiet()).toBe(true);
    stage.org.switches.latency = 0;

    await page.goto(`${stage.org.lightning}${recordPath(deals[0]!)}`, { waitUntil: 'domcontentloaded' });
    // A page in a tab behind another does nothing: the panel has to be there before the library is in front.
    await until('the panel answers', async () => (await answers(await panelFrame(page))).length === 4);
    const library = await stage.openExtensionPage('src/library/index.html');
    await says(library, `${deals.length} deals are kept fresh`);
    const all = await until('all are listed', () =>
      library.evaluate((count) => document.querySelectorAll('.record').length === count, deals.length),
    );
    expect(all).toBe(true);
  });
});
