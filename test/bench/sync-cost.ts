import { workOf } from '../../src/background/ahead/place-of-work';
import { listStep, type StepParts } from '../../src/background/ahead/steps';
import type { DealLine } from '../../src/core/model/deal-line';
import { civilDate } from '../../src/core/value/civil-date';
import { instantOf } from '../../src/core/value/instant';
import { missing } from '../../src/core/value/known';
import { ok } from '../../src/core/value/result';
import type { ChangeMark, CrmFacts, CrmReader } from '../../src/crm/port';
import { openDatabase } from '../../src/store/open';
import type { Owned } from '../../src/store/schema';
import { storeIn } from '../../src/store/store';

const PAGE = 2000;
const ME: Owned = { crm: 'salesforce', organisation: '00DA', user: '005A' };
const FACTS: CrmFacts = {
  ...ME,
  viewer: missing('not-yet-read'),
  manages: missing('not-yet-read'),
  zone: 'UTC',
  setUp: null,
};
const START = Date.UTC(2026, 0, 1);

/** The `n`th deal of a made-up organisation. */
function line(n: number): DealLine {
  return {
    id: `006${String(n).padStart(12, '0')}AAA`,
    name: `${['Renewal', 'Rollout', 'Upgrade', 'Pilot'][n % 4]} ${n}`,
    account: `Company ${n % 9000}`,
    owner: { id: ME.user, name: 'Cecily Lampkin' },
    outcome: 'open',
    closeDate: civilDate(`2026-${String((n % 12) + 1).padStart(2, '0')}-15`),
    changedAt: instantOf(START + n * 1000),
  };
}

/** Lists so many deals, made as they are asked for: nobody holds them all. */
function listing(count: number): Pick<CrmReader, 'changed'> {
  return {
    changed: async (_facts, mark: ChangeMark) => {
      const from = mark.place === null ? 0 : (Date.parse(mark.place.changedAt) - START) / 1000 + 1;
      const lines = Array.from({ length: Math.min(PAGE, count - from) }, (_, n) => line(from + n));
      const last = lines.at(-1);
      const more = from + PAGE < count && last !== undefined;
      return ok({
        lines,
        gone: [],
        of: count,
        next: more ? { since: null, place: { changedAt: last.changedAt, id: last.id } } : null,
        now: instantOf(START),
      });
    },
  };
}

/** What a first listing of so many deals and the library's first looks at it cost. Times in ms, memory in MB. */
export type SyncCost = {
  readonly total: number;
  readonly longestPage: number;
  readonly calls: number;
  /** The most that scripts held at the end of a page, beyond what they held before the first; null where the browser does not tell. */
  readonly memory: number | null;
  /** A page of the library's list, one from its middle, and a search that looks through all. */
  readonly firstPage: number;
  readonly deepPage: number;
  readonly search: number;
};

/** What scripts hold, in MB; `null` where the browser does not tell. */
function heldNow(): number | null {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } };
  return memory ? memory.usedJSHeapSize / 1e6 : null;
}

export async function syncCost(count: number): Promise<SyncCost> {
  const store = storeIn(await openDatabase(`bench-sync-${count}`), () => START);
  const parts: StepParts = {
    store: store.begun('acme.lightning.force.com'),
    reader: listing(count) as CrmReader,
    facts: FACTS,
    owned: ME,
    host: 'acme.lightning.force.com',
    clock: () => START,
  };
  const pages: number[] = [];
  const held: number[] = [];
  const atFirst = heldNow();
  const from = performance.now();
  for (let work = await workOf(store, ME); work.mark !== null; ) {
    const begun = performance.now();
    const step = await listStep(work, parts);
    if (!step.ok) throw new Error(step.problem.kind);
    work = step.value;
    pages.push(performance.now() - begun);
    held.push(heldNow() ?? 0);
  }
  const total = performance.now() - from;
  const timed = async (run: () => Promise<unknown>) => {
    const begun = performance.now();
    await run();
    return performance.now() - begun;
  };
  const deep = [0, 'rollout 5', ''] as const;
  const { lines } = await store.lines.page('', deep, 100);
  if (lines.length !== 100 || (await store.lines.count()) !== count) throw new Error('the list is not whole');
  return {
    total,
    longestPage: Math.max(...pages),
    calls: pages.length,
    memory: atFirst === null ? null : Math.max(...held) - atFirst,
    firstPage: await timed(() => store.lines.page('', null, 100)),
    deepPage: await timed(() => store.lines.page('', deep, 100)),
    search: await timed(() => store.lines.page('company 8999 pilot', null, 100)),
  };
}
