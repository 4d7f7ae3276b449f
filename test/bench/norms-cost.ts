import { lessons } from '../../src/background/lessons';
import { normsTeacher } from '../../src/background/teacher';
import { civilDate } from '../../src/core/value/civil-date';
import { instantOf } from '../../src/core/value/instant';
import { ifGiven, missing } from '../../src/core/value/known';
import { ok } from '../../src/core/value/result';
import type { CrmFacts, CrmReader, HistoryMark } from '../../src/crm/port';
import { openDatabase } from '../../src/store/open';
import { storeIn } from '../../src/store/store';
import { madeUpClosed } from '../core/deal/norms/closed-deals';

const TODAY = civilDate('2026-11-20');
const NOW = instantOf(Date.UTC(2026, 10, 20, 12));
const ME = { crm: 'salesforce', organisation: '00DA', user: '005A' } as const;
const FACTS: CrmFacts = {
  ...ME,
  viewer: missing('not-yet-read'),
  manages: missing('not-yet-read'),
  zone: 'UTC',
  setUp: null,
};

/** As many as an adapter reads at a time. */
const PAGE = 400;

/** What learning so many closed deals costs the background, store included. Times in ms, memory in MB. */
export type NormsCost = {
  /** From the first page to the last one kept, without the time that making the deals up takes. */
  readonly total: number;
  /** The longest that anybody else had to wait for a turn. */
  readonly longest: number;
  /** Turns that took longer than 30 ms. */
  readonly long: number;
  /** What scripts held at the end beyond what they held at first; null where the browser does not tell. */
  readonly memory: number | null;
};

/** Lets everybody else have a turn: what was sent before is handled first. */
const turn = () =>
  new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });

const heldNow = () =>
  (performance as { readonly memory?: { readonly usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? null;

/** Somebody who always waits for a turn, and writes down how long each took. */
function bystander() {
  let [from, longest, long, stopped] = [performance.now(), 0, 0, false];
  const took = () => {
    const time = performance.now() - from;
    longest = Math.max(longest, time);
    if (time > 30) long += 1;
  };
  const waiting = (async () => {
    while (!stopped) {
      from = performance.now();
      await turn();
      took();
    }
  })();
  return {
    /** Does something that is no part of what is measured, in a turn of its own, and returns how long it took. */
    async aside<T>(work: () => T): Promise<readonly [T, number]> {
      await turn();
      took();
      const begun = performance.now();
      const done = work();
      from = performance.now();
      const time = from - begun;
      await turn();
      return [done, time];
    },
    async stop() {
      stopped = true;
      await waiting;
      return { longest, long };
    },
  };
}

/** Learns so many closed deals the way the background does, made up as they are asked for: nobody holds them all. */
export async function normsCost(count: number): Promise<NormsCost> {
  const store = storeIn(await openDatabase(`bench-norms-${count}-${performance.timeOrigin}`), () => 0);
  const waits = bystander();
  let making = 0;
  const closed = async (_facts: CrmFacts, { place }: HistoryMark) => {
    const first = Number(place?.id ?? 0);
    const [deals, time] = await waits.aside(() => madeUpClosed(Math.min(PAGE, count - first), TODAY, first));
    making += time;
    const end = first + deals.length;
    return ok({
      deals,
      open: first === 0 ? ([[TODAY, 300]] as const) : null,
      gone: [],
      of: count,
      next: end < count ? { since: null, place: { closedOn: TODAY, id: String(end) } } : null,
      now: NOW,
    });
  };
  const atFirst = heldNow();
  const from = performance.now();
  const learning = lessons(store, normsTeacher, () => performance.now());
  await learning.learn(
    ME,
    { closed } as unknown as CrmReader,
    FACTS,
    NOW,
    () => true,
    async () => undefined,
  );
  const total = performance.now() - from - making;
  const atLast = heldNow();
  const turns = await waits.stop();
  const norms = ifGiven(await learning.learned(ME));
  if (norms?.all.n !== count) throw new Error('not all were learned');
  return { total, ...turns, memory: atFirst === null || atLast === null ? null : (atLast - atFirst) / 1e6 };
}
