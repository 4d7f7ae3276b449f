import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Org, startOrg } from '../org/start';
import { build } from './build';
import { type Launched, launch } from './launch';

const REP = 'Cecily Lampkin';
let org: Org;
let chromium: Launched;
let page: Page;
let deals: readonly string[];

beforeAll(async () => {
  build('chromium');
  org = await startOrg({ today: '2026-11-24' });
  chromium = await launch({ engine: 'chromium', proxyPort: org.proxyPort });
  const rows = (object: string) => org.organisation.tables.get(object)?.rows ?? [];
  const peopled = new Set(rows('opportunitycontactrole').map(({ OpportunityId }) => OpportunityId));
  deals = rows('opportunity')
    .filter((row) => row.OwnerId === org.userId(REP) && row.IsClosed === false && row.AccountId && peopled.has(row.Id))
    .map(({ Id }) => `/lightning/r/Opportunity/${Id}/view`);
  page = await chromium.browser.newPage();
  await page.goto(org.loginUrl(REP, deals[0]), { waitUntil: 'load' });
});
afterAll(async () => {
  await chromium?.close();
  await org?.close();
});

const calls = () => org.log.filter(({ path }) => path.startsWith('/services')).length;
const panel = async (): Promise<Frame> => page.waitForFrame((frame) => frame.url().includes('src/panel/index.html'));
const until = async (met: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 100 && !(await met()); tries += 1) await new Promise((settle) => setTimeout(settle, 100));
  expect(await met()).toBe(true);
};
const shows = async (text: string) => String(await (await panel()).evaluate('document.body.innerText')).includes(text);
const dockedAt = () =>
  page.evaluate(
    `(() => { const box = document.querySelector('goalside-dock')?.getBoundingClientRect(); return box && { left: box.left, width: box.width } })()`,
  ) as Promise<{ left: number; width: number } | undefined>;
/** Names of the page's own nodes that reach under the dock. */
const covered = () =>
  page.evaluate(`(() => {
    const { left } = document.querySelector('goalside-dock').getBoundingClientRect();
    return [...document.querySelectorAll('body *')].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && box.right > left + 1;
    }).map(({ tagName, className }) => tagName + '.' + className);
  })()`) as Promise<string[]>;

describe('a rep on an opportunity page', () => {
  test('the dock is a tab at the edge, and nothing is asked of the CRM', async () => {
    await until(async () => (await dockedAt())?.width === 24);
    expect(calls()).toBe(0);
    expect(page.frames().some((frame) => frame.url().includes('src/panel'))).toBe(false);
  });

  test('opened, it covers nothing of the page', async () => {
    const { left } = (await dockedAt())!;
    await page.mouse.click(left + 12, 384);
    await until(async () => (await dockedAt())?.width === 380);
    expect(await covered()).toEqual([]);
  });

  test('the first look takes three calls', async () => {
    const button = await (await panel()).waitForSelector('button::-p-text(Salesforce session)');
    await button?.click();
    await until(() => shows(REP));
    await until(() => calls() >= 3);
    expect(calls()).toBe(3);
  });

  test("a hop to another deal leaves one entry in the history, the page's own, and takes two", async () => {
    const entries = Number(await page.evaluate('history.length'));
    const before = calls();
    await page.evaluate(`history.pushState({}, '', ${JSON.stringify(deals[1])})`);
    await until(() => calls() - before >= 2);
    const id = /\w{18}/.exec(deals[1] ?? '')?.[0] ?? '';
    expect((await panel()).url()).toContain(id);
    expect(await page.evaluate('history.length')).toBe(entries + 1);
    expect(calls() - before).toBe(2);
  });

  test('back at the first, it takes one', async () => {
    const before = calls();
    await page.evaluate('history.back()');
    await until(() => calls() - before >= 1);
    await new Promise((settle) => setTimeout(settle, 1000));
    expect(calls() - before).toBe(1);
  });

  test('away from any record the page is as it was', async () => {
    await page.evaluate(`history.pushState({}, '', '/lightning/page/home')`);
    await until(async () => (await dockedAt())?.width === 0);
    expect(await page.evaluate(`document.documentElement.getAttribute('style')`)).toBeNull();
  });
});
