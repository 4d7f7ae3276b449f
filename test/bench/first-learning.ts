import { pathToFileURL } from 'node:url';
import { openDeals, openDock, panelFrame, recordPath, scene, setUp, wholeAnswers } from '../browser/scene';
import { TURN_CATEGORIES, type Turns, turnsBeside } from './turns-of-a-worker';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';
/** The organisation has been left alone for so long: all is learned. Milliseconds. */
const QUIET = 3000;

/**
 * What the panel's frame does, from a deal's address to the end of the first learning, while the background learns the organisation's
 * closed deals and tells how far it has come; so many times over, each in a fresh browser.
 */
export async function frameWhileLearning(times: number): Promise<readonly Turns[]> {
  const all: Turns[] = [];
  for (let time = 0; time < times; time++) {
    const stage = await scene({ engine: 'chromium', today: TODAY });
    try {
      await setUp(stage);
      const page = await stage.signIn(REP, recordPath(String(openDeals(stage.org, REP)[0]?.Id)));
      await page.tracing.start({ categories: TURN_CATEGORIES });
      await openDock(page);
      await wholeAnswers(await panelFrame(page));
      for (let before = -1; before !== stage.org.log.length; ) {
        before = stage.org.log.length;
        await new Promise((later) => setTimeout(later, QUIET));
      }
      all.push(turnsBeside(Buffer.from((await page.tracing.stop()) ?? []).toString()));
    } finally {
      await stage.close();
    }
  }
  return all;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const turns of await frameWhileLearning(Number(process.argv[2] ?? 2))) console.log(turns);
}
