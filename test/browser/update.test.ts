import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from './browsers';
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
  until,
  wholeAnswers,
} from './scene';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';
const NEWER = '7.0.0';
const AMOUNT = '123456';
const DUE = '2027-02-01';
const field = (kind: string) => `.lever input[type="${kind}"]`;

/** Ours in the page: how many docks, how wide, and whether it is still the page that was loaded first. */
const stands = (page: Page) =>
  page.evaluate(() => {
    const docks = [...document.querySelectorAll('goalside-dock')];
    return {
      docks: docks.length,
      width: docks[0]?.getBoundingClientRect().width,
      margin: getComputedStyle(document.documentElement).marginRight,
      stays: document.body.dataset.stays === 'yes',
    };
  });
const valueIn = (panel: Frame, kind: string) =>
  panel.$eval(field(kind), (input) => (input as HTMLInputElement).value).catch(() => undefined);

const isOld = (page: Page) => page.evaluate(() => document.querySelector('goalside-dock')?.className === 'old');

async function typeInto(panel: Frame, kind: string, text: string): Promise<void> {
  await until('the field is there', () => panel.$(field(kind)).then((found) => found !== null));
  // As the field's own editing does: a date is not typed the same way in any two browsers.
  await panel.$eval(
    field(kind),
    (input, typed) => {
      (input as HTMLInputElement).value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

/** What is thrown in a page, by whatever script of it. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
  return faults;
}

/** The browser says something to the background, through the background's own listeners. Who ends itself over it does not answer. */
async function tellBackground({ browser }: Scene, code: string): Promise<void> {
  const worker = await browser
    .targets()
    .find((one) => one.type() === 'service_worker')
    ?.worker();
  worker?.evaluate(code).catch(() => undefined);
}

/** The browser has a newer version ready and says so. Firefox's driver has no way to the background. */
async function offer(stage: Scene): Promise<void> {
  stage.layReady(NEWER);
  await tellBackground(stage, `chrome.runtime.onUpdateAvailable.dispatch({ version: '${NEWER}' })`);
  await tellBackground(stage, `chrome.alarms.onAlarm.dispatch({ name: 'update' })`);
}

/** Whatever a user may do to a dock whose script is cut off, and whatever the page may. */
async function handle(page: Page, to: string): Promise<void> {
  const { width = 0 } = await stands(page);
  // On the tab, or on the edge by which it is dragged.
  const x = await page.evaluate((wide) => document.documentElement.clientWidth + (wide > 24 ? -3 : -wide / 2), width);
  await page.mouse.move(x, 384);
  await page.mouse.down();
  await page.mouse.move(x - 100, 300, { steps: 3 });
  await page.mouse.up();
  await page.mouse.click(x, 384);
  await page.keyboard.press('Enter');
  await page.evaluate(() => {
    for (const type of ['resize', 'beforeprint', 'afterprint']) dispatchEvent(new Event(type));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.evaluate((address) => history.pushState(null, '', address), to);
}

describe.each(ENGINES)('an update of the extension, in %s', (engine) => {
  let stage: Scene;
  let page: Page;
  let faults: string[];
  let deals: readonly { readonly id: string; readonly name: string }[];

  beforeAll(async () => {
    stage = await scene({ engine, today: TODAY, updatable: true, org: SHORT_PAST });
    await setUp(stage, null);
    deals = openDeals(stage.org, REP)
      .filter(({ AccountId, Amount }) => AccountId !== null && Number(Amount) > 1000)
      .slice(0, 2)
      .map(({ Id, Name }) => ({ id: String(Id), name: String(Name) }));
    page = await stage.signIn(REP, recordPath(deals[0]!.id));
    faults = faultsOf(page);
  });
  afterAll(() => stage?.close());

  test('under an open panel: it comes back by itself, on the same deal, with what was typed', async () => {
    await openDock(page);
    const panel = await panelFrame(page);
    await says(panel, deals[0]!.name);
    // While closed deals are still being learned from, what is below the answers moves from under the mouse.
    await wholeAnswers(panel);
    const levers = await until('the levers are there', () =>
      panel.$('.what-if .section-head').then((found) => found ?? false),
    );
    await levers.click();
    await typeInto(panel, 'number', AMOUNT);
    await press(panel, 'Keep as A');
    await until('A is kept', async () => (await panel.$('.comparing')) !== null);
    await typeInto(panel, 'date', DUE);
    await until('it is supposed', () => panel.$('.what-if-banner').then((found) => found !== null));
    await page.evaluate(() => {
      document.body.dataset.stays = 'yes';
      document.querySelector('goalside-dock')?.setAttribute('class', 'old');
    });
    await offer(stage);
    // Were it taken up while somebody works, the panel would be gone, and nobody there to answer.
    await press(panel, 'Read again');
    await new Promise((later) => setTimeout(later, 500));
    expect(await isOld(page)).toBe(true);
    expect(await stands(page)).toMatchObject({ docks: 1, width: 380 });
    await stage.install();
    await until('the new dock is there', async () => (await stands(page)).docks === 1 && !(await isOld(page)));
    const anew = await panelFrame(page);
    await says(anew, deals[0]!.name);
    await until('what was typed is there', async () => (await valueIn(anew, 'number')) === AMOUNT);
    expect(await valueIn(anew, 'date')).toBe(DUE);
    await until('A stands beside it', async () => (await anew.$('.comparing')) !== null);
    expect(await stands(page)).toEqual({ docks: 1, width: 380, margin: '380px', stays: true });
    const ours = await stage.openExtensionPage('src/panel/tab.html');
    expect(await ours.evaluate(`(globalThis.browser ?? chrome).runtime.getManifest().version`)).toBe(NEWER);
    await ours.close();
    await page.bringToFront();
    expect(faults).toEqual([]);
  });

  test('after it the one dock follows the page, and closes', async () => {
    await page.evaluate((to) => history.pushState(null, '', to), recordPath(deals[1]!.id));
    await says(await panelFrame(page), deals[1]!.name);
    await page.evaluate((to) => history.pushState(null, '', to), recordPath(deals[0]!.id));
    const panel = await panelFrame(page);
    await says(panel, deals[0]!.name);
    await until('what was typed of it is still there', async () => (await valueIn(panel, 'number')) === AMOUNT);
    await press(panel, 'Close the panel');
    await until('it is closed', async () => (await stands(page)).width === 24);
    expect(await stands(page)).toEqual({ docks: 1, width: 24, margin: '0px', stays: true });
    expect(faults).toEqual([]);
  });

  test('taken out of the browser, it throws nothing whatever is done to it, and leaves nothing of another deal', async () => {
    await openDock(page);
    const panel = await panelFrame(page);
    await says(panel, deals[0]!.name);
    await stage.takeOut();
    await handle(page, recordPath(deals[1]!.id));
    if (engine === 'chromium') {
      await until('it is gone', async () => (await stands(page)).docks === 0);
      expect(await stands(page)).toMatchObject({ margin: '0px' });
      expect(await hasPanel(page)).toBe(false);
    } else {
      // Firefox takes the script away with the extension, and what it put into the page stays: the frame says what to do.
      expect((await says(panel, 'Reload the page')).trim()).toBe(
        'Goalside was updated or switched off while this page was open. Reload the page to go on.',
      );
    }
    await stage.install();
    // It begins as new: with the extension went all that it knew.
    await until('it is back, closed', async () => (await stands(page)).width === 24);
    expect(await stands(page)).toEqual({ docks: 1, width: 24, margin: '0px', stays: true });
    await stage.takeOut();
    await handle(page, recordPath(deals[0]!.id));
    if (engine === 'chromium') await until('it is gone', async () => (await stands(page)).docks === 0);
    expect(faults).toEqual([]);
  });
});
