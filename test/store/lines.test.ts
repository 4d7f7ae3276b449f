import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { DealLine } from '../../src/core/model/deal-line';
import { type Instant, instantOf } from '../../src/core/value/instant';
import type { PlaceInList } from '../../src/store/lines';
import { openDatabase } from '../../src/store/open';
import { withRoom } from '../../src/store/retention';
import type { Owned } from '../../src/store/schema';
import { storeIn } from '../../src/store/store';
import { at, dossier, key, ref } from './deals';

const ME: Owned = { crm: 'salesforce', organisation: '00DA', user: '005A' };
const HOST = 'acme.lightning.force.com';
const later = (minutes: number): Instant => instantOf(Date.parse(at) + minutes * 60_000);
const line = (id: string, more: Partial<DealLine> = {}): DealLine => ({
  id,
  name: `Deal ${id}`,
  account: 'Acme',
  owner: { id: '005A', name: 'Cecily' },
  outcome: 'open',
  closeDate: null,
  changedAt: at,
  ...more,
});
const all = () => true;

let names = 0;
async function fresh() {
  names += 1;
  let time = 0;
  const database = await openDatabase(`lines-${names}`);
  return { database, store: storeIn(database, () => (time += 1)) };
}
const ids = (lines: readonly { readonly key: { readonly id: string } }[]) => lines.map((one) => one.key.id);

describe('the list', () => {
  test('comes a page at a time: what was looked at last, then the rest by name, each once', async () => {
    const { store } = await fresh();
    const many = Array.from({ length: 25 }, (_, n) => line(`006${String(n).padStart(2, '0')}`));
    await store.lines.keep(ME, HOST, many, all);
    for (const id of ['00607', '00603']) await store.keepDossier(key(id), ref(id), dossier(id));
    const found: string[] = [];
    let after: PlaceInList | null = null;
    for (let pages = 0; pages < 9; pages += 1) {
      const page = await store.lines.page('', after, 10);
      found.push(...ids(page.lines));
      after = page.next;
      if (!after) break;
    }
    expect(found.slice(0, 2)).toEqual(['00603', '00607']);
    expect(new Set(found).size).toBe(25);
    expect(found).toHaveLength(25);
    expect(found.slice(2)).toEqual([...found.slice(2)].sort());
    expect(await store.lines.count()).toBe(25);
  });

  test('is searched in name, account and owner, whatever the case and the accents', async () => {
    const { store } = await fresh();
    const deals = [
      line('006A', { name: 'Überholung der Anlage', owner: { id: '005B', name: 'Jörg Müller' } }),
      line('006B', { name: 'GTX rollout', account: null, owner: null }),
    ];
    await store.lines.keep(ME, HOST, deals, all);
    const found = async (query: string) => ids((await store.lines.page(query, null, 10)).lines);
    expect(await found('uberholung MULLER')).toEqual(['006A']);
    expect(await found(' rollout')).toEqual(['006B']);
    expect(await found('acme gtx')).toEqual([]);
  });

  test('a search through more than is looked through at a time finds all of it', async () => {
    const { store } = await fresh();
    const many = Array.from({ length: 2300 }, (_, n) =>
      line(`006${String(n).padStart(4, '0')}`, { name: n % 1000 === 999 ? 'Wanted' : 'Other' }),
    );
    await store.lines.keep(ME, HOST, many, all);
    const page = await store.lines.page('wanted', null, 10);
    expect(ids(page.lines)).toEqual(['0060999', '0061999']);
    expect(page.next).toBeNull();
  });
});

describe('what has to be read', () => {
  test('an open deal of one’s own, until its dossier is read, and again when it was touched after that', async () => {
    const { store } = await fresh();
    await store.lines.keep(ME, HOST, [line('006A'), line('006B', { outcome: 'won' })], all);
    expect(ids(await store.lines.nextDue(ME, 9))).toEqual(['006A']);
    await store.keepDossiers(ME, [{ ref: ref('006A'), dossier: dossier('006A', 'A', later(5)) }]);
    expect(await store.lines.due(ME)).toBe(0);
    await store.lines.keep(ME, HOST, [line('006A', { changedAt: later(4) })], all);
    expect(await store.lines.due(ME)).toBe(0);
    await store.lines.keep(ME, HOST, [line('006A', { changedAt: later(6) })], all);
    expect(await store.lines.due(ME)).toBe(1);
  });

  test('touched in the very second of the reading: once more, and then no more, whatever the clocks say', async () => {
    const { store } = await fresh();
    await store.lines.keep(ME, HOST, [line('006A', { changedAt: at })], all);
    await store.keepDossiers(ME, [{ ref: ref('006A'), dossier: dossier('006A', 'A', at) }]);
    expect(await store.lines.due(ME)).toBe(0);
    await store.lines.keep(ME, HOST, [line('006A', { changedAt: later(600) })], all);
    expect(await store.lines.due(ME)).toBe(1);
    await store.keepDossiers(ME, [{ ref: ref('006A'), dossier: dossier('006A', 'A', later(1)) }]);
    expect(await store.lines.due(ME)).toBe(0);
  });

  test('pinned ones first, then by close date; those of another user never', async () => {
    const { store } = await fresh();
    const deals = [
      line('006A', { closeDate: '2026-12-01' as DealLine['closeDate'] }),
      line('006B', { closeDate: '2026-11-01' as DealLine['closeDate'] }),
      line('006C'),
    ];
    await store.lines.keep(ME, HOST, deals, all);
    await store.lines.keep({ ...ME, user: '005B' }, HOST, [line('006D')], all);
    await store.lines.pin(key('006C'), true);
    expect(ids(await store.lines.nextDue(ME, 9))).toEqual(['006C', '006B', '006A']);
    expect(await store.lines.tended(ME)).toBe(3);
    expect(await store.lines.tendedIds(ME, '006A', 9)).toEqual(['006B', '006C']);
  });

  test("a closed or another's deal only while it is pinned", async () => {
    const { store } = await fresh();
    await store.lines.keep(ME, HOST, [line('006A', { outcome: 'lost' })], () => false);
    expect(await store.lines.tended(ME)).toBe(0);
    await store.lines.pin(key('006A'), true);
    expect(ids(await store.lines.nextDue(ME, 9))).toEqual(['006A']);
    expect(ids(await store.lines.pinned())).toEqual(['006A']);
    await store.lines.pin(key('006A'), false);
    expect(await store.lines.due(ME)).toBe(0);
  });

  test('what the user may not see any more is gone with all that is kept of it', async () => {
    const { store } = await fresh();
    await store.keepDossier(key('006A'), ref('006A'), dossier('006A'));
    await store.keepSnapshot({ key: key('006A'), snapshot: {}, at });
    await store.lines.drop(ME, ['006A']);
    expect([await store.dossier(key('006A')), await store.lines.line(key('006A'))]).toEqual([null, null]);
    expect(await store.snapshot(key('006A'))).toBeNull();
  });
});

describe('when the disk is full', () => {
  const full = () => Object.assign(new Error('full'), { name: 'QuotaExceededError' });

  test('pinned deals stay, the longest unused go, their lines stay in the list, and it is said', async () => {
    const { store, database } = await fresh();
    for (let n = 0; n < 25; n += 1) {
      const id = `006${String(n).padStart(2, '0')}`;
      await store.keepDossier(key(id), ref(id), dossier(id));
    }
    await store.lines.pin(key('00600'), true);
    await store.lines.look(key('00601'));
    let failures = 1;
    const dropped = await withRoom(
      database,
      async () => {
        if (failures-- > 0) throw full();
      },
      () => 77,
    );
    expect(dropped).toBe(20);
    const left = (await store.dossiers()).map((one) => one.key.id).sort();
    expect(left).toEqual(['00600', '00601', '00622', '00623', '00624']);
    expect(await store.lines.count()).toBe(25);
    expect((await store.lines.line(key('00605')))?.readAt).toBeNull();
    expect(await store.roomMade()).toEqual({ at: 77, deals: 20 });
    await store.roomToldOf();
    expect(await store.roomMade()).toBeNull();
  });

  test('what was read ahead and never looked at goes before anything else', async () => {
    const { store, database } = await fresh();
    await store.keepDossier(key('00600'), ref('00600'), dossier('00600'));
    const ahead = Array.from({ length: 20 }, (_, n) => `0061${String(n).padStart(2, '0')}`);
    await store.keepDossiers(
      ME,
      ahead.map((id) => ({ ref: ref(id), dossier: dossier(id) })),
    );
    let failures = 1;
    await withRoom(database, async () => {
      if (failures-- > 0) throw full();
    });
    expect((await store.dossiers()).map((one) => one.key.id)).toEqual(['00600']);
  });
});
