import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { LOOKS_FOR } from '../../../src/background/ahead/attendance';
import { background } from '../../../src/background/background';
import type { Ground } from '../../../src/background/ground';
import type { RecordRef } from '../../../src/core/model/record-ref';
import type { Http } from '../../../src/crm/http';
import { MOST_AT_ONCE } from '../../../src/crm/port';
import type { PageClient } from '../../../src/messages/port';
import { openDatabase } from '../../../src/store/open';
import { storeIn } from '../../../src/store/store';
import { ownRecords, standIn } from '../../crm/salesforce/stand-in';
import { quietGround } from '../ground';
import { user } from '../pages';

const HOST = 'acme.lightning.force.com';
const REP = 'Cecily Lampkin';
const MINUTE = 60_000;
const ALL = { query: '', after: null };

let databases = 0;
/** The background over the stand-in organisation, with one panel beside a deal of the rep's own. */
async function place() {
  databases += 1;
  const org = standIn(REP, undefined, undefined, {}, 'x', ownRecords({ ended: 100, size: 1200 }));
  const open = org.rows('Opportunity').filter(({ OwnerId, IsClosed }) => OwnerId === org.me.Id && IsClosed === false);
  const world = { time: Date.UTC(2026, 10, 24, 15), http: org.http as Http, front: true };
  const database = await openDatabase(`ahead-${databases}`);
  const store = storeIn(database, () => world.time);
  const alarm = { set: 0, cleared: 0 };
  const ground: Ground = {
    ...quietGround({
      store,
      http: { send: (request) => world.http.send(request) },
      clock: () => world.time,
      memory: new Map(),
      secret: () => '00D000000000001!AQ.secret',
    }),
    alarm: {
      set: () => {
        alarm.set += 1;
      },
      clear: () => {
        alarm.cleared += 1;
      },
    },
    isInFront: async () => world.front,
  };
  /** A worker that has just been started, and a panel in a tab of the CRM. */
  const wake = () => {
    const back = background(ground);
    const client = user(back, { inside: HOST, tabId: 3, container: '' });
    return { ...back, client };
  };
  const ref = org.refOf(open[0]!);
  return { org, open, world, store, alarm, wake, ref };
}

const stateOf = async (client: PageClient) => (await client.call('keeping', null)).ahead[0];
const until = async (client: PageClient, is: string) => {
  for (let tries = 0; tries < 400; tries += 1) {
    const now = await stateOf(client);
    if (now?.is === is) return now;
    await new Promise((later) => setTimeout(later, 10));
  }
  throw new Error(`waited in vain for ${is}: ${JSON.stringify(await stateOf(client))}`);
};
const looked = async (client: PageClient, ref: RecordRef) => {
  await client.call('watch', { ref });
  await client.call('present', { visible: true });
  await client.call('refresh', { ref });
};

describe('the first time', () => {
  test('all open deals of the viewer are read: one call for the list, two for ten deals', async () => {
    const { org, open, wake, ref, store } = await place();
    const { client } = wake();
    await looked(client, ref);
    const now = await until(client, 'fresh');
    expect(now).toMatchObject({ host: HOST, user: REP, done: open.length, of: open.length });
    const look = 3;
    expect(org.sent.length).toBeLessThanOrEqual(look + 1 + 2 * Math.ceil(open.length / MOST_AT_ONCE));
    const { all } = await client.call('cached', ALL);
    expect(all).toBe(open.length);
    expect((await store.dossiers()).map(({ key }) => key.id).sort()).toEqual(open.map(({ Id }) => String(Id)).sort());
  });

  test('nothing is read ahead while no page is in sight', async () => {
    const { org, wake, ref } = await place();
    const { client } = wake();
    await client.call('watch', { ref });
    await client.call('refresh', { ref });
    await until(client, 'away');
    const look = org.sent.length;
    await new Promise((later) => setTimeout(later, 100));
    expect(org.sent).toHaveLength(look);
    expect(look).toBe(3);
  });

  test('goes on by itself as soon as somebody looks again, without waiting for the alarm', async () => {
    const { open, wake, ref } = await place();
    const { client } = wake();
    await client.call('watch', { ref });
    await client.call('refresh', { ref });
    await until(client, 'away');
    await client.call('present', { visible: true });
    expect(await until(client, 'fresh')).toMatchObject({ done: open.length });
  });

  test('stops when the user says so, and goes on where it stopped, in another worker too; no deal is read twice', async () => {
    const { org, open, wake, ref, world } = await place();
    const first = wake();
    const batches = () => org.sent.length;
    world.http = {
      send: async (request) => {
        const answer = await org.http.send(request);
        // Pressed while the second batch is on its way.
        if (batches() === 7) await first.client.call('keep', { stopped: true });
        return answer;
      },
    };
    await looked(first.client, ref);
    const stopped = await until(first.client, 'stopped');
    expect(stopped.done).toBeGreaterThan(0);
    expect(stopped.done).toBeLessThan(open.length);
    const before = org.sent.length;
    await new Promise((later) => setTimeout(later, 100));
    expect(org.sent).toHaveLength(before);

    const second = wake();
    expect(await stateOf(second.client)).toMatchObject({ is: 'stopped', done: stopped.done });
    await second.client.call('present', { visible: true });
    await second.client.call('keep', { stopped: false });
    await until(second.client, 'fresh');
    const rest = Math.ceil((open.length - stopped.done) / MOST_AT_ONCE);
    expect(org.sent.length - before).toBeLessThanOrEqual(2 * rest);
  });

  test('a worker that is killed in the middle leaves nothing behind that the next has to do again', async () => {
    const { org, open, wake, ref, world, store } = await place();
    const first = wake();
    let isDead = false;
    world.http = {
      send: (request) => {
        if (org.sent.length < 8) return org.http.send(request);
        isDead = true;
        return new Promise(() => undefined);
      },
    };
    await looked(first.client, ref);
    for (let tries = 0; !isDead && tries < 1000; tries += 1) await new Promise((later) => setTimeout(later, 10));
    expect(isDead).toBe(true);
    const read = (await store.dossiers()).length;
    expect(read).toBeGreaterThan(1);
    expect(read).toBeLessThan(open.length);

    world.http = org.http;
    const before = org.sent.length;
    const second = wake();
    await second.rung();
    await until(second.client, 'fresh');
    expect(org.sent.length - before).toBeLessThanOrEqual(2 * Math.ceil((open.length - read) / MOST_AT_ONCE));
  });
});

describe('kept fresh', () => {
  const settled = async () => {
    const all = await place();
    const awake = all.wake();
    await looked(awake.client, all.ref);
    await until(awake.client, 'fresh');
    all.org.sent.length = 0;
    return { ...all, ...awake };
  };

  test('within five minutes nothing is asked again; after that one call where nothing has changed', async () => {
    const { org, client, rung, world } = await settled();
    world.time += 4 * MINUTE;
    await rung();
    expect(org.sent).toEqual([]);
    world.time += 2 * MINUTE;
    await client.call('present', { visible: true });
    await rung();
    expect(org.sent.length).toBe(1);
  });

  test('a deal that was changed in the CRM is read again, one that is deleted is dropped', async () => {
    const { org, open, client, rung, world, store } = await settled();
    const [, changed, deleted] = open;
    org.change(changed!, { NextStep: 'Call the board' });
    org.change(deleted!, null);
    world.time += 6 * MINUTE;
    await client.call('present', { visible: true });
    await rung();
    await until(client, 'fresh');
    const kept = await store.dossiers();
    const again = kept.find(({ key: { id } }) => id === changed!.Id);
    expect(again?.dossier.opportunity.nextStep).toMatchObject({ value: 'Call the board' });
    expect(kept.some(({ key: { id } }) => id === deleted!.Id)).toBe(false);
    expect((await client.call('cached', ALL)).records.some(({ key: { id } }) => id === deleted!.Id)).toBe(false);
  });

  test("somebody else's deal is kept fresh once it is pinned, and no more when the pin is out", async () => {
    const { org, client, rung, world } = await settled();
    const theirs = org
      .rows('Opportunity')
      .find(({ OwnerId, IsClosed }) => OwnerId !== org.me.Id && IsClosed === false)!;
    const ref = org.refOf(theirs);
    await client.call('watch', { ref });
    await client.call('refresh', { ref });
    const { records } = await client.call('cached', ALL);
    const card = records.find(({ ref: { id } }) => id === ref.id)!;
    const { tended } = await client.call('keeping', null);
    await client.call('pin', { key: card.key, pinned: true });
    expect(await client.call('keeping', null)).toMatchObject({ tended: tended + 1, pinned: [{ name: theirs.Name }] });
    await until(client, 'fresh');
    org.change(theirs, { NextStep: 'Read me' });
    world.time += 6 * MINUTE;
    await client.call('present', { visible: true });
    await rung();
    await until(client, 'fresh');
    const reading = await client.call('watch', { ref });
    expect(JSON.stringify(reading.dossier)).toContain('Read me');
    await client.call('pin', { key: card.key, pinned: false });
    expect(await client.call('keeping', null)).toMatchObject({ tended, pinned: [] });
  });

  test('ten minutes after the last sign of the user nothing is asked, and the alarm is taken back', async () => {
    const { org, rung, world, alarm } = await settled();
    world.time += LOOKS_FOR;
    const before = alarm.cleared;
    await rung();
    expect(org.sent).toEqual([]);
    expect(alarm.cleared).toBe(before + 1);
  });

  test('when the page goes out of sight nothing is asked at once', async () => {
    const { org, client, rung, world } = await settled();
    world.time += 6 * MINUTE;
    await client.call('present', { visible: false });
    await rung();
    expect(org.sent).toEqual([]);
  });

  test('switched off, nothing is asked; switched on, it goes on', async () => {
    const { org, client, rung, world } = await settled();
    await client.call('keep', { on: false });
    world.time += 6 * MINUTE;
    await client.call('present', { visible: true });
    await rung();
    expect((await stateOf(client))?.is).toBe('off');
    expect(org.sent).toEqual([]);
    await client.call('keep', { on: true });
    await until(client, 'fresh');
    expect(org.sent.length).toBeGreaterThan(0);
  });

  test('everything forgotten stays forgotten', async () => {
    const { client, rung, world, store } = await settled();
    await client.call('forgetAll', null);
    world.time += 6 * MINUTE;
    await client.call('present', { visible: true });
    await rung();
    expect(await store.dossiers()).toEqual([]);
    expect(await store.lines.count()).toBe(0);
  });

  test('a full storage stops it until the user goes on, and is told', async () => {
    const { client, rung, world, org, store, open } = await settled();
    const { begun } = store;
    Object.assign(store, { begun: (host: string) => ({ ...begun(host), keepDossiers: async () => 3 }) });
    org.change(open[3]!, { NextStep: 'Again' });
    world.time += 6 * MINUTE;
    await client.call('present', { visible: true });
    await rung();
    await until(client, 'full');
    Object.assign(store, { begun });
    const asked = org.sent.length;
    await rung();
    expect(org.sent).toHaveLength(asked);
    await client.call('keep', { stopped: false });
    await until(client, 'fresh');
  });
});

describe('the record in view', () => {
  test('is read again seconds after it was changed in the page, with one small call before', async () => {
    const { org, open, wake, ref, world } = await place();
    const { client } = wake();
    await looked(client, ref);
    await until(client, 'fresh');
    world.time += MINUTE;
    org.sent.length = 0;
    org.change(open[0]!, { NextStep: 'Just now' });
    expect(await client.call('recheck', { ref })).toBe('changed');
    expect(JSON.stringify((await client.call('watch', { ref })).dossier)).toContain('Just now');
    expect(org.sent[0]).toMatch(/fields=SystemModstamp$/);
  });

  test('is not looked after when its tab is not in front, nobody looks, or it is switched off', async () => {
    const { org, wake, ref, world } = await place();
    const { client } = wake();
    await looked(client, ref);
    await until(client, 'fresh');
    org.sent.length = 0;
    world.front = false;
    expect(await client.call('recheck', { ref })).toBe('not-now');
    world.front = true;
    await client.call('present', { visible: false });
    expect(await client.call('recheck', { ref })).toBe('not-now');
    await client.call('present', { visible: true });
    await client.call('keep', { on: false });
    expect(await client.call('recheck', { ref })).toBe('not-now');
    expect(org.sent).toEqual([]);
  });
});

test('what was read is in the log: objects and fields of every call, and no id, name or value of anybody', async () => {
  const { org, open, wake, ref } = await place();
  const { client } = wake();
  await looked(client, ref);
  await until(client, 'fresh');
  const log = await client.call('reads', { before: null });
  expect(log).toHaveLength(org.sent.length);
  expect(log.filter(({ ahead }) => ahead).length).toBe(org.sent.length - 3);
  expect(log.every(({ reads, bytes }) => reads.length > 0 && bytes > 0)).toBe(true);
  const written = JSON.stringify(log);
  for (const { Id, Name, AccountId } of open) {
    for (const told of [Id, Name, AccountId]) if (told !== null) expect(written).not.toContain(String(told));
  }
  expect(written).not.toMatch(/SELECT |WHERE |secret|Bearer/);
  const { calls } = await client.call('keeping', null);
  expect(calls[0]).toMatchObject({ own: org.sent.length, allowed: 5000, organisation: { limit: 100_000 } });
});
