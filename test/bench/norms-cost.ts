import { lessons } from '../../src/background/learn/lessons';
import { normsTeacher } from '../../src/background/learn/teacher';
import { civilDate } from '../../src/core/value/civil-date';
import { instantOf } from '../../src/core/value/instant';
import { ifGiven, missing } from '../../src/core/value/known';
import { ok } from '../../src/core/value/result';
import type { CrmFacts, CrmReader, HistoryMark } from '../../src/crm/port';
import { openDatabase } from '../../src/store/open';
import { storeIn } from '../../src/store/store';
import { madeUpClosed } from '../core/deal/norms/closed-deals';
import { ASIDE } from './turns-of-a-worker';

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

/** A turn of its own, before and after which everybody else has theirs. */
async function aside<T>(work: () => T): Promise<T> {
  const turn = () => new Promise((others) => setTimeout(others, 0));
  await turn();
  const done = work();
  performance.mark(ASIDE);
  await turn();
  return done;
}

/**
 * Learns so many closed deals the way the background does, store included. They are made up as they are asked for, which is marked as
 * no part of it: nobody holds them all. What it costs is read from the worker's turns.
 */
export async function normsCost(count: number): Promise<void> {
  const store = storeIn(await openDatabase(`bench-norms-${count}-${performance.timeOrigin}`), () => 0);
  const closed = async (_facts: CrmFacts, { place }: HistoryMark) => {
    const first = Number(place?.id ?? 0);
    const deals = await aside(() => madeUpClosed(Math.min(PAGE, count - first), TODAY, first));
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
  const learning = lessons(store, normsTeacher, () => performance.now());
  await learning.learn(
    ME,
    { closed } as unknown as CrmReader,
    FACTS,
    NOW,
    () => true,
    async () => undefined,
  );
  const norms = ifGiven(await learning.learned(ME));
  if (norms?.all.n !== count) throw new Error('not all were learned');
}
