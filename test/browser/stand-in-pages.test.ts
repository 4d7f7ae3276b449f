import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDeals, recordPath, type Scene, scene, until } from './scene';

const REP = 'Cecily Lampkin';
const host = 'https://acme.lightning.force.com';
let stage: Scene;
let page: Page;
beforeAll(async () => {
  stage = await scene({ engine: 'chromium', today: '2026-11-24' });
  page = await stage.signIn(REP, '/lightning/page/home');
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.org.switches.console = false;
});
const deal = () => openDeals(stage.org, REP).find(({ AccountId }) => AccountId !== null)!;
const title = () => page.$eval('.active h1', (one) => one.textContent);
const open = async (address: string) => {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.active h1');
};

describe('the stand-in’s pages', () => {
  test('a deal stands at every address that names it', async () => {
    const id = String(deal().Id);
    const encoded = Buffer.from(JSON.stringify({ componentDef: 'one', attributes: { recordId: id } })).toString(
      'base64',
    );
    const under = encodeURIComponent(recordPath(id));
    for (const path of [
      recordPath(id),
      `/lightning/r/${id}/view`,
      `/lightning/r/Opportunity/${id}/edit`,
      `/one/one.app#/sObject/${id}/view`,
      `/one/one.app#${encoded}`,
      `/lightning/o/Task/new?backgroundContext=${under}`,
    ]) {
      await page.goto('about:blank');
      await open(`${host}${path}`);
      expect(await title()).toBe(deal().Name);
    }
    await page.goto(`https://acme.my.salesforce.com/${id}`, { waitUntil: 'domcontentloaded' });
    expect(await page.$eval('.pageDescription', (one) => one.textContent)).toBe(deal().Name);
    await page.goto(`https://acme--c.vf.force.com/apex/DealRoom?id=${id}`, { waitUntil: 'domcontentloaded' });
    expect(page.url()).toBe(`https://acme--c.vf.force.com/apex/DealRoom?id=${id}`);
    expect(await page.$eval('h1', (one) => one.textContent)).toBe(deal().Name);
  });

  test('an amount is changed in place, and the page shows it', async () => {
    const row = deal();
    await open(`${host}${recordPath(String(row.Id))}`);
    const amount = '[data-target-selection-name="sfdc:RecordField.Opportunity.Amount"]';
    await page.click(`${amount} .test-id__inline-edit-trigger`);
    await page.$eval(`${amount} input`, (input) => {
      input.value = '4321';
    });
    await page.click(`${amount} [name=SaveEdit]`);
    await until('the amount is saved', async () => row.Amount === 4321);
    const shown = () => page.$eval(`${amount} .test-id__field-value`, (one) => one.textContent).catch(() => '');
    await until('the page shows it', async () => (await shown()) === '$4,321.00');
  });

  test('a console opens a deal of a company in a sub-tab, and says so in the address', async () => {
    stage.org.switches.console = true;
    const row = deal();
    await open(`${host}/lightning/r/Account/${String(row.AccountId)}/view`);
    await page.click('.active td a[href*="/Opportunity/"]');
    await page.waitForSelector('#tabs .below .active');
    expect(new URL(page.url()).searchParams.get('ws')).toBe(`/lightning/r/Account/${String(row.AccountId)}/view`);
    expect(await page.$$('section.oneConsoleTab div.windowViewMode-maximized.active.lafPageHost')).toHaveLength(1);
  });

  test('a hostile page is a page all the same', async () => {
    await open(`${host}${recordPath(String(deal().Id))}?hostile=1`);
    expect(await title()).toBe(deal().Name);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeGreaterThan(20_000);
  });
});
