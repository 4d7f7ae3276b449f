import { readdirSync, readFileSync } from 'node:fs';
import { openDeals, recordPath, scene, setUp } from '../browser/scene';
import { openedAndClosed, tabShows } from './closed';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';
const TABS = 10;

/** A browser puts an extension's worker to sleep after 30 s; until then it holds what it was just asked for. Milliseconds. */
const ASLEEP_AFTER = 38_000;

/** Memory that a process has to itself, and its share of what it has with others, in MB; 0 for one that has ended. */
function ownMegabytes(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** A process and all below it. */
function family(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      parents.set(Number(name), Number(parent));
    } catch {
      // It ended while we looked.
    }
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isBelow);
}

/** Ten tabs, each state of them at rest, in MB. */
async function tenTabs(how: 'without' | 'never opened' | 'opened'): Promise<readonly number[]> {
  const withoutExtension = how === 'without';
  const stage = await scene({ engine: 'chromium', today: TODAY, withoutExtension });
  try {
    const deals = openDeals(stage.org, REP).slice(0, TABS);
    if (how === 'opened') await setUp(stage);
    const first = await stage.signIn(REP, recordPath(String(deals[0]?.Id)));
    for (const { Id } of deals.slice(1)) {
      const page = await stage.browser.newPage();
      await page.goto(`${stage.org.lightning}${recordPath(String(Id))}`, { waitUntil: 'load' });
      await page.waitForSelector(withoutExtension ? 'h1' : 'goalside-dock');
    }
    const weighed: number[] = [];
    const weigh = async () => {
      await new Promise((later) => setTimeout(later, ASLEEP_AFTER));
      const pid = stage.browser.process()?.pid;
      weighed.push(pid === undefined ? Number.NaN : family(pid).reduce((sum, one) => sum + ownMegabytes(one), 0));
    };
    if (how !== 'opened') await weigh();
    else {
      const [second, last] = [(await stage.browser.pages())[1], (await stage.browser.pages()).at(-1)];
      if (!second || !last) throw new Error('there are no ten tabs');
      await second.bringToFront();
      await openedAndClosed(second);
      await first.bringToFront();
      await openedAndClosed(first);
      await tabShows(first);
      await weigh();
      await last.bringToFront();
      await weigh();
      await first.bringToFront();
      await tabShows(first);
      await weigh();
      await openedAndClosed(first);
      await second.bringToFront();
      await tabShows(second);
      await weigh();
    }
    return weighed;
  } finally {
    await stage.close();
  }
}

/**
 * What ten tabs with a closed panel take, more than ten tabs without the extension, in MB: all processes of the browser, memory that
 * several share counted once. NaN where the system does not tell (it is read from Linux's /proc).
 */
export async function memoryOfTenTabs(): Promise<readonly (readonly [how: string, megabytes: number])[]> {
  const [without = Number.NaN] = await tenTabs('without');
  const all = [...(await tenTabs('never opened')), ...(await tenTabs('opened'))];
  return [
    'never opened',
    'opened in the one in front, and never left since',
    'opened before, one in front that shows nothing',
    'opened before, one in front that shows the goal',
    'closed in one, and another that shows the goal in front at once',
  ].map((how, at) => [how, (all[at] ?? Number.NaN) - without]);
}
