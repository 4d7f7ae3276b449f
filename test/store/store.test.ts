import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/core/model/dossier';
import { given, missing } from '../../src/core/value/known';
import { openDatabase } from '../../src/store/open';
import { withRoom } from '../../src/store/retention';
import { recordKeyText } from '../../src/store/schema';
import { storeIn } from '../../src/store/store';
import { UPGRADES, type Upgrade } from '../../src/store/upgrades';
import { at, company, dossier, key, ref } from './deals';

let names = 0;
const fresh = async () => {
  names += 1;
  let time = 0;
  const database = await openDatabase(`test-${names}`);
  return { database, store: storeIn(database, () => (time += 1)) };
};

describe('the cache', () => {
  test('gives back what it was given, reasons for the missing included', async () => {
    const { store } = await fresh();
    await store.keepDossier(key('006A'), ref('006A'), dossier('006A'));
    expect(await store.dossier(key('006A'))).toEqual(dossier('006A'));
  });

  test('never mixes two users or two organisations', async () => {
    const { store } = await fresh();
    await store.keepDossier(key('006A', '005A'), ref('006A'), dossier('006A', 'seen by A'));
    await store.keepDossier(key('006A', '005B'), ref('006A'), dossier('006A', 'seen by B'));
    await store.keepDossier(key('006A', '005A', '00DB'), ref('006A'), dossier('006A', 'elsewhere'));
    expect((await store.dossier(key('006A', '005A')))?.opportunity.name).toBe('seen by A');
    expect((await store.dossier(key('006A', '005B')))?.opportunity.name).toBe('seen by B');
    expect((await store.dossier(key('006A', '005A', '00DB')))?.opportunity.name).toBe('elsewhere');
    expect(await store.dossier(key('006A', '005C'))).toBeNull();
  });

  test('lists the latest used first', async () => {
    const { store } = await fresh();
    for (const id of ['006A', '006B', '006A']) await store.keepDossier(key(id), ref(id), dossier(id));
    expect((await store.dossiers()).map((one) => one.key.id)).toEqual(['006A', '006B']);
  });

  test('goes through all of one user, a hundred and twenty of them too, and nobody else’s of a name that begins alike', async () => {
    const { store } = await fresh();
    const ids = Array.from({ length: 120 }, (_, n) => `006${String(n).padStart(3, '0')}`);
    for (const [user, organisation] of [
      ['005A', '00DA'],
      ['005AB', '00DA'],
      ['005', '00DA'],
      ['005A', '00DAB'],
    ] as const)
      for (const id of user === '005A' && organisation === '00DA' ? ids : ids.slice(0, 3))
        await store.keepDossier(key(id, user, organisation), ref(id), dossier(id));
    const of = async (user: string) => {
      const found: string[] = [];
      for await (const one of store.dossiersOf({ crm: 'salesforce', organisation: '00DA', user }))
        found.push(one.key.id);
      return found;
    };
    expect(await of('005A')).toEqual(ids);
    expect(await of('005AB')).toEqual(ids.slice(0, 3));
    expect(await of('005C')).toEqual([]);
  });

  test('forgets one record with what was seen of it', async () => {
    const { store } = await fresh();
    await store.keepDossier(key('006A'), ref('006A'), dossier('006A'));
    await store.keepDossier(key('006B'), ref('006B'), dossier('006B'));
    await store.keepCompany(key('001A'), company('001A').ref, company('001A'));
    await store.keepSnapshot({ key: key('006A'), snapshot: {}, at });
    await store.forget(key('006A'));
    expect(await store.dossier(key('006A'))).toBeNull();
    expect(await store.snapshot(key('006A'))).toBeNull();
    expect(await store.dossier(key('006B'))).not.toBeNull();
    expect(await store.company(key('001A'))).toEqual(company('001A'));
    await store.forget(key('001A'));
    expect(await store.company(key('001A'))).toBeNull();
  });

  test('forgets everything of a CRM and keeps plans and settings', async () => {
    const { store } = await fresh();
    await store.keepDossier(key('006A'), ref('006A'), dossier('006A'));
    await store.keepPlan({ id: 'mine', fileName: 'mine.json', text: '{}' });
    await store.keepSetting('active-plan', 'mine');
    await store.keepCompany(key('001A'), company('001A').ref, company('001A'));
    await store.forgetAll();
    expect(await store.dossiers()).toEqual([]);
    expect(await store.company(key('001A'))).toBeNull();
    expect(await store.plans()).toHaveLength(1);
    expect(await store.setting('active-plan')).toBe('mine');
  });
});

describe('when the disk is full', () => {
  const full = () => Object.assign(new Error('full'), { name: 'QuotaExceededError' });

  test('what nobody has looked at for longest makes room', async () => {
    const { store, database } = await fresh();
    for (let n = 0; n < 30; n += 1) await store.keepDossier(key(`006${n}`), ref(`006${n}`), dossier(`006${n}`));
    let failures = 1;
    await withRoom(database, async () => {
      if (failures-- > 0) throw full();
    });
    const left = (await store.dossiers()).map((one) => one.key.id);
    expect(left).toHaveLength(10);
    expect(left[0]).toBe('00629');
    expect(left.at(-1)).toBe('00620');
  });

  test('with nothing left to drop, the write fails', async () => {
    const { database } = await fresh();
    await expect(withRoom(database, () => Promise.reject(full()))).rejects.toThrow('full');
  });

  test('another error is not taken for a full disk', async () => {
    const { store, database } = await fresh();
    await store.keepDossier(key('006A'), ref('006A'), dossier('006A'));
    await expect(withRoom(database, () => Promise.reject(new Error('other')))).rejects.toThrow('other');
    expect(await store.dossiers()).toHaveLength(1);
  });
});

describe('upgrades', () => {
  test('a database of the first version, kept by an older release, is brought on step by step with all it holds', async () => {
    const old = await openDatabase('upgraded', UPGRADES.slice(0, 1));
    await storeIn(old, () => 1).keepPlan({ id: 'mine', fileName: 'mine.json', text: '{}' });
    old.close();
    const steps: number[] = [];
    const next: Upgrade[] = [
      ...UPGRADES.slice(0, 1),
      async (_database, transaction) => {
        steps.push(2);
        const plans = transaction.objectStore('plans');
        for (const plan of (await plans.getAll()) as { id: string }[])
          await plans.put?.({ ...plan, team: 'mine' }, plan.id);
      },
      (database) => {
        steps.push(3);
        database.createObjectStore('teams');
      },
    ];
    const now = await openDatabase('upgraded', next);
    expect(steps).toEqual([2, 3]);
    expect(now.version).toBe(3);
    expect(await storeIn(now, () => 2).plans()).toEqual([
      { id: 'mine', fileName: 'mine.json', text: '{}', team: 'mine' },
    ]);
    expect([...now.objectStoreNames]).toContain('teams');
  });

  test('deals that the first version kept are whole deals of today, with what was not read then told as such', async () => {
    const old = await openDatabase('dossiers-of-1', UPGRADES.slice(0, 1));
    const { lookalikes: _l, quotes: _q, team: _t, ...bare } = dossier('006A');
    const family = given({ members: [], standings: [], hidden: 2 }, { kind: 'crm', field: 'Account' }, at);
    const kept = { key: key('006A'), ref: ref('006A'), dossier: { ...bare, family } as unknown as Dossier, usedAt: 1 };
    await old.put('dossiers', kept, recordKeyText(kept.key));
    old.close();
    const now = storeIn(await openDatabase('dossiers-of-1'), () => 2);
    expect(await now.dossier(key('006A'))).toEqual({
      ...bare,
      lookalikes: missing('not-yet-read'),
      quotes: missing('not-yet-read'),
      team: missing('not-yet-read'),
      family: {
        ...family,
        value: {
          members: [],
          standings: [],
          hidden: 2,
          deals: missing('not-yet-read'),
          moreDeals: missing('not-yet-read'),
        },
      },
    });
  });

  test('every deal that the second version kept has its line in the list, in the order it was used', async () => {
    const old = await openDatabase('lines-of-2', UPGRADES.slice(0, 2));
    for (const [n, id] of ['006A', '006B'].entries()) {
      const { opportunity, ...rest } = dossier(id, `Größe ${id}`);
      const owner = given({ id: '005A', name: 'Jörg' }, { kind: 'crm', field: 'Opportunity.OwnerId' }, at);
      const kept = {
        key: key(id),
        ref: ref(id),
        dossier: { ...rest, opportunity: { ...opportunity, owner } },
        usedAt: n,
      };
      await old.put('dossiers', kept, recordKeyText(kept.key));
    }
    await storeIn(old, () => 1).keepSetting('active-plan', 'mine');
    old.close();
    const now = storeIn(await openDatabase('lines-of-2'), () => 9);
    const { lines } = await now.lines.page('', null, 10);
    expect(lines.map(({ line }) => line.name)).toEqual(['Größe 006B', 'Größe 006A']);
    expect(lines[0]).toMatchObject({ readAt: at, pinned: false, line: { owner: { name: 'Jörg' }, outcome: 'open' } });
    expect((await now.lines.page('jorg 006a', null, 10)).lines.map(({ key: { id } }) => id)).toEqual(['006A']);
    expect((await now.dossier(key('006A')))?.opportunity.name).toBe('Größe 006A');
    expect(await now.setting('active-plan')).toBe('mine');
    // What a step wrote once is what is written today.
    await now.keepDossier(key('006A'), ref('006A'), (await now.dossier(key('006A')))!);
    expect(await now.lines.line(key('006A'))).toMatchObject({
      readAt: at,
      drops: 9,
      place: [-9, 'große 006a  jorg', expect.anything()],
    });
  });

  test('offers that the third version kept, which told neither how far they had come nor since when, are to be read anew', async () => {
    const old = await openDatabase('quotes-of-3', UPGRADES.slice(0, 3));
    const quotes = given([{ id: '0Q0A', name: 'Q-1' }], { kind: 'crm', field: 'Quote' }, at);
    const kept = {
      key: key('006A'),
      ref: ref('006A'),
      dossier: { ...dossier('006A'), quotes } as unknown as Dossier,
      usedAt: 1,
    };
    await old.put('dossiers', kept, recordKeyText(kept.key));
    old.close();
    const now = storeIn(await openDatabase('quotes-of-3'), () => 2);
    expect(await now.dossier(key('006A'))).toEqual({ ...dossier('006A'), quotes: missing('not-yet-read') });
  });

  test('a step that fails leaves the older version whole', async () => {
    const old = await openDatabase('failed', UPGRADES.slice(0, 1));
    await storeIn(old, () => 1).keepPlan({ id: 'mine', fileName: 'mine.json', text: '{}' });
    old.close();
    const broken: Upgrade = (database) => {
      database.deleteObjectStore('plans');
      throw new Error('broken');
    };
    await expect(openDatabase('failed', [...UPGRADES.slice(0, 1), broken])).rejects.toThrow();
    const again = await openDatabase('failed', UPGRADES.slice(0, 1));
    expect(await storeIn(again, () => 2).plans()).toHaveLength(1);
  });

  test('the whole list, from nothing', async () => {
    const database = await openDatabase('new');
    expect(database.version).toBe(UPGRADES.length);
    expect([...database.objectStoreNames].sort()).toEqual(
      [
        'books',
        'calls',
        'companies',
        'connections',
        'dossiers',
        'lines',
        'norms',
        'plans',
        'reads',
        'settings',
        'snapshots',
        'syncs',
      ].sort(),
    );
  });
});
