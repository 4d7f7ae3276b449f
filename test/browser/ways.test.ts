import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HostProxy, startProxy } from '../org/proxy';
import { type Org, startOrg } from '../org/start';
import { ENGINES } from './browsers';
import { type Launched, launch } from './launch';
import {
  answers,
  openDeals,
  openDock,
  panelFrame,
  press,
  recordPath,
  SHORT_PAST,
  says,
  setUp,
  until,
  wordsOf,
} from './scene';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';
const OTHER = 'Darcel Schlecht';
const CLIENT = '3MVG9.goalside-of-acme';

let proxy: HostProxy;
let acme: Org;
let beta: Org;
beforeAll(async () => {
  proxy = await startProxy();
  acme = await startOrg({ ...SHORT_PAST, today: TODAY, proxy, formerNames: ['acme-old'] });
  beta = await startOrg({ ...SHORT_PAST, today: TODAY, name: 'beta', proxy });
});
afterAll(async () => {
  for (const one of [acme, beta, proxy]) await one?.close();
});

/** Two organisations in one browser; the first has had another domain before, and the browser keeps a dead session of it. */
describe.each(ENGINES)('the ways into Salesforce, in %s', (engine) => {
  let stage: Launched;
  let page: Page;
  let panel: Frame;

  const dealOf = (org: Org, rep: string, nth: number) => {
    const deal = openDeals(org, rep).filter(({ AccountId, Amount }) => AccountId !== null && Amount !== null)[nth];
    return { id: String(deal?.Id), name: String(deal?.Name), amount: Number(deal?.Amount) };
  };
  const open = async (address: string) => {
    const tab = await stage.browser.newPage();
    await tab.bringToFront();
    await tab.goto(address, { waitUntil: 'domcontentloaded' });
    await tab.waitForSelector('.windowViewMode-normal.active h1');
    return tab;
  };
  const api = (org: Org) => org.log.filter(({ path }) => path.startsWith('/services/data'));

  beforeAll(async () => {
    for (const org of [acme, beta]) {
      org.sessions.expire();
      org.oauth.apps.clear();
      org.log.length = 0;
    }
    acme.switches.apiBlocked = false;
    stage = await launch({ engine, proxyPort: proxy.port });
    await setUp(stage, null);
  });
  afterAll(() => stage?.close());

  test('two organisations in two tabs are two: each with its own user, none with a dead session of a former domain', async () => {
    const mine = dealOf(acme, REP, 0);
    const theirs = dealOf(beta, OTHER, 0);
    page = await open(acme.staleLoginUrl(REP, recordPath(mine.id)));
    await openDock(page);
    panel = await panelFrame(page);
    const second = await open(beta.loginUrl(OTHER, recordPath(theirs.id)));
    await openDock(second);
    const beside = await panelFrame(second);
    await says(panel, mine.name);
    await says(beside, theirs.name);
    await says(panel, /Live/);
    await says(beside, /Live/);
    expect(await wordsOf(panel)).not.toContain(OTHER);
    expect(await wordsOf(beside)).not.toContain(REP);
    expect(new Set(api(acme).map(({ userId }) => userId))).toEqual(new Set([acme.userId(REP)]));
    expect(new Set(api(beta).map(({ userId }) => userId))).toEqual(new Set([beta.userId(OTHER)]));
    expect(api(acme).filter(({ status }) => status === 401)).toEqual([]);
    await second.close();
  });

  test('somebody who logs in as another user sees nothing of the one before', async () => {
    const { id, name } = dealOf(beta, REP, 0);
    const tab = await open(beta.loginUrl('Ada Admin', recordPath(id)));
    await openDock(tab);
    const summary = async () =>
      (await (await panelFrame(tab)).$eval('.summary', (node) => (node as HTMLElement).innerText)) || undefined;
    const admins = await until('the administrator’s answers are there', () => summary().catch(() => undefined));
    expect(admins).toContain('Cecily');
    await tab.goto(beta.loginAsUrl(REP, recordPath(id)), { waitUntil: 'domcontentloaded' });
    const seen: string[] = [];
    await until('the user’s own answers are there', async () => {
      const now = await summary().catch(() => undefined);
      if (now !== undefined) seen.push(now);
      return now !== undefined && !now.includes('Cecily');
    });
    expect(seen.filter((words) => words.includes('Cecily'))).toEqual([]);
    expect(await wordsOf(await panelFrame(tab))).toContain(name);
    await tab.close();
  });

  test('a blocked API: the page itself is read, what it does not show is unknown, and the panel says so', async () => {
    acme.switches.apiBlocked = true;
    const { id, name, amount } = dealOf(acme, REP, 1);
    await page.bringToFront();
    const before = api(acme).length;
    // The address changes first, and the page of the record before stays in front for a while: it is not taken for this one.
    await page.evaluate((path) => history.pushState(null, '', path), recordPath(id));
    expect(await says(panel, /Your administrator does not let/)).not.toContain(dealOf(acme, REP, 0).name);
    await new Promise((later) => setTimeout(later, 700));
    expect(await wordsOf(panel)).not.toContain(dealOf(acme, REP, 0).name);
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    const text = await says(panel, 'Only what this page shows is read');
    expect(text).toContain(name);
    expect(text).toContain('what the page shows');
    const tiles = await answers(panel);
    expect(tiles).toHaveLength(4);
    expect(tiles.join(' ')).toContain('Salesforce may not be asked');
    expect(amount).toBeGreaterThan(0);
    await new Promise((later) => setTimeout(later, 300));
    expect(api(acme).length - before).toBeLessThanOrEqual(1);
  });

  test('the approved app is one press away, says what is wrong with it, and reads everything once it is right', async () => {
    await press(panel, 'Use the approved app');
    const options = await until('the options are open', async () => {
      for (const one of await stage.browser.pages()) {
        const address = await one.evaluate('location.href').catch(() => '');
        if (String(address).includes('#connection=acme.lightning.force.com')) return one;
      }
      return undefined;
    });
    await options.bringToFront();
    const redirect = await until('the address to register is shown', () =>
      options.evaluate(() => document.querySelector('code')?.textContent ?? undefined),
    );
    expect(redirect).toMatch(/^https:\/\/[a-z0-9]+\.(?:chromiumapp\.org|extensions\.allizom\.org)\/$/);
    await options.type('input[name="client"]', CLIENT);
    await press(options, 'Keep the client id');
    acme.oauth.apps.set(CLIENT, { redirects: [redirect], state: 'blocked', preApproved: true });
    await press(options, 'Sign in through the app');
    await says(options, 'Your administrator has blocked the app');
    acme.oauth.apps.set(CLIENT, { redirects: [redirect], state: 'installed', preApproved: true });
    await press(options, 'Sign in through the app');
    await says(options, 'Reached through the approved app');
    await page.bringToFront();
    const text = await says(panel, 'the approved app');
    expect(text).toMatch(/Live/);
    expect(text).not.toContain('Only what this page shows');

    // The token ends without anybody being told: it is renewed, and the panel never says a word about it.
    acme.sessions.expireTokens();
    await press(panel, 'Read again');
    await until('it was renewed', async () => acme.log.filter(({ path }) => path.endsWith('/token')).length === 2);
    expect(await wordsOf(panel)).toMatch(/Live|Reading/);
    await options.bringToFront();
    await press(options, 'Disconnect the app');
    await page.bringToFront();
    await says(panel, /Your administrator does not let/);
    expect(acme.log.some(({ path, status }) => path.endsWith('/revoke') && status === 200)).toBe(true);
  });
});
