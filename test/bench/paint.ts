import type { Page } from 'puppeteer-core';
import {
  hasPanel,
  openDeals,
  openDock,
  panelFrame,
  recordPath,
  type Scene,
  scene,
  setUp,
  wholeAnswers,
} from '../browser/scene';

import { openedAndClosed, tabShows } from './closed';

const TODAY = '2026-11-24';
const REP = 'Cecily Lampkin';

export type Times = { readonly p50: number; readonly p95: number; readonly n: number };

export function timesOf(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), n: sorted.length };
}

/** From the moment that the page's address names a record to the frame in which its four answers are painted, in milliseconds. */
async function hop(page: Page, id: string, name: string): Promise<number> {
  const panel = await panelFrame(page);
  // As text: the bundler that runs this file would mark the functions with a helper that the page does not have.
  const painted = panel.evaluate(`new Promise((done) => {
    const look = () => {
      const title = document.querySelector('h1')?.textContent ?? '';
      const there = title.includes(${JSON.stringify(name)}) && document.querySelectorAll('.tile').length === 4;
      requestAnimationFrame(there ? () => done(performance.timeOrigin + performance.now()) : look);
    };
    look();
  })`) as Promise<number>;
  const from = await page.evaluate((path) => {
    const now = performance.timeOrigin + performance.now();
    history.pushState(null, '', path);
    return now;
  }, recordPath(id));
  return (await painted) - from;
}

export type PaintTimes = {
  /** A record that was read before. */
  readonly cached: Times;
  /** A record never seen, the CRM taking 150 ms for each call; and the calls it took. */
  readonly first: Times;
  readonly callsFirst: number;
  readonly callsAgain: number;
};

/** How soon the four answers stand there. */
export async function paintTimes(): Promise<PaintTimes> {
  const stage: Scene = await scene({ engine: 'chromium', today: TODAY });
  const calls = () => stage.org.log.filter(({ path }) => path.startsWith('/services')).length;
  try {
    await setUp(stage);
    const deals = openDeals(stage.org, REP)
      .filter(({ AccountId }) => AccountId !== null)
      .slice(0, 21)
      .map(({ Id, Name }) => ({ id: String(Id), name: String(Name) }));
    const page = await stage.signIn(REP, recordPath(deals[0]?.id ?? ''));
    await openDock(page);
    const panel = await panelFrame(page);
    await wholeAnswers(panel);
    stage.org.switches.latency = 150;
    const first: number[] = [];
    const before = calls();
    for (const { id, name } of deals.slice(1)) {
      first.push(await hop(page, id, name));
      await new Promise((later) => setTimeout(later, 400));
    }
    const callsFirst = (calls() - before) / first.length;
    const cached: number[] = [];
    const revisit = calls();
    for (let n = 0; n < 60; n++) {
      const deal = deals[(n * 8 + 1) % deals.length];
      const next = deals[(n * 8 + 9) % deals.length];
      if (!deal || !next || deal.id === next.id) continue;
      cached.push(await hop(page, next.id, next.name));
      await new Promise((later) => setTimeout(later, 300));
    }
    return {
      cached: timesOf(cached),
      first: timesOf(first),
      callsFirst,
      callsAgain: (calls() - revisit) / cached.length,
    };
  } finally {
    await stage.close();
  }
}

type TraceEvent = {
  readonly name: string;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly functionName?: string } };
};

/**
 * Main-thread time that our own script takes in a page while the panel is closed, in milliseconds a load, and what it asks of the CRM.
 *
 * @param glance - the panel was opened here before, so that the tab shows what it said
 */
export async function closedCost(
  { glance }: { readonly glance: boolean },
  loads = 15,
): Promise<{ readonly script: Times; readonly calls: number }> {
  const stage = await scene({ engine: 'chromium', today: TODAY });
  try {
    if (glance) await setUp(stage);
    const page = await stage.signIn(REP, recordPath(String(openDeals(stage.org, REP)[0]?.Id)));
    if (glance) {
      await openedAndClosed(page);
      await tabShows(page);
    }
    stage.org.log.length = 0;
    const spent: number[] = [];
    for (let n = 0; n < loads; n++) {
      await page.tracing.start({ categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] });
      await page.reload({ waitUntil: 'load' });
      if (glance) await tabShows(page);
      await new Promise((later) => setTimeout(later, 1000));
      const trace = JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString()) as {
        readonly traceEvents: readonly TraceEvent[];
      };
      const ours = trace.traceEvents.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension://'));
      // A call made while the script is evaluated lies inside it: only what stands by itself is counted.
      spent.push(
        ours
          .filter(({ name }) => name === 'EvaluateScript' || name === 'FunctionCall' || name === 'v8.compile')
          .reduce((sum, { dur }) => sum + (dur ?? 0) / 1000, 0),
      );
    }
    if (await hasPanel(page)) throw new Error('the panel is open');
    return { script: timesOf(spent), calls: stage.org.log.filter(({ path }) => path.startsWith('/services')).length };
  } finally {
    await stage.close();
  }
}
