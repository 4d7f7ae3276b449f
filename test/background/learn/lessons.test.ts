import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { lessons, type Teacher } from '../../../src/background/learn/lessons';
import { instantOf } from '../../../src/core/value/instant';
import { ifGiven } from '../../../src/core/value/known';
import type { Progress } from '../../../src/messages/reading';
import { openDatabase } from '../../../src/store/open';
import { storeIn } from '../../../src/store/store';
import { FIRST, standIn } from '../../crm/salesforce/stand-in';

const NOW = instantOf(Date.UTC(2026, 10, 24, 15));
const LATER = instantOf(Date.UTC(2026, 10, 26, 15));

/** Learns nothing but which deals there were: enough to see that each is taught, and none twice. */
const roll: Teacher<readonly string[], readonly string[]> = {
  page: ({ deals }) => deals.map(({ id }) => id),
  begin: () => [],
  add: (ids, page) => [...ids, ...page],
  norms: function* (ids) {
    yield;
    return { ids, all: { won: 0, n: ids.length } } as never;
  },
  calibration: function* (ids) {
    yield;
    return { bins: [], odds: null, base: null, n: 0, deals: ids.length, leftOut: 0 };
  },
};

let count = 0;
async function school() {
  count += 1;
  const org = standIn('Cecily Lampkin');
  const deal = org.rows('Opportunity').find(({ OwnerId, IsClosed }) => OwnerId === org.me.Id && IsClosed === false);
  const { facts } = await org.look(deal!, FIRST);
  const store = storeIn(await openDatabase(`lessons-${count}`), () => 0);
  const of = { crm: 'salesforce', organisation: facts.organisation, user: facts.user } as const;
  const said: (Progress | null)[] = [];
  const told = async (progress: Progress | null) => void said.push(progress);
  return { org, facts, store, of, said, told, lessons: lessons(store, roll, () => 0) };
}
const taught = async ({ lessons, of }: Awaited<ReturnType<typeof school>>) =>
  (ifGiven(await lessons.learned(of)) as unknown as { readonly ids: readonly string[] } | undefined)?.ids ?? [];

describe('learning from closed deals', () => {
  test('takes them all in slices, each once, and says how far it has come', async () => {
    const here = await school();
    await here.lessons.learn(here.of, here.org.reader, here.facts, NOW, () => true, here.told);
    const ids = await taught(here);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(5000);
    expect(here.said[0]).toEqual({ what: 'progress_norms', done: 0, of: null });
    expect(here.said[1]).toMatchObject({ done: 400, of: expect.any(Number) });
    expect(here.said.at(-1)).toBeNull();
  });

  test('stops when nobody watches, and goes on from there', async () => {
    const here = await school();
    let looks = 2;
    await here.lessons.learn(here.of, here.org.reader, here.facts, NOW, () => looks-- > 0, here.told);
    expect(await taught(here)).toHaveLength(800);
    looks = 1;
    await here.lessons.learn(here.of, here.org.reader, here.facts, NOW, () => looks-- > 0, here.told);
    const ids = await taught(here);
    expect(ids).toHaveLength(1200);
    expect(new Set(ids).size).toBe(1200);
  });

  test('asks nothing more the same day; later, only for what has changed', async () => {
    const here = await school();
    const learn = (now: typeof NOW) =>
      here.lessons.learn(here.of, here.org.reader, here.facts, now, () => true, here.told);
    await learn(NOW);
    const asked = here.org.sent.length;
    await learn(NOW);
    expect(here.org.sent).toHaveLength(asked);
    await learn(LATER);
    expect(here.org.sent).toHaveLength(asked + 1);
  });

  test('stops once everything is forgotten, and keeps nothing of it', async () => {
    const here = await school();
    const told = async (progress: Progress | null) => {
      await here.told(progress);
      if (progress?.done === 400) await here.store.forgetAll();
    };
    await here.lessons.learn(here.of, here.org.reader, here.facts, NOW, () => true, told);
    expect(here.said.map((progress) => progress?.done ?? null)).toEqual([0, 400, null]);
    expect(await here.store.norms(here.of)).toBeNull();
    expect(await here.store.lessonPage(here.of, 1)).toBeNull();
  });

  test('for one user says nothing to another', async () => {
    const here = await school();
    let looks = 1;
    await here.lessons.learn(here.of, here.org.reader, here.facts, NOW, () => looks-- > 0, here.told);
    expect(await here.lessons.learned({ ...here.of, user: '005gL0000000009QAA' })).toMatchObject({
      missing: 'not-yet-read',
    });
  });
});
