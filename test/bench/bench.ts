import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../browser/build';
import { engineCases } from './engines';
import { frameWhileLearning } from './first-learning';
import { learningCost } from './learning';
import { memoryOfTenTabs } from './memory';
import { nameCases } from './names';
import { normsCases, protocolLines } from './norms';
import { type Cost, organisationSizes } from './organisation-sizes';
import { closedCost, paintTimes, timesOf } from './paint';
import { sizes } from './sizes';
import { syncCostIn } from './sync';

/**
 * Measures the budgets. Times are of this machine: read them beside each other and beside the machine's own loop at the top, never as
 * promises. Nothing here fails; what is over its budget is marked.
 */
type Case = { readonly name: string; readonly run: () => unknown };

const row = (what: string, measured: string, budget = '', over = false) =>
  console.log(`  ${what.padEnd(62)} ${measured.padStart(22)}  ${budget}${over ? '  OVER' : ''}`);
const ms = (time: number) => `${time < 10 ? time.toFixed(2) : time.toFixed(1)} ms`;

function timed({ run }: Case, times = 20): number {
  run();
  return timesOf(
    Array.from({ length: times }, () => {
      const from = performance.now();
      run();
      return performance.now() - from;
    }),
  ).p50;
}

console.log('\nThis machine');
row(
  'ten million additions',
  ms(
    timed({
      name: 'loop',
      run: () => {
        let sum = 0;
        for (let n = 0; n < 1e7; n++) sum += n;
        return sum;
      },
    }),
  ),
);

console.log('\nEngines, median of 20');
for (const each of [...engineCases(), ...normsCases(), ...nameCases()]) row(each.name, ms(timed(each)));
const panel = join(import.meta.dirname, 'panel.ts');
if (existsSync(panel)) {
  const { panelCases } = (await import(panel)) as {
    readonly panelCases: () => readonly (Case & { readonly budget?: number })[];
  };
  for (const each of panelCases()) {
    const time = timed(each);
    row(
      each.name,
      ms(time),
      each.budget === undefined ? '' : `budget ${each.budget} ms`,
      each.budget !== undefined && time > each.budget,
    );
  }
}

console.log('\nSizes, gzipped');
build('chromium');
const size = sizes();
row('content script', `${size.content.toFixed(1)} kB`, 'budget 6 kB', size.content > 6);
row('the same, on sites that the user connects', `${size.ownSites.toFixed(1)} kB`, 'budget 6 kB', size.ownSites > 6);
row('panel, what it loads to paint', `${size.panelScript.toFixed(1)} kB`, 'budget 60 kB', size.panelScript > 60);
row('panel, its styles', `${size.panelStyle.toFixed(1)} kB`);

console.log('\nBy size of the organisation, through the adapter over HTTP');
const costs = await organisationSizes();
for (const { deals, start, memory, first, revisit, closed } of costs) {
  const size = `${deals.toLocaleString('en-US')} opportunities`;
  const cost = ({ calls, bytes, time }: Cost) => `${calls} calls ${(bytes / 1000).toFixed(0)} kB ${ms(time)}`;
  row(`${size}: the stand-in starts`, `${ms(start)} ${memory.toFixed(0)} MB`);
  row(
    `${size}: a record never seen`,
    cost(first),
    'the same calls at every size',
    first.calls !== costs[0]?.first.calls,
  );
  row(`${size}: seen again`, cost(revisit), '', revisit.calls !== costs[0]?.revisit.calls);
  row(`${size}: first slice of closed deals`, cost(closed));
}

console.log('\nIn Chromium, over the stand-in organisation');
const paint = await paintTimes();
row('record recognised to four answers painted, cached, p50', ms(paint.cached.p50));
row(`the same, p95 of ${paint.cached.n}`, ms(paint.cached.p95), 'budget 100 ms', paint.cached.p95 > 100);
row('a record never seen, 150 ms a call, p50', ms(paint.first.p50));
row(`the same, p95 of ${paint.first.n}`, ms(paint.first.p95), 'budget 700 ms', paint.first.p95 > 700);
row('calls for a record never seen', paint.callsFirst.toFixed(1), 'budget 3', paint.callsFirst > 3);
row('calls for a revisit', paint.callsAgain.toFixed(1), 'budget 1', paint.callsAgain > 1);
for (const glance of [false, true]) {
  const closed = await closedCost({ glance });
  const when = glance ? 'opened before' : 'never opened';
  row(`main thread, our script, closed, ${when}, p50`, ms(closed.script.p50), 'budget 5 ms', closed.script.p50 > 5);
  row(`the same, p95 of ${closed.script.n} loads`, ms(closed.script.p95));
  row(`requests while closed, ${when}`, String(closed.calls), 'budget 0', closed.calls > 0);
}
for (const [how, memory] of await memoryOfTenTabs())
  row(`ten tabs with it closed, ${how}, beside ten without it`, `${memory.toFixed(0)} MB`, 'budget 60 MB', memory > 60);

console.log('\nThe first listing of 50,000 deals, in Chromium, without the time the CRM takes');
const sync = await syncCostIn('chromium', 50_000);
row('all of it', ms(sync.total));
row(`longest of ${sync.calls} pages, each one transaction`, ms(sync.longestPage));
row('memory held by scripts beyond the start', `${sync.memory?.toFixed(0) ?? '?'} MB`);
row("a page of the library's list, the first and one from its middle", `${ms(sync.firstPage)}, ${ms(sync.deepPage)}`);
row('a search that looks through all', ms(sync.search));

console.log("\nThe panel's frame from the deal's address to the end of the first learning, in its thread's own time");
for (const { total, longest, n } of await frameWhileLearning(2)) {
  row('all of it, the first paint included', ms(total));
  row(`longest of ${n} turns above 1 ms`, ms(longest));
}

console.log("\nLearning 100,000 closed deals in Chromium's service worker, store included, in the worker's own time");
for (const { total, longest, p99, n, longestOnWall } of await learningCost(100_000, 3)) {
  row('all of it', ms(total), 'budget 3,000 ms', total > 3000);
  row(`longest of ${n} turns above 1 ms`, ms(longest), 'budget 50 ms', longest > 50);
  row('p99 of them; the longest by the clock on the wall', `${ms(p99)}, ${ms(longestOnWall)}`);
}

console.log('\nThe odds against what came of it');
for (const line of protocolLines()) console.log(`  ${line}`);
process.exit(0);
