import type { Page } from 'puppeteer-core';
import { hasPanel, openDock, panelFrame, press, until, wholeAnswers } from '../browser/scene';

/** Opens the panel, lets it answer, and closes it: from then on the tab may show what it said. */
export async function openedAndClosed(page: Page): Promise<void> {
  await openDock(page);
  const panel = await panelFrame(page);
  await wholeAnswers(panel);
  await press(panel, 'Close the panel');
  await until('the panel is closed', async () => !(await hasPanel(page)));
}

/** Waits until the closed tab has its frame: it comes when the panel's process has ended. */
export async function tabShows(page: Page): Promise<void> {
  await until('the tab shows it', async () => page.frames().some((frame) => frame.url().includes('tab.html')), 120_000);
}
