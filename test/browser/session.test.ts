import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from './browsers';
import {
  answers,
  openDeals,
  openDock,
  panelFrame,
  panelHash,
  press,
  recordPath,
  type Scene,
  SHORT_PAST,
  says,
  scene,
  setUp,
  until,
  wholeAnswers,
  wordsOf,
} from './scene';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';
const calls = ({ org }: Scene) => org.log.filter(({ path }) => path.startsWith('/services')).length;

describe.each(ENGINES)('when the way to the CRM is closed, or its answers go wrong, in %s', (engine) => {
  let stage: Scene;
  let page: Page;
  let panel: Frame;
  let ids: string[];
  let name: string;

  beforeAll(async () => {
    stage = await scene({ engine, today: TODAY, org: SHORT_PAST });
    await setUp(stage);
    const deals = openDeals(stage.org, REP).filter(({ AccountId }) => AccountId !== null);
    ids = deals.map(({ Id }) => String(Id));
    name = String(deals[0]?.Name);
    page = await stage.signIn(REP, recordPath(ids[0]!));
    await openDock(page);
    panel = await panelFrame(page);
    await says(panel, name);
    await wholeAnswers(panel);
  });
  afterAll(() => stage?.close());
  beforeEach(() => {
    Object.assign(stage.org.switches, {
      apiBlocked: false,
      limitReached: false,
      html: false,
      dropped: false,
      wrongShape: null,
    });
  });

  const refresh = () => press(panel, 'Read again');
  const stillThere = async () => {
    expect(await wordsOf(panel)).toContain(name);
    expect(await answers(panel)).toHaveLength(4);
  };

  const hop = async (id: string) => {
    await page.evaluate((path) => history.pushState(null, '', path), recordPath(id));
    return panelFrame(page);
  };

  test('an expired session: the answers stay, one quiet line says so, and it goes on by itself after signing in again', async () => {
    stage.org.sessions.expire();
    await refresh();
    await says(panel, /sign in|signed out/i);
    await stillThere();
    const other = await stage.browser.newPage();
    await other.goto(stage.org.loginUrl(REP, '/lightning/page/home'), { waitUntil: 'domcontentloaded' });
    await until('the panel has recovered', async () => /Live/.test(await wordsOf(panel)), 15_000);
    await other.close();
    await page.bringToFront();
    await stillThere();
  });

  test('a blocked API is asked once and never again by itself', async () => {
    stage.org.switches.apiBlocked = true;
    const before = calls(stage);
    await refresh();
    await says(panel, /administrator/i);
    await stillThere();
    for (let n = 0; n < 3; n++) await refresh();
    await new Promise((later) => setTimeout(later, 500));
    expect(calls(stage) - before).toBe(1);
  });

  test('the administrator lets it through again: one press on the button is enough', async () => {
    await press(panel, 'Ask once more');
    await until('the panel has recovered', async () => /Live/.test(await wordsOf(panel)));
    await stillThere();
  });

  test.each([
    [
      'a page of HTML comes instead of JSON',
      () => {
        stage.org.switches.html = true;
      },
      /Something other than the CRM answered/,
    ],
    [
      'the connection is dropped',
      () => {
        stage.org.switches.dropped = true;
      },
      /No network/,
    ],
  ])('%s: an empty panel says what to do, and nothing is lost', async (_, goWrong, words) => {
    goWrong();
    const panel = await hop(ids[1]!);
    await says(panel, words);
    Object.assign(stage.org.switches, { html: false, dropped: false });
    const back = await hop(ids[0]!);
    await until('the cached deal is there', async () => (await answers(back)).length === 4);
  });

  test('a block of another shape is not readable; the rest stands', async () => {
    stage.org.switches.wrongShape = { object: 'ForecastingQuota', records: 'soon' };
    const panel = await hop(ids[2]!);
    const tiles = await until('the answers are there', async () => {
      const all = await answers(panel);
      return all.length === 4 && all;
    });
    expect(tiles[0]).toMatch(/quota|read/i);
    expect(tiles[3]).toContain('Missing');
    stage.org.switches.wrongShape = null;
  });

  test('a fragment that is no reference shows an empty panel that says so', async () => {
    const alone = await stage.openExtensionPage('src/panel/index.html#salesforce/evil.example.com/opportunity/<b>');
    expect(await says(alone, /no (opportunity|deal|record)|not a/i)).not.toContain('<b>');
    await alone.close();
  });

  test('the day’s limit is reached: nothing more is asked, and what is cached stays', async () => {
    stage.org.switches.limitReached = true;
    await says(await hop(ids[3]!), 'fewer requests');
    const before = calls(stage);
    const back = await hop(ids[0]!);
    await until('the cached deal is there', async () => (await answers(back)).length === 4);
    expect(calls(stage)).toBe(before);
  });

  test('with the network off, the library lists what was read, and opens any of it with its answers and its age', async () => {
    await page.goto('about:blank');
    stage.org.switches.dropped = true;
    const before = stage.org.log.filter(({ status }) => status === 200).length;
    const library = await stage.openExtensionPage('src/library/index.html');
    const deals = stage.org.organisation.tables.get('opportunity');
    for (const id of [ids[0]!, ids[2]!]) await says(library, String(deals?.byId(id)?.Name));
    const alone = await stage.openExtensionPage(`src/panel/index.html${panelHash(stage.org, ids[0]!)}`);
    await says(alone, name);
    expect(await until('the answers are there', async () => (await answers(alone)).length === 4)).toBe(true);
    await says(alone, /as of/);
    expect(stage.org.log.filter(({ status }) => status === 200).length).toBe(before);
  });
});

describe.each(ENGINES)('with third-party cookies blocked and storage partitioning off, in %s', (engine) => {
  test('the docked panel still has its store: the background alone owns it', async () => {
    const stage = await scene({ engine, today: TODAY, org: SHORT_PAST, hostileStorage: true });
    try {
      await setUp(stage);
      const [deal] = openDeals(stage.org, REP);
      const page = await stage.signIn(REP, recordPath(String(deal?.Id)));
      await openDock(page);
      const panel = await panelFrame(page);
      await says(panel, String(deal?.Name));
      await until('the answers are there', async () => (await answers(panel)).length === 4);
      await page.reload({ waitUntil: 'load' });
      await says(await panelFrame(page), String(deal?.Name));
    } finally {
      await stage.close();
    }
  });
});
