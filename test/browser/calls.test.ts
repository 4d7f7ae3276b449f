import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from './browsers';
import {
  answers,
  openDeals,
  openDock,
  panelFrame,
  recordPath,
  type Scene,
  says,
  scene,
  setUp,
  until,
  wholeAnswers,
} from './scene';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';

// What is asked does not hang on the browser: one is enough.
describe.each(ENGINES.slice(0, 1))('what a look costs the CRM, in %s', (engine) => {
  let stage: Scene;
  let page: Page;
  let deals: { readonly id: string; readonly name: string }[];

  beforeAll(async () => {
    stage = await scene({ engine, today: TODAY });
    await setUp(stage);
    deals = openDeals(stage.org, REP)
      .filter(({ AccountId }) => AccountId !== null)
      .slice(0, 2)
      .map(({ Id, Name }) => ({ id: String(Id), name: String(Name) }));
    page = await stage.signIn(REP, recordPath(deals[0]!.id));
  });
  afterAll(() => stage?.close());

  /** Calls about records; those that learn from closed deals go on beside them and are told apart by their place in the log. */
  const look = async (act: () => Promise<unknown>, name: string): Promise<number> => {
    const before = stage.org.log.filter(({ path }) => path.startsWith('/services')).length;
    await act();
    await says(await panelFrame(page), name);
    await until('the answers are there', async () => (await answers(await panelFrame(page))).length === 4);
    await new Promise((later) => setTimeout(later, 600));
    return stage.org.log.filter(({ path }) => path.startsWith('/services')).length - before;
  };

  test('nothing while the panel is closed', async () => {
    await page.waitForSelector('goalside-dock');
    await new Promise((later) => setTimeout(later, 500));
    expect(stage.org.log.filter(({ path }) => path.startsWith('/services'))).toEqual([]);
  });

  test('three calls for the first record ever, before anything is learned', async () => {
    stage.org.switches.latency = 100;
    const panel = async () => panelFrame(page);
    await openDock(page);
    await says(await panel(), deals[0]!.name);
    await until('the answers are there', async () => (await answers(await panel())).length === 4);
    const atAnswers = stage.org.log.filter(({ path }) => path.startsWith('/services')).length;
    expect(atAnswers).toBeLessThanOrEqual(4);
    expect(
      stage.org.log
        .filter(({ path }) => path.startsWith('/services'))
        .slice(0, 3)
        .map(({ method }) => method),
    ).toEqual(['GET', 'POST', 'POST']);
    stage.org.switches.latency = 0;
    await wholeAnswers(await panel());
  });

  test('two for another record, one for a revisit', async () => {
    const hop = (id: string) => () => page.evaluate((path) => history.pushState(null, '', path), recordPath(id));
    expect(await look(hop(deals[1]!.id), deals[1]!.name)).toBe(2);
    expect(await look(hop(deals[0]!.id), deals[0]!.name)).toBe(1);
  });

  test('the browser reaches the organisation and nobody else on our account', () => {
    const own = stage.org.refused.filter(
      (host) => !/google|gstatic|mozilla|firefox|googleapis|detectportal|cloudflare/.test(host),
    );
    expect(own).toEqual([]);
  });
});
