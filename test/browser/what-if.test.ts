import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from './browsers';
import { payOf, quarter, quota, sales, won } from './figures';
import { answers, openDeals, panelHash, recordPath, type Scene, says, scene, setUp, until } from './scene';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';
const all = sales(TODAY);
const booked = won(all, REP, quarter(TODAY).start, TODAY);
const target = quota(all, REP, TODAY);
/** So much that the deal alone makes the goal. */
const AMOUNT = Math.ceil(target - booked) + 1_000;
const PAYS = Math.round((payOf(booked + AMOUNT, target) - payOf(booked, target)) / 100).toLocaleString('en-US');

describe.each(ENGINES)('what if, in %s', (engine) => {
  let stage: Scene;
  let panel: Page;
  const pays = () =>
    answers(panel).then(
      (tiles) => tiles[1] ?? '',
      () => '',
    );
  const banner = () =>
    panel.$('.what-if-banner').then(
      (found) => found !== null,
      () => false,
    );
  const field = '.lever input[type="number"]';

  beforeAll(async () => {
    stage = await scene({ engine, today: TODAY });
    await setUp(stage);
    const deal = openDeals(stage.org, REP).find(
      ({ AccountId, Amount }) => AccountId !== null && Number(Amount) > 1000,
    )!;
    await stage.signIn(REP, recordPath(String(deal.Id)));
    panel = await stage.openExtensionPage(`src/panel/index.html${panelHash(stage.org, String(deal.Id))}`);
    await says(panel, String(deal.Name));
    await until('the plan has been asked', async () => (await pays()).includes('if won now'));
    await (
      await until('the levers are there', () => panel.$('.what-if .section-head').then((found) => found ?? false))
    ).click();
  });
  afterAll(() => stage?.close());

  test('an amount that is typed moves the tiles, says that it is supposed, and writes nothing', async () => {
    const since = stage.org.log.length;
    expect(await banner()).toBe(false);
    await panel.click(field, { count: 3 });
    await panel.keyboard.type(String(AMOUNT));
    await until(`the deal pays $${PAYS}`, async () => (await pays()).includes(`$${PAYS}`));
    expect(await banner()).toBe(true);
    expect(await panel.$$eval('.tile.supposed', (tiles) => tiles.length)).toBeGreaterThan(1);
    // What is read goes on beside it; nothing is written.
    const writes = stage.org.log.slice(since).filter(({ method }) => !['GET', 'POST', 'CONNECT'].includes(method));
    expect(writes).toEqual([]);
    expect(stage.org.log.slice(since).filter(({ path }) => path.includes(String(AMOUNT)))).toEqual([]);
  });

  test('what was typed is there again when the frame is loaded again', async () => {
    // Firefox tells the driver of no load of an extension's page.
    await panel.reload({ waitUntil: [] });
    await until('the what-if is there again', banner);
    await until(`the deal pays $${PAYS}`, async () => (await pays()).includes(`$${PAYS}`));
    expect(await panel.$eval(field, (input) => (input as HTMLInputElement).value)).toBe(String(AMOUNT));
  });

  test('its charts have their colours and axe finds nothing', async () => {
    // Styles of a part that is loaded later come with it.
    await until('the chart is drawn', () => panel.$('.chart-booked').then((found) => found !== null));
    expect(await panel.$eval('.chart-booked', (path) => getComputedStyle(path).fill)).toBe('none');
    await panel.evaluate(AXE);
    const found = (await panel.evaluate(
      `axe.run({ include: ['.what-if-banner', '.summary', '.tiles', '.what-if', '.chart-box'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    )) as string[];
    expect(found).toEqual([]);
  });

  test('Escape in the section goes back to the record', async () => {
    await panel.focus(field);
    await panel.keyboard.press('Escape');
    await until('the banner is gone', async () => !(await banner()));
    expect(await pays()).not.toContain(`$${PAYS}`);
    expect(await panel.evaluate(() => sessionStorage.length)).toBe(0);
  });
});
