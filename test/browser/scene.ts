import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { type Org, type OrgOptions, startOrg } from '../org/start';
import type { Row } from '../org/table';
import { type Launched, type LaunchOptions, launch } from './launch';

/** The stand-in organisation with a browser in front of it. */
export type Scene = Launched & {
  readonly org: Org;
  /** Signs in as a user and opens a page of the organisation. */
  readonly signIn: (name: string, to: string) => Promise<Page>;
};

/** An organisation whose past is soon learned from, for tests that are about something else. */
export const SHORT_PAST: OrgOptions = { ended: 800 };

/** @param options - the browser's, and in `org` the organisation's */
export async function scene({
  org: set = {},
  ...options
}: Omit<LaunchOptions, 'proxyPort'> & { readonly today?: string; readonly org?: OrgOptions }): Promise<Scene> {
  const org = await startOrg({ ...(options.today !== undefined && { today: options.today }), ...set });
  const launched = await launch({ ...options, proxyPort: org.proxyPort });
  return {
    ...launched,
    org,
    signIn: (name, to) => signedIn(launched.browser, org.loginUrl(name, to)),
    close: async () => {
      await launched.close();
      await org.close();
    },
  };
}

/** The browser's first tab, signed in at an address of the organisation that leads to one of its pages. */
export async function signedIn(browser: Browser, login: string): Promise<Page> {
  const [blank] = await browser.pages();
  const page = blank ?? (await browser.newPage());
  // A tab in the background paints nothing, and the driver waits for paints.
  await page.bringToFront();
  await page.goto(login, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.windowViewMode-normal.active h1');
  return page;
}

export const recordPath = (id: string) => `/lightning/r/Opportunity/${id}/view`;
export const panelHash = (org: Org, id: string) => `#salesforce/${new URL(org.lightning).host}/opportunity/${id}`;

/** The rows of a rep's open deals, youngest first. */
export function openDeals(org: Org, rep: string): readonly Row[] {
  const rows = org.organisation.tables.get('opportunity')?.where('OwnerId', org.userId(rep)) ?? [];
  return rows
    .filter(({ IsClosed }) => IsClosed === false)
    .sort((a, b) => String(b.CreatedDate).localeCompare(String(a.CreatedDate)));
}

const PANEL = '/src/panel/index.html';

/** The docked panel's frame, once it is there. Firefox does not tell the driver a frame's address; the frame itself does. */
export async function panelFrame(page: Page): Promise<Frame> {
  return until('the panel is docked', async () => {
    for (const frame of page.frames().slice(1)) {
      const address = await frame.evaluate('location.href').catch(() => '');
      if (String(address).includes(PANEL)) return frame;
    }
    return undefined;
  });
}

/** Whether a frame of the extension is in the page at all. */
export function hasPanel(page: Page): Promise<boolean> {
  return Promise.all(
    page
      .frames()
      .slice(1)
      .map((frame) => frame.evaluate('location.href').catch(() => '')),
  ).then((all) => all.some((address) => String(address).includes(PANEL)));
}

/** Looks again and again until there is an answer. @throws what was waited for, where there is none in time */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, within = 45_000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** Opens the dock by its tab, as a click does: the tab stands inside a closed shadow root, so the mouse has to find it. */
export async function openDock(page: Page): Promise<void> {
  // Let go of: what the driver holds stays alive.
  await (await page.waitForSelector('goalside-dock'))?.dispose();
  const box = await page.$eval('goalside-dock', (dock) => {
    const { left, top, width, height } = dock.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
}

/** The four answers as text, by tile, in order; none while they are not there. */
export function answers(panel: Frame | Page): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tile')].map((tile) => tile.innerText.replace(/\s+/g, ' ').trim()),
  );
}

/**
 * The four answers once the organisation's closed deals have been learned from, and nothing is being read any more: before that
 * the odds say that they are being learned.
 */
export function wholeAnswers(panel: Frame | Page): Promise<string[]> {
  return until(
    'the answers are whole',
    async () => {
      const all = await answers(panel);
      const isWhole =
        all.length === 4 && /won in the period/.test(all[2] ?? '') && (await panel.$('progress')) === null;
      return isWhole && all;
    },
    90_000,
  );
}

/** What the whole panel says. */
export const wordsOf = (panel: Frame | Page): Promise<string> => panel.evaluate(() => document.body.innerText);

/** Waits until the panel says something. */
export function says(panel: Frame | Page, words: string | RegExp): Promise<string> {
  return until(`the panel says ${words}`, async () => {
    const text = await wordsOf(panel);
    return (typeof words === 'string' ? text.includes(words) : words.test(text)) && text;
  });
}

/** Presses the button with this text, or this label, as a user does. */
export async function press(page: Frame | Page, name: string): Promise<void> {
  const button = await until(`there is a button ${name}`, async () => {
    // One question for all of them: every number of the panel is a button too.
    const found = await page.evaluateHandle(
      (wanted) =>
        [...document.querySelectorAll('button')].find(
          (one) =>
            one.getAttribute('aria-label') === wanted ||
            (one.textContent?.includes(wanted) && one.innerText.trim() === wanted),
        ) ?? null,
      name,
    );
    return (found.asElement() as ElementHandle<HTMLButtonElement> | null) ?? undefined;
  });
  await button.click();
}

/** Switches off what is read without being asked for, so that calls can be counted. */
async function stopReadingAhead(options: Page): Promise<void> {
  const box = await until(
    'the switch is there',
    async () => (await options.$('#keeping-title ~ p input')) ?? undefined,
  );
  await box.click();
  await until('it is off', () => box.evaluate((node) => !(node as HTMLInputElement).checked));
}

/** Gives leave to use the session and switches a comp plan on, in the options, as a user does. */
export async function setUp(
  scene: Launched,
  plan: string | null = 'Account executive',
  readAhead = false,
): Promise<void> {
  const options = await scene.openExtensionPage('src/options/index.html');
  if (!readAhead) await stopReadingAhead(options);
  await press(options, 'Let Goalside use my session');
  await until('the session may be used', () => options.evaluate(() => document.body.innerText.includes('may be used')));
  if (plan !== null) await usePlan(options, plan);
  await options.close();
}

/** Switches a comp plan on in the options, as a user does. */
export async function usePlan(options: Page, plan: string): Promise<void> {
  const label = await until('the plans are there', () =>
    options.evaluate(
      (name) =>
        [...document.querySelectorAll('button')]
          .map((button) => button.getAttribute('aria-label') ?? '')
          .find((text) => text.startsWith(`Use ${name}`)),
      plan,
    ),
  );
  await press(options, label);
  await until('the plan is on', () => options.evaluate(() => document.body.innerText.includes('used now')));
}
