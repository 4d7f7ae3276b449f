import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import type { Launched } from './launch';
import { answers } from './scene';

/** Whether somebody can watch: without a display a demo runs headless, saves a picture and prints the four answers. */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Ends after showing, in place of waiting for Ctrl-C. */
const isOnce = process.argv.includes('--once');

/** What a demo has put on the screen. */
export type Shown = { readonly page: Page; readonly panel: Frame; readonly who: string };

/**
 * Shows what a stage was set for. With a display it is the user's to play with; without one it is told as text. Ctrl-C, or closing the
 * browser, ends everything that was started.
 *
 * @param picture - name of the picture's file in `screens`
 */
export async function demo(stage: Launched, picture: string, show: () => Promise<Shown>): Promise<void> {
  let isEnding = false;
  const end = async (code: number): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    await stage.close().catch(() => undefined);
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  stage.browser.on('disconnected', () => void end(0));
  try {
    const { page, panel, who } = await show();
    if (!hasDisplay) await tell(page, panel, join(resolve(import.meta.dirname, '../..'), 'screens', picture));
    console.log(`\n${who}\n`);
    if (isOnce) await end(0);
    else console.log('Ctrl-C ends it.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}

async function tell(page: Page, panel: Frame, picture: string): Promise<void> {
  mkdirSync(join(picture, '..'), { recursive: true });
  await page.screenshot({ path: picture });
  console.log(`\nNo display here. The page with the panel: ${picture}\n`);
  console.log(await panel.$eval('h1', (title) => title.textContent ?? ''));
  for (const line of await panel.$$eval('.summary p', (said) => said.map((one) => one.innerText)))
    console.log(`  ${line}`);
  for (const answer of await answers(panel)) console.log(`• ${answer}`);
}
