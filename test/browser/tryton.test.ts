import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obstacle, type Tryton } from '../tryton/server';
import { ask, type ClientSession, signIn, signOut } from '../tryton/sign-in';
import { ENGINES } from './browsers';
import { press, says, until, wordsOf } from './scene';
import { figuresOf, lastDay, type TrytonFigures } from './tryton-figures';
import {
  connectSite,
  dealHash,
  dockedPanel,
  setGoals,
  type TrytonScene,
  trytonScene,
  typePassword,
} from './tryton-scene';

const why = obstacle();
if (why !== null) console.log(`Tryton is left out: ${why}.`);

const REP = 'goran';
const DEAL = 314;
/** Fifty in all: each costs the server a form of the client and a reading of the panel. */
const HOPS = { chromium: 40, firefox: 10 };
const dollars = (cents: number) =>
  (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

describe.skipIf(why !== null).each(ENGINES)('beside an opportunity in Tryton, in %s', (engine) => {
  let stage: TrytonScene;
  let tryton: Tryton;
  let figures: TrytonFigures;
  let page: Page;
  let panel: Frame;

  const shown = () => panel.evaluate(() => location.hash);
  const goTo = async (deal: number) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, dealHash(deal));
    await until(`the panel shows ${deal}`, async () => (await shown()).endsWith(`/opportunity/goalside.${deal}`));
  };
  const inClient = (button: string) =>
    page.$eval(`.tab-pane.active #${button}`, (node) => (node as HTMLElement).click());
  const recordInClient = () => page.evaluate(() => /opportunity\/(\d+)/.exec(location.hash)?.[1]);
  /** The record of the form that is in front, once every field of it has come. */
  const filled = async () => {
    const at = await recordInClient();
    const [number, party] = await page.$$eval(
      '.tab-pane.active input[name=number], .tab-pane.active input[name=party]',
      (fields) =>
        ['number', 'party'].map((name) => {
          const seen = (fields as HTMLInputElement[]).filter((field) => field.offsetParent !== null);
          return seen.find((field) => field.name === name)?.value ?? '';
        }),
    );
    // One that was made in this client has no party.
    return at !== undefined && number === at && (party !== '' || Number(at) > figures.deals.length) && at;
  };
  /** Writes into a field of the form in front, in place of what is there. */
  const write = async (name: string, text: string) => {
    const field = (await page.waitForSelector(`.tab-pane.active input[name=${name}]`, {
      visible: true,
    })) as ElementHandle<HTMLInputElement>;
    await field.click();
    await field.evaluate((node) => node.select());
    await field.type(text);
  };

  beforeAll(async () => {
    stage = await trytonScene({ engine, port: 0 });
    ({ tryton } = stage);
    figures = await figuresOf(tryton);
    await connectSite(stage);
    const { quarter } = figures;
    await setGoals(
      stage,
      figures.employees.map(({ name }) => `${name},Bookings,${quarter},${lastDay(quarter)},400000,USD`),
      null,
    );
    page = await stage.open(REP, DEAL);
    panel = await dockedPanel(page);
    await says(panel, 'your Tryton session');
  });
  afterAll(() => stage?.close());

  test('what a rep has booked in the quarter, and the goal from the file, are what the server holds', async () => {
    for (const { id, name } of figures.employees.slice(-3)) {
      const deal = figures.deals.find((one) => one.employee === id && one.state === 'opportunity');
      await goTo(Number(deal?.id));
      await says(panel, name);
      await says(panel, dollars(figures.won(id)));
      await says(panel, 'The quota comes from your file');
    }
  });

  test('how often a deal was pushed, and what its family has open, are what the server holds', async () => {
    await goTo(DEAL);
    await says(panel, `Close date pushed ${await figures.pushes(DEAL)}×`);
    const ofFamily = figures.deals.find(
      (deal) => deal.state === 'opportunity' && figures.family(Number(deal.party)).companies > 2,
    );
    const family = figures.family(Number(ofFamily?.party));
    await goTo(Number(ofFamily?.id));
    const words = await says(panel, 'Possibly missing from the family');
    const open = [...words.matchAll(/(\d+) open, \$(\d{1,3}(?:,\d{3})*)/g)].map(
      ([, , sum]) => Number(sum?.replace(/,/g, '')) * 100,
    );
    expect(open.reduce((sum, cents) => sum + cents, 0)).toBe(family.amount);
  });

  test('a record is made, changed and saved in the client with the panel open', async () => {
    await goTo(DEAL);
    await until('the form is there', filled);
    await write('description', 'Renamed beside the panel');
    await inClient('save');
    const admin = await signIn(tryton, 'admin');
    const described = async (id: number) =>
      ((await ask(tryton, admin, 'model.sale.opportunity.read', [id], ['description'])) as { description: string }[])[0]
        ?.description;
    await until('it is saved', async () => (await described(DEAL)) === 'Renamed beside the panel');
    await press(panel, 'Read again');
    await says(panel, 'Renamed beside the panel');

    await inClient('new_');
    await until('a record that is not saved is none', () =>
      page.$eval('goalside-dock', (dock) => getComputedStyle(dock).display === 'none'),
    );
    await write('description', 'Made beside the panel');
    await inClient('save');
    await says(panel, 'Made beside the panel');
  });

  test('a session that has ended is said quietly, what was read stays, and signing in again brings the rest back', async () => {
    await goTo(DEAL);
    // What is still being read is read with the session there is.
    await says(panel, 'your Tryton session');
    const kept = JSON.parse(
      await page.evaluate(() => localStorage.getItem('sao_session_goalside') ?? ''),
    ) as ClientSession;
    await signOut(tryton, kept);
    await press(panel, 'Read again');
    await says(panel, 'You are signed out');
    expect(await wordsOf(panel)).toContain('Finch & Marlow Legal');
    await inClient('reload');
    await typePassword(page);
    await says(panel, 'your Tryton session');
    await until('nothing is in the way', async () => (await panel.$('.notice')) === null);
  });

  test('record after record in the client, and the panel is always beside the one that is shown', async () => {
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      dealHash(0).replace(/\/0$/, ''),
    );
    const row = await until('the list is there', async () => {
      for (const cell of await page.$$('.tab-pane.active table.tree tbody tr .column-char'))
        if (await cell.isVisible()) return cell;
      return undefined;
    });
    await until('a list is no record', () =>
      page.$eval('goalside-dock', (dock) => getComputedStyle(dock).display === 'none'),
    );
    await row.click({ count: 2 });
    const seen = new Set<string>();
    for (let hop = 0; hop < HOPS[engine]; hop += 1) {
      // The client takes a form that is left while it is still being filled for one that was changed.
      const at = await until('the client shows a record', filled);
      await until(`the panel shows ${at}`, async () => (await shown()).endsWith(`.${at}`));
      seen.add(at);
      await inClient('next');
      await until('the client has gone on', async () => (await recordInClient()) !== at);
    }
    expect(seen.size).toBe(HOPS[engine]);
    expect((await page.$$('goalside-dock')).length).toBe(1);
  }, 240_000);

  test('once it is disconnected, the panel is told nothing there, and nothing of it is kept', async () => {
    const options = await stage.openExtensionPage('src/options/index.html');
    await press(options, `Disconnect ${tryton.url}`);
    await press(options, 'Disconnect and forget');
    await says(options, 'What was read there is forgotten');
    const library = await stage.openExtensionPage('src/library/index.html');
    await until('the library is empty', async () => !(await wordsOf(library)).includes('Finch & Marlow Legal'));
    await Promise.all([options.close(), library.close()]);
  });
});
