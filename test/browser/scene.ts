import type { Frame, Page } from 'puppeteer-core';
import { type Org, startOrg } from '../org/start';
import type { Row } from '../org/table';
import { type Launched, type LaunchOptions, launch } from './launch';

/** The stand-in organisation with a browser in front of it. */
export type Scene = Launched & {
  readonly org: Org;
  /** Signs in as a user and opens a page of the organisation. */
  readonly signIn: (name: string, to: string) => Promise<Page>;
};

export async function scene(options: Omit<LaunchOptions, 'proxyPort'> & { readonly today?: string }): Promise<Scene> {
  const org = await startOrg(options.today === undefined ? {} : { today: options.today });
  const launched = await launch({ ...options, proxyPort: org.proxyPort });
  return {
    ...launched,
    org,
    signIn: async (name, to) => {
      const [blank] = await launched.browser.pages();
      const page = blank ?? (await launched.browser.newPage());
      // A tab in the background paints nothing, and the driver waits for paints.
      await page.bringToFront();
      await page.goto(org.loginUrl(name, to), { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('.windowViewMode-normal.active h1');
      return page;
    },
    close: async () => {
      await launched.close();
      await org.close();
    },
  };
}

export const recordPath = (id: string) => `/lightning/r/Opportunity/${id}/view`;
export const panelHash = (org: Org, id: string) => `#salesforce/${new URL(org.lightning).host}/opportunity/${id}`;

/** The rows of a rep's open deals, youngest first. */
export function openDeals(org: Org, rep: string): readonly Row[] {
  const rows = org.organisation.tables.get('opportunity')?.where('OwnerId', org.userId(rep)) ?? [];
  return rows.filter(({ IsClosed }) => IsClosed === false).sort((a, b) => String(b.CreatedDate).localeCompare(String(a.CreatedDate)));
}

/** The docked panel's frame, once it is there. */
export async function panelFrame(page: Page): Promise<Frame> {
  return page.waitForFrame((frame) => /^(?:chrome|moz)-extension:.*\/panel\/index\.html/.test(frame.url()), { timeout: 20_000 });
}

/** Opens the dock by its tab, as a click does: the tab stands inside a closed shadow root, so the mouse has to find it. */
export async function openDock(page: Page): Promise<void> {
  await page.waitForSelector('goalside-dock');
  const box = await page.$eval('goalside-dock', (dock) => {
    const { left, top, width, height } = dock.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
}

/** Text of the four answers, by tile, in order. */
export function tileTexts(frame: Frame | Page): Promise<string[]> {
  return frame.$$eval('.tile', (tiles) => tiles.map((tile) => (tile as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
}
