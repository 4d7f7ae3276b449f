import { describe, expect, test } from 'vitest';
import type { RecordRef } from '../../src/core/model/record-ref';
import { ifGiven } from '../../src/core/value/known';
import type { CookieJar } from '../../src/crm/port';
import { ACCOUNT, ACME, DEAL } from '../crm/salesforce/acme';
import { type Script, scriptedOrg, USER } from '../crm/salesforce/scripted-org';
import { HOST, IN_TAB, isDone, REF, RULES, running, SECRET, until } from './running';

const ALL = { query: '', after: null };
const EXPIRED: Script = {
  ...ACME,
  always: {
    status: 401,
    text: JSON.stringify([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]),
  },
};

describe('a CRM that asks to be left alone', () => {
  const PRESSED: Script = {
    ...ACME,
    always: { status: 429, headers: { date: 'Tue, 24 Nov 2026 09:00:00 GMT', 'retry-after': '600' } },
  };

  test('is not asked again before that, though the background has slept, and is asked after', async () => {
    const { world, start, page } = await running(PRESSED);
    const limited = { ok: false, problem: { kind: 'rate-limited', until: '2026-11-24T09:10:00.000Z' } };
    expect(await page(start()).client.call('refresh', { ref: REF })).toEqual(limited);
    const asked = world.org.sent.length;
    expect(await page(start()).client.call('refresh', { ref: REF })).toEqual(limited);
    expect(world.org.sent).toHaveLength(asked);
    world.time += 600_000;
    world.org = scriptedOrg(ACME);
    expect((await page(start()).client.call('refresh', { ref: REF })).ok).toBe(true);
  });

  test('for the day is asked again after an hour, however often it was looked at meanwhile', async () => {
    const { world, start, page } = await running({
      ...ACME,
      always: {
        status: 403,
        text: '[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"TotalRequests Limit exceeded."}]',
      },
    });
    const back = start();
    for (let minutes = 0; minutes < 60; minutes += 20) {
      expect((await page(back).client.call('refresh', { ref: REF })).ok).toBe(false);
      world.time += 20 * 60_000;
    }
    world.org = scriptedOrg(ACME);
    expect((await page(back).client.call('refresh', { ref: REF })).ok).toBe(true);
  });
});

describe('a way that was closed', () => {
  const BLOCKED: Script = {
    ...ACME,
    always: {
      status: 403,
      text: JSON.stringify([
        { errorCode: 'API_DISABLED_FOR_ORG', message: 'API is not enabled for this Organization' },
      ]),
    },
  };

  test('is tried once more when the user says so, though the page is still being read in its place', async () => {
    let isRead = false;
    const shownIn = () => {
      isRead = true;
      return new Promise<never>(() => undefined);
    };
    const { world, page } = await running(BLOCKED, { shownIn });
    const { client, pushed } = page();
    await client.call('watch', { ref: REF });
    await until(() => isRead);
    expect(pushed.at(-1)?.connection.problem?.kind).toBe('blocked');
    world.org = scriptedOrg(ACME);
    expect((await client.call('connect', { host: HOST })).ok).toBe(true);
    expect(pushed.at(-1)?.connection).toMatchObject({ problem: null, way: 'session' });
  });
});

describe('watching a record', () => {
  test('answers at once with what there is, then pushes what the CRM says', async () => {
    const { page } = await running(ACME);
    const { client, pushed } = page();
    const first = await client.call('watch', { ref: REF });
    expect(first.dossier).toMatchObject({ missing: 'not-yet-read' });
    expect(first.connection).toMatchObject({ reading: true, problem: null });
    await until(() => isDone(pushed));
    const last = pushed.at(-1)!;
    expect(ifGiven(last.dossier)?.opportunity.name).toBe('Acme - 200 seats');
    expect(ifGiven(last.book)?.rep.name).toBe('Cecily Lampkin');
    expect(ifGiven(last.viewer)?.name).toBe('Cecily Lampkin');
    expect(last).toMatchObject({
      zone: 'Europe/Berlin',
      today: '2026-11-24',
      connection: { way: 'session', problem: null },
    });
  });

  test('takes three calls the first time and one the next, whoever asks at the same time', async () => {
    const { page, start, world } = await running(ACME);
    const back = start();
    const one = page(back);
    const two = page(back);
    await Promise.all([one.client.call('watch', { ref: REF }), two.client.call('watch', { ref: REF })]);
    await until(() => isDone(one.pushed) && isDone(two.pushed));
    expect(world.org.sent).toHaveLength(3);
    expect((await one.client.call('refresh', { ref: REF })).ok).toBe(true);
    expect(world.org.sent).toHaveLength(4);
  });

  test('after the background slept, takes one call: whose session it is, is remembered in memory', async () => {
    const { page, start, world } = await running(ACME);
    await page(start()).client.call('refresh', { ref: REF });
    const awake = page(start());
    const first = await awake.client.call('watch', { ref: REF });
    expect(ifGiven(first.dossier)?.opportunity.name).toBe('Acme - 200 seats');
    await until(() => isDone(awake.pushed));
    expect(world.org.sent).toHaveLength(4);
  });

  test('tells nothing more of a record that is no longer shown', async () => {
    const { page } = await running(ACME);
    const { client, pushed } = page();
    const other: RecordRef = { ...REF, id: '006000000000009AAA' };
    await client.call('watch', { ref: REF });
    await client.call('watch', { ref: other });
    await until(() => isDone(pushed));
    expect(pushed.filter(({ ref }) => ref.id === DEAL)).toEqual([]);
    expect(pushed.at(-1)?.connection.problem).toEqual({ kind: 'not-found' });
  });
});

describe('risk rules', () => {
  test('that take effect reach a panel that is open, and one that has none open yet asks for them', async () => {
    const { page, start } = await running(ACME);
    const back = start();
    const open = page(back);
    const options = page(back, { inside: null, tabId: 9, container: '' });
    const heard: (string | undefined)[] = [];
    open.client.on('rules', (inForce) => heard.push(inForce?.fileName ?? undefined));
    await open.client.call('watch', { ref: REF });
    const file = { fileName: 'ours.json', text: RULES };
    await options.client.call('activateRules', { file });
    await until(() => heard.length === 1);
    expect(heard).toEqual(['ours.json']);
    expect(await page(back).client.call('rules', null)).toMatchObject({ fileName: 'ours.json' });
    await options.client.call('activateRules', { file: { ...file, text: '{' } });
    expect(heard).toEqual(['ours.json']);
  });
});

describe('watching a company and a home', () => {
  const COMPANY: RecordRef = { ...REF, kind: 'account', id: ACCOUNT };
  const HOME: RecordRef = { ...REF, kind: 'user', id: 'me' };

  test('a company with its family, kept, and forgotten like any record', async () => {
    const { page, start, store } = await running(ACME);
    const { client, pushed } = page(start());
    expect((await client.call('watch', { ref: COMPANY })).company).toMatchObject({ missing: 'not-yet-read' });
    await until(() => isDone(pushed));
    const company = ifGiven(pushed.at(-1)!.company);
    expect(company?.account.name).toBe('Acme');
    expect(ifGiven(company!.family)?.members.map(({ name }) => name)).toEqual(['Acme', 'Acme Nordic']);
    expect(pushed.at(-1)?.dossier).toMatchObject({ missing: 'not-yet-read' });
    const [behind] = await store.connections();
    const key = { crm: 'salesforce', organisation: behind!.organisation, user: behind!.user, id: ACCOUNT } as const;
    expect(await store.company(key)).toEqual(company);
    await client.call('forget', { key });
    expect(await store.company(key)).toBeNull();
  });

  test("a home with the viewer's own book, whoever that is", async () => {
    const { page, start } = await running(ACME);
    const { client, pushed } = page(start());
    await client.call('watch', { ref: HOME });
    await until(() => isDone(pushed));
    const book = ifGiven(pushed.at(-1)!.book);
    expect(book?.rep).toEqual({ id: USER, name: 'Cecily Lampkin' });
    expect(ifGiven(book!.goals)).toHaveLength(1);
    expect(pushed.at(-1)?.dossier).toMatchObject({ missing: 'not-yet-read' });
    expect(pushed.at(-1)?.company).toMatchObject({ missing: 'not-yet-read' });
  });

  test('one that is not there: said of it, and not of the CRM', async () => {
    const { page, start } = await running(ACME);
    const { client, pushed } = page(start());
    await client.call('watch', { ref: { ...COMPANY, id: '001000000000009AAA' } });
    await until(() => isDone(pushed));
    expect(pushed.at(-1)?.connection).toMatchObject({ problem: { kind: 'not-found' }, way: 'session' });
  });
});

describe('what is in the way', () => {
  test('signed out: the cache stands with its age, nothing is asked in a loop, and a sign-in recovers by itself', async () => {
    const { page, start, world } = await running(ACME);
    const back = start();
    const { client, pushed } = page(back);
    await client.call('refresh', { ref: REF });
    world.org = scriptedOrg(EXPIRED);
    await client.call('watch', { ref: REF });
    await until(() => pushed.at(-1)?.connection.problem?.kind === 'signed-out');
    expect(pushed.at(-1)?.connection.way).toBe('cache');
    expect(ifGiven(pushed.at(-1)!.dossier)?.opportunity.name).toBe('Acme - 200 seats');
    const asked = world.org.sent.length;
    await new Promise((settle) => setTimeout(settle, 50));
    expect(world.org.sent).toHaveLength(asked);

    world.org = scriptedOrg(ACME);
    world.secret = '00D000000000001!AQ.another';
    back.signedIn('acme.my.salesforce.com');
    await until(() => pushed.at(-1)?.connection.problem === null && pushed.at(-1)?.connection.reading === false);
    expect(pushed.at(-1)?.connection.way).toBe('session');
  });

  test('waits for leave to use the session, and reads by itself once it is given in another tab', async () => {
    let allowed = false;
    const jar: CookieJar = {
      at: async (url) => ({ domain: new URL(url).hostname, value: SECRET }),
      under: async () => [],
    };
    const { page, start, docked } = await running(ACME, { jar: async () => (allowed ? jar : null) });
    const back = start();
    const { client, pushed } = page(back);
    await client.call('watch', { ref: REF });
    await until(() => pushed.at(-1)?.connection.problem?.kind === 'not-connected');
    await client.call('openOptions', null);
    expect(docked).toEqual(['options']);
    allowed = true;
    back.allowed();
    await until(() => pushed.at(-1)?.connection.problem === null && pushed.at(-1)?.connection.reading === false);
    expect(ifGiven(pushed.at(-1)!.dossier)?.opportunity.name).toBe('Acme - 200 seats');
  });

  test('blocked by the administrator: asked once, and again only when the user says so', async () => {
    const text = JSON.stringify([
      { errorCode: 'INVALID_SESSION_ID', message: 'This session is not valid for use with the REST API' },
    ]);
    const { page, world } = await running({ ...ACME, always: { status: 401, text } });
    const { client } = page();
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await client.call('refresh', { ref: REF })).toMatchObject({ problem: { kind: 'blocked' } });
    }
    expect(world.org.sent).toHaveLength(1);
    await client.call('connect', { host: HOST });
    expect(world.org.sent).toHaveLength(2);
  });

  test('over the limit: nothing is asked until it ends', async () => {
    const { page, world } = await running(ACME);
    const { client } = page();
    await client.call('refresh', { ref: REF });
    const text = JSON.stringify([{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }]);
    world.org = scriptedOrg({ ...ACME, always: { status: 403, text } });
    for (let tries = 0; tries < 3; tries += 1) await client.call('refresh', { ref: REF });
    expect(world.org.sent).toHaveLength(1);
    world.org = scriptedOrg(ACME);
    world.time += 2 * 3_600_000;
    expect((await client.call('refresh', { ref: REF })).ok).toBe(true);
  });

  test('not allowed yet, and no network, are told apart', async () => {
    const unasked = await running(ACME, { jar: async () => null });
    expect(await unasked.page().client.call('refresh', { ref: REF })).toMatchObject({
      problem: { kind: 'not-connected' },
    });
    expect(unasked.world.org.sent).toEqual([]);
    const cut = await running({ ...ACME, always: 'offline' });
    expect(await cut.page().client.call('refresh', { ref: REF })).toMatchObject({ problem: { kind: 'offline' } });
  });
});

describe('the walls', () => {
  test('a frame asks for records of its own tab only', async () => {
    const { page, world } = await running(ACME);
    const { client } = page();
    const ref = { ...REF, host: 'other.lightning.force.com' };
    await expect(client.call('watch', { ref })).rejects.toThrow();
    await expect(client.call('refresh', { ref })).rejects.toThrow();
    await expect(client.call('connect', { host: 'other.lightning.force.com' })).rejects.toThrow();
    expect(world.org.sent).toEqual([]);
  });

  test('the session is in no message, and nothing on the disk holds it', async () => {
    const { page, database, memory } = await running(ACME);
    const { client, pushed } = page();
    const first = await client.call('watch', { ref: REF });
    await until(() => isDone(pushed));
    const stored = await Promise.all([...database.objectStoreNames].map((name) => database.getAll(name)));
    expect(JSON.stringify(stored).length).toBeGreaterThan(5_000);
    expect(JSON.stringify([first, pushed, stored, await client.call('cached', ALL)])).not.toContain('very-secret');
    expect(JSON.stringify([...memory])).toContain('very-secret');
  });

  test('a frame docks in its own tab; a tab of ours has no dock', async () => {
    const { page, start, docked } = await running(ACME);
    const back = start();
    await page(back).client.call('dock', { open: false });
    await page(back, { inside: null, tabId: 4, container: '' }).client.call('dock', { open: false });
    expect(docked).toEqual([[3, { open: false }]]);
  });
});

describe('what the closed tab shows', () => {
  const SAID = { attained: 0.63, worth: '$1.2K', says: 'Goal 63%, this deal pays $1,240' };

  test('is what the panel last said of this deal, without a call; of another deal nothing', async () => {
    const { page, start, world } = await running(ACME);
    const back = start();
    const { client, pushed } = page(back);
    await client.call('watch', { ref: REF });
    await until(() => isDone(pushed));
    const before = world.org.sent.length;
    expect(await client.call('glance', { ref: REF })).toBeNull();
    await client.call('glanced', { ref: REF, glance: SAID });
    expect(await page(back).client.call('glance', { ref: REF })).toEqual(SAID);
    expect(await client.call('glance', { ref: { ...REF, id: '006R0000005hDFZIA2' } })).toBeNull();
    expect(world.org.sent).toHaveLength(before);
  });

  test('a page learns of its own record whether there is anything, and of no other page’s', async () => {
    const { page, start, world } = await running(ACME);
    const back = start();
    const { client, pushed } = page(back);
    await client.call('watch', { ref: REF });
    await until(() => isDone(pushed));
    const before = world.org.sent.length;
    expect(await back.hasGlance(IN_TAB, REF)).toBe(false);
    await client.call('glanced', { ref: REF, glance: SAID });
    expect(await back.hasGlance(IN_TAB, REF)).toBe(true);
    expect(await back.hasGlance(IN_TAB, { ...REF, id: '006R0000005hDFZIA2' })).toBe(false);
    expect(await back.hasGlance({ ...IN_TAB, inside: 'other.lightning.force.com' }, REF)).toBe(false);
    expect(world.org.sent).toHaveLength(before);
    world.secret = `${SECRET}else`;
    expect(await back.hasGlance(IN_TAB, REF)).toBe(false);
  });

  test('is there for a page whose panel was closed in the moment it was said', async () => {
    const { page, start } = await running(ACME);
    const back = start();
    const { client, pushed } = page(back);
    await client.call('watch', { ref: REF });
    await until(() => isDone(pushed));
    const told = client.call('glanced', { ref: REF, glance: SAID });
    // The panel's last word is on its way into the memory; the page asks before it is there.
    await new Promise((heard) => setTimeout(heard, 0));
    expect(await back.hasGlance(IN_TAB, REF)).toBe(true);
    await told;
  });

  test('is kept in memory, and gone with the cache or another plan', async () => {
    const { page, memory } = await running(ACME);
    const { client, pushed } = page();
    await client.call('watch', { ref: REF });
    await until(() => isDone(pushed));
    for (const end of [() => client.call('forgetAll', null), () => client.call('activatePlan', { id: null })]) {
      await client.call('glanced', { ref: REF, glance: SAID });
      await end();
      expect(memory.has('glances')).toBe(false);
    }
  });

  test('is nothing to somebody else who has signed in since', async () => {
    const { page, world } = await running(ACME);
    const { client, pushed } = page();
    await client.call('watch', { ref: REF });
    await until(() => isDone(pushed));
    await client.call('glanced', { ref: REF, glance: SAID });
    world.secret = `${SECRET}else`;
    expect(await client.call('glance', { ref: REF })).toBeNull();
  });

  test('anything else than a glance is refused', async () => {
    const { page } = await running(ACME);
    const { client } = page();
    for (const glance of [
      null,
      {},
      { ...SAID, attained: '1' },
      { ...SAID, worth: 'x'.repeat(41) },
      { ...SAID, says: 1 },
    ])
      await expect(client.call('glanced', { ref: REF, glance: glance as typeof SAID })).rejects.toThrow();
  });

  test('can be switched off', async () => {
    const { page } = await running(ACME);
    const { client } = page();
    expect(await client.call('glances', { on: null })).toBe(true);
    expect(await client.call('glances', { on: false })).toBe(false);
    expect(await client.call('glances', { on: null })).toBe(false);
  });
});

describe('a wrong clock on the machine', () => {
  test("moves no quarter: now is the CRM's", async () => {
    const { page, world } = await running(ACME);
    world.time = Date.UTC(2031, 1, 10);
    const { client, pushed } = page();
    await client.call('watch', { ref: REF });
    await until(() => isDone(pushed));
    expect(pushed.at(-1)).toMatchObject({ today: '2026-11-24', now: '2026-11-24T09:00:00.000Z' });
    expect(ifGiven(pushed.at(-1)!.book)?.period.label).toBe('FQ4 FY 2026');
  });
});

describe('what was seen', () => {
  test('is the state of the visit before, not of this one', async () => {
    const { page, start, world } = await running(ACME);
    const { client, pushed } = page(start());
    await client.call('refresh', { ref: REF });
    expect((await client.call('watch', { ref: REF })).lastSeen).toMatchObject({ missing: 'not-yet-read' });
    await until(() => isDone(pushed));

    const later = page(start());
    world.time += 24 * 3_600_000;
    const seen = await later.client.call('watch', { ref: REF });
    expect(ifGiven(seen.lastSeen)).toMatchObject({ amount: { value: { minor: 1_274_050 } } });
  });
});

describe('the cache', () => {
  test('lists what was read and forgets it', async () => {
    const { page } = await running(ACME);
    const { client } = page();
    await client.call('refresh', { ref: REF });
    const {
      records: [card],
    } = await client.call('cached', ALL);
    expect(card).toMatchObject({ name: 'Acme - 200 seats', account: 'Acme', owner: 'Cecily Lampkin', ref: REF });
    await client.call('forget', { key: card!.key });
    expect((await client.call('cached', ALL)).records).toEqual([]);
  });
});
