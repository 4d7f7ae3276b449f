import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { startTryton, TRYTON, type Tryton, type TrytonOptions } from '../tryton/server';
import { type ClientSession, signIn } from '../tryton/sign-in';
import { type Launched, type LaunchOptions, launch } from './launch';
import { openDock, panelFrame, press, says, until, usePlan } from './scene';

/** A real Tryton with a browser in front of it. */
export type TrytonScene = Launched & {
  readonly tryton: Tryton;
  /** Signs in as a user and opens an opportunity in the web client. */
  readonly open: (login: string, deal: number) => Promise<Page>;
  /** A session as the web client keeps it, put into its page. */
  readonly keep: (page: Page, session: ClientSession) => Promise<void>;
};

const PAGES = ['http://127.0.0.1/*'];

export async function trytonScene(
  options: Omit<LaunchOptions, 'proxyPort' | 'granted'> & TrytonOptions,
): Promise<TrytonScene> {
  const tryton = await startTryton(options);
  const launched = await launch({ ...options, granted: PAGES });
  const keep = (page: Page, session: ClientSession) =>
    page.evaluate(
      (key, value) => localStorage.setItem(key, value),
      `sao_session_${TRYTON.database}`,
      JSON.stringify(session),
    );
  return {
    ...launched,
    tryton,
    keep,
    async open(login, deal) {
      const page = await launched.browser.newPage();
      await page.bringToFront();
      // A page of the same origin without the client: it would ask for a password at once.
      await page.goto(`${tryton.url}/locale/en.json`, { waitUntil: 'domcontentloaded' });
      await keep(page, await signIn(tryton, login));
      await page.goto(`${tryton.url}/#${dealHash(deal)}`, { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('.tab-pane.active input[name=description]');
      return page;
    },
    async close() {
      await launched.close();
      tryton.close();
    },
  };
}

/** The address of an opportunity in the client. */
export const dealHash = (deal: number) => `${TRYTON.database}/model/sale.opportunity/${deal}`;

/** Connects the server's address in the options, as a user does. */
export async function connectSite(scene: TrytonScene): Promise<void> {
  const options = await scene.openExtensionPage('src/options/index.html');
  const field = await until(
    'the address can be typed',
    async () => (await options.$('#sites-title ~ form input')) ?? false,
  );
  await field.type(scene.tryton.url);
  await press(options, 'Connect');
  await until('the site is connected', () => options.evaluate(() => document.body.innerText.includes('Connected.')));
  await options.close();
}

/**
 * Gives a file of goals and switches a comp plan on in the options, as a user does.
 *
 * @param goals - lines of owner, measure, first and last day, target and currency
 */
export async function setGoals(scene: TrytonScene, goals: readonly string[], plan: string | null): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goalside-goals-'));
  const options = await scene.openExtensionPage('src/options/index.html');
  try {
    const file = join(folder, 'goals.csv');
    writeFileSync(file, ['owner,measure,start,end,target,currency', ...goals].join('\n'));
    const input = await options.waitForSelector('#goals-title ~ .actions input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    await press(options, 'Use these goals');
    await says(options, /goals from .?goals\.csv/);
    if (plan !== null) await usePlan(options, plan);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await options.close();
  }
}

/** Opens the dock. A client that is still laying itself out may take the first press from under the mouse: then it is pressed again. */
export async function dockedPanel(page: Page): Promise<Frame> {
  await openDock(page);
  return panelFrame(page).catch(async () => {
    await openDock(page);
    return panelFrame(page);
  });
}

/** Answers the client's own question for the password, as a user does. */
export async function typePassword(page: Page): Promise<void> {
  const field = await page.waitForSelector('#ask-dialog-entry', { visible: true });
  await field?.type(TRYTON.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#ask-dialog-entry', { hidden: true });
}
