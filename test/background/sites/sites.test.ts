import { beforeEach, describe, expect, test } from 'vitest';
import { relayThrough } from '../../../src/background/reach/relay';
import { type SiteRights, sites } from '../../../src/background/sites/sites';
import type { ContentCall } from '../../../src/messages/content-call';

const world = { settings: new Map<string, unknown>(), granted: new Set<string>(), registered: [] as readonly string[] };
const started: string[] = [];

beforeEach(() => {
  world.settings.clear();
  world.granted.clear();
  world.registered = [];
  started.length = 0;
});

const rights: SiteRights = {
  granted: async (pattern) => world.granted.has(pattern),
  giveBack: async (pattern) => void world.granted.delete(pattern),
  register: async (patterns) => {
    world.registered = patterns;
  },
  startIn: async (pattern) => void started.push(pattern),
};
const connected = () =>
  sites(
    {
      setting: async (name) => world.settings.get(name),
      keepSetting: async (name, value) => void world.settings.set(name, value),
    },
    rights,
  );

describe('a site that the user connects', () => {
  test('is connected once leave was given, whichever comes first, and runs our script from then on', async () => {
    await connected().connect('http://erp:8069');
    expect(await connected().all()).toEqual([]);
    expect(world.registered).toEqual([]);
    world.granted.add('http://erp/*');
    await connected().follow();
    expect(await connected().all()).toEqual(['http://erp:8069']);
    expect(world.registered).toEqual(['http://erp/*']);
    expect(started).toEqual(['http://erp/*']);
  });

  test('is that host at that port, though browsers give leave for all of them', async () => {
    world.granted.add('http://erp/*');
    await connected().connect('http://erp:8069');
    expect(await connected().has('erp:8069')).toBe(true);
    expect(await connected().has('erp:8070')).toBe(false);
    expect(await connected().has('erp')).toBe(false);
    expect(await connected().has('other')).toBe(false);
  });

  test('leave for a host alone connects nothing: the user has to have named it', async () => {
    world.granted.add('https://*/*');
    world.granted.add('https://bank.example/*');
    await connected().follow();
    expect(await connected().all()).toEqual([]);
    expect(world.registered).toEqual([]);
  });

  test('is left when leave is taken away in the browser, and back when it is given again', async () => {
    world.granted.add('http://erp/*');
    await connected().connect('http://erp:8069');
    world.granted.clear();
    await connected().follow();
    expect(world.registered).toEqual([]);
    expect(await connected().has('erp:8069')).toBe(false);
  });

  test('once disconnected, leave is given back - unless another port of the host still needs it', async () => {
    world.granted.add('http://erp/*');
    await connected().connect('http://erp:8069');
    await connected().connect('http://erp:8070');
    await connected().disconnect('http://erp:8069');
    expect(world.granted.has('http://erp/*')).toBe(true);
    expect(await connected().all()).toEqual(['http://erp:8070']);
    await connected().disconnect('http://erp:8070');
    expect(world.granted.size).toBe(0);
    expect(world.registered).toEqual([]);
  });

  test('what is kept of them is read, not trusted', async () => {
    for (const kept of [null, 'http://erp', [7, null, 'no address'], { 0: 'http://erp' }]) {
      world.settings.set('sites', kept);
      expect(await connected().all()).toEqual([]);
    }
  });
});

describe('the way through a page', () => {
  const PLACE = { crm: 'tryton', host: 'erp:8069#sales', container: '' } as const;
  const ANSWER = { status: 200, text: '{}', date: 'then', user: '4', login: 'bea' };
  const through = (answers: Readonly<Record<number, unknown>>) => {
    const asked: [number, ContentCall][] = [];
    const relay = relayThrough(
      {
        tabsAt: async (host, container) =>
          host === 'erp:8069' && container === '' ? Object.keys(answers).map(Number) : [],
        send: async (tab, call) => {
          asked.push([tab, call]);
          if (answers[tab] === 'gone') throw new Error('no receiver');
          if (answers[tab] === 'asleep') return new Promise(() => undefined);
          return answers[tab];
        },
      },
      { who: 20, answer: 40 },
    );
    return { relay, asked };
  };
  const REQUEST = { method: 'POST', url: 'https://erp:8069/sales/', headers: {}, body: '{"method":"x"}' } as const;

  test('hands over a path and a body, and whose session it is for: no host, no header', async () => {
    const { relay, asked } = through({ 1: ANSWER });
    const response = await relay.http(PLACE, '4').send({ ...REQUEST, headers: { authorization: 'of ours' } });
    expect(response).toEqual({
      status: 200,
      text: '{}',
      headers: { date: 'then', 'session-user': '4', 'session-login': 'bea' },
    });
    expect(asked).toEqual([
      [1, { call: 'relay', request: { crm: 'tryton', path: '/sales/', body: '{"method":"x"}', user: '4' } }],
    ]);
  });

  test('passes by tabs without our script, and answers that are none', async () => {
    const { relay, asked } = through({ 1: 'gone', 2: undefined, 3: { ...ANSWER, status: '200' }, 4: null, 5: ANSWER });
    expect((await relay.http(PLACE, '4').send(REQUEST)).status).toBe(200);
    expect(asked.map(([tab]) => tab)).toEqual([1, 2, 3, 4, 5]);
  });

  test('is closed while no page of that host is open, in that container', async () => {
    const { relay } = through({ 1: 'gone' });
    await expect(relay.http(PLACE, '4').send(REQUEST)).rejects.toThrow();
    await expect(relay.http({ ...PLACE, host: 'erp#sales' }, '4').send(REQUEST)).rejects.toThrow();
    await expect(relay.http({ ...PLACE, container: 'firefox-container-2' }, '4').send(REQUEST)).rejects.toThrow();
    expect(await relay.who(PLACE)).toBeNull();
  });

  test('tells who is signed in to which database, asking the server nothing', async () => {
    const { relay, asked } = through({ 1: ANSWER });
    expect(await relay.who(PLACE)).toBe('4');
    expect(asked).toEqual([[1, { call: 'relay', request: { crm: 'tryton', path: '/sales/', body: '', user: '' } }]]);
  });

  test('waits for no tab that the browser has put to sleep, and asks it last from then on', async () => {
    const { relay, asked } = through({ 1: 'asleep', 2: ANSWER });
    expect(await relay.who(PLACE)).toBe('4');
    expect((await relay.http(PLACE, '4').send(REQUEST)).status).toBe(200);
    expect(asked.map(([tab]) => tab)).toEqual([1, 2, 2]);
    const alone = through({ 1: 'asleep' });
    expect(await alone.relay.who(PLACE)).toBeNull();
    await expect(alone.relay.http(PLACE, '4').send(REQUEST)).rejects.toThrow();
  });
});
