import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { callsOf } from '../../../src/background/ahead/calls';
import { gate } from '../../../src/background/ahead/gate';
import { strainOf } from '../../../src/background/ahead/strain';
import { ADAPTERS } from '../../../src/crm/adapters';
import type { Http, HttpRequest, HttpResponse } from '../../../src/crm/http';
import { openDatabase } from '../../../src/store/open';
import { readLogIn } from '../../../src/store/read-log';

const NOON = Date.UTC(2026, 10, 24, 12);
const HOST = 'acme.my.salesforce.com';
const to = (path: string): HttpRequest => ({ method: 'GET', url: `https://${HOST}/${path}`, headers: {} });

let names = 0;
/** A gate before a server that answers when it is told to. */
async function standing(headers: Record<string, string> = {}) {
  names += 1;
  const log = readLogIn(await openDatabase(`gate-${names}`));
  const world = { attended: true, share: 0.05, time: NOON, status: 200, text: '{}' };
  const begun: HttpRequest[] = [];
  const answers: (() => void)[] = [];
  const server: Http = {
    send: (request) =>
      new Promise<HttpResponse>((settle) => {
        begun.push(request);
        answers.push(() => settle({ status: world.status, headers, text: world.text }));
      }),
  };
  const gate_ = gate({
    log,
    strain: (response) => strainOf(ADAPTERS, response),
    share: async () => world.share,
    attended: async () => world.attended,
    clock: () => world.time,
    chance: () => 0,
  });
  const paths = () => begun.map(({ url }) => new URL(url).pathname.slice(1));
  const answer = async () => {
    answers.shift()?.();
    await idle();
  };
  return { asked: gate_.asked(server), ahead: gate_.ahead(server), held: gate_.held, log, world, begun, paths, answer };
}
const idle = () => new Promise((later) => setTimeout(later, 20));

describe('who goes first', () => {
  test('what is read ahead goes one call at a time, in turn', async () => {
    const { ahead, paths, answer } = await standing();
    const both = Promise.all([ahead.send(to('one')), ahead.send(to('two'))]);
    await idle();
    expect(paths()).toEqual(['one']);
    await answer();
    expect(paths()).toEqual(['one', 'two']);
    await answer();
    await both;
  });

  test('what somebody waits for goes at once, beside what is under way; what is read ahead waits for all of it', async () => {
    const { asked, ahead, paths, answer } = await standing();
    const first = ahead.send(to('ahead-1'));
    await idle();
    const views = [asked.send(to('view-1')), asked.send(to('view-2'))];
    const second = ahead.send(to('ahead-2'));
    await idle();
    expect(paths()).toEqual(['ahead-1', 'view-1', 'view-2']);
    await answer();
    await first;
    await answer();
    expect(paths()).not.toContain('ahead-2');
    await answer();
    await Promise.all(views);
    await idle();
    expect(paths()).toContain('ahead-2');
    await answer();
    await second;
  });

  test('one that goes wrong keeps nobody back', async () => {
    const { log } = await standing();
    const world = { attended: async () => true, share: async () => 1, clock: () => NOON, chance: () => 0 };
    const broken = gate({ ...world, log, strain: (response) => strainOf(ADAPTERS, response) });
    const dead = broken.ahead({ send: () => Promise.reject(new TypeError('Failed to fetch')) });
    await expect(dead.send(to('x'))).rejects.toThrow('Failed to fetch');
    expect(broken.held()).toBeNull();
    const alive = broken.ahead({ send: async () => ({ status: 200, headers: {}, text: '{}' }) });
    expect((await alive.send(to('y'))).status).toBe(200);
    expect((await log.page(null, 9)).map(({ status }) => status)).toEqual([200, null]);
  });
});

describe('what is not sent', () => {
  test('nothing ahead while nobody looks; what is asked for goes', async () => {
    const { asked, ahead, held, world, paths, answer } = await standing();
    world.attended = false;
    await expect(ahead.send(to('ahead'))).rejects.toThrow('not now: away');
    expect(held()).toEqual({ why: 'away', until: null });
    const view = asked.send(to('view'));
    await idle();
    await answer();
    await view;
    expect(paths()).toEqual(['view']);
  });

  test('nothing ahead once our share is spent, on calls that were asked for too', async () => {
    const { asked, ahead, held, answer, paths } = await standing({ 'sforce-limit-info': 'api-usage=10/40' });
    for (let n = 0; n < 2; n += 1) {
      const view = asked.send(to('view'));
      await idle();
      await answer();
      await view;
    }
    await expect(ahead.send(to('ahead'))).rejects.toThrow('not now: share');
    expect(held()?.why).toBe('share');
    expect(paths()).toEqual(['view', 'view']);
  });

  test('nothing ahead for as long as the CRM asks for; then it goes on', async () => {
    const { ahead, held, world, answer, paths } = await standing({ 'retry-after': '60' });
    world.status = 503;
    const first = ahead.send(to('one'));
    await idle();
    await answer();
    expect((await first).status).toBe(503);
    await expect(ahead.send(to('two'))).rejects.toThrow('not now: pressed');
    expect(held()).toEqual({ why: 'pressed', until: NOON + 75_000 });
    world.time += 75_000;
    world.status = 200;
    const third = ahead.send(to('three'));
    await idle();
    await answer();
    await third;
    expect(held()).toBeNull();
    expect(paths()).toEqual(['one', 'three']);
  });
});

describe('the log', () => {
  test('has every call with its size and what it says it reads, and nothing of the address or the answer', async () => {
    const { asked, log, world, begun, answer } = await standing();
    world.text = JSON.stringify({ secret: 'Zürich 4711' });
    const reads = () => [{ object: 'Opportunity', fields: ['Amount'], count: 3 }];
    const view = asked.send({ ...to("query?q=SELECT+Amount+WHERE+Name='Acme'"), reads });
    await idle();
    await answer();
    await view;
    await idle();
    const [entry] = await log.page(null, 9);
    expect(entry).toMatchObject({
      host: HOST,
      ahead: false,
      status: 200,
      bytes: new TextEncoder().encode(world.text).length,
      reads: reads(),
    });
    expect(JSON.stringify(entry)).not.toMatch(/Acme|4711|SELECT|query/);
    // What is noted is our own affair: it does not travel.
    expect(begun[0]).not.toHaveProperty('reads');
    expect(callsOf(await log.calls(HOST))).toMatchObject({ own: 1, ahead: 0 });
  });

  test('of a call that was refused says that, and that nothing was read', async () => {
    const { asked, log, world, answer } = await standing();
    world.status = 403;
    const view = asked.send({ ...to('x'), reads: () => [{ object: 'Opportunity', fields: [], count: 1 }] });
    await idle();
    await answer();
    await view;
    await idle();
    expect((await log.page(null, 9))[0]).toMatchObject({ status: 403, reads: [] });
  });

  test('that cannot be written keeps nobody from reading', async () => {
    const parts = { share: async () => 1, attended: async () => true, clock: () => NOON, chance: () => 0 };
    const broken = {
      enter: () => Promise.reject(new Error('full')),
      calls: async () => null,
    };
    const out = gate({ ...parts, log: broken, strain: (response) => strainOf(ADAPTERS, response) });
    const server: Http = { send: async () => ({ status: 200, headers: {}, text: '{}' }) };
    expect((await out.asked(server).send(to('x'))).status).toBe(200);
    expect((await out.ahead(server).send(to('x'))).status).toBe(200);
  });
});
