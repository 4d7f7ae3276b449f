import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ApprovedApps } from '../../../src/background/app/approved-apps';
import type { Place } from '../../../src/background/place';
import { keychain } from '../../../src/background/reach/keychain';
import { reach } from '../../../src/background/reach/reach';
import { relayThrough } from '../../../src/background/reach/relay';
import { ADAPTERS } from '../../../src/crm/adapters';
import type { HttpRequest } from '../../../src/crm/http';
import type { Cookie, CookieJar } from '../../../src/crm/port';
import { openDatabase } from '../../../src/store/open';
import { storeIn } from '../../../src/store/store';

const PAGE = 'acme.lightning.force.com';
const PLACE: Place = { crm: 'salesforce', host: PAGE, container: '' };
const NOW = Date.UTC(2026, 10, 24, 9);
const ORG = '00D000000000001';
const OTHER = '00D000000000002';
const USER = '005000000000001AAA';
const ADMIN = '005000000000002AAA';
const EXPIRED = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];
const BLOCKED = [{ errorCode: 'INVALID_SESSION_ID', message: 'This session is not valid for use with the REST API' }];

/** Organisations by session: what each session is good for. */
type Behind = Readonly<Record<string, { readonly user: string } | 'expired' | 'blocked' | 'offline'>>;

let world: { cookies: Record<string, string>; behind: Behind; sent: HttpRequest[]; memory: Map<string, unknown> };
beforeEach(() => {
  world = { cookies: {}, behind: {}, sent: [], memory: new Map() };
});

const NO_APPS: ApprovedApps = {
  access: async () => null,
  who: async () => null,
  connect: async () => ({ ok: false, problem: { kind: 'no-client' } }),
  disconnect: async () => undefined,
  lost: async () => undefined,
  afresh: async () => undefined,
};

let databases = 0;
async function reached(more: { readonly jar?: (container: string) => Promise<CookieJar | null> } = {}) {
  const jar: CookieJar = {
    at: async (url) => {
      const domain = new URL(url).hostname;
      const value = world.cookies[domain];
      return value === undefined ? undefined : { domain, value };
    },
    under: async (domain) =>
      Object.entries(world.cookies)
        .filter(([host]) => host.endsWith(`.${domain}`))
        .map(([host, value]): Cookie => ({ domain: host, value })),
  };
  databases += 1;
  return reach({
    adapters: ADAPTERS,
    relay: relayThrough({ tabsAt: async () => [], send: async () => undefined }),
    store: storeIn(await openDatabase(`reach-${databases}`), () => NOW),
    keychain: keychain({
      get: async (key) => (world.memory.has(key) ? { [key]: world.memory.get(key) } : {}),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) world.memory.set(key, structuredClone(value));
      },
      remove: async (key) => void world.memory.delete(key),
    }),
    http: {
      send: async (request) => {
        world.sent.push(request);
        const secret = request.headers.Authorization?.replace('Bearer ', '') ?? '';
        const one = world.behind[secret] ?? 'expired';
        if (one === 'offline') throw new TypeError('Failed to fetch');
        if (typeof one === 'string')
          return { status: 401, headers: {}, text: JSON.stringify(one === 'blocked' ? BLOCKED : EXPIRED) };
        const identity = `https://login.salesforce.com/id/${secret.split('!')[0]}/${one.user}`;
        return { status: 200, headers: {}, text: JSON.stringify({ identity }) };
      },
    },
    apps: NO_APPS,
    jar: async () => jar,
    clock: () => NOW,
    ...more,
  });
}
const hostsAsked = () => world.sent.map(({ url }) => new URL(url).hostname);

describe('which of several sessions is used', () => {
  test('one left over from before the host moved is passed over, and the good one is remembered', async () => {
    world.cookies = {
      [PAGE]: `${ORG}!page`,
      'acme.my.salesforce.com': `${ORG}!left-over`,
      'acme-new.my.salesforce.com': `${ORG}!good`,
    };
    world.behind = { [`${ORG}!good`]: { user: USER } };
    const { to, who } = await reached();
    expect(await who(PLACE)).toBe('unknown');
    expect((await to(PLACE)).ok).toBe(true);
    expect(hostsAsked()).toEqual(['acme.my.salesforce.com', 'acme-new.my.salesforce.com']);
    expect(await who(PLACE)).toEqual({ organisation: '00D000000000001EAA', user: USER });
  });

  test("what is wrong with the page's own session is what is said, whatever is wrong with older ones", async () => {
    world.cookies = {
      [PAGE]: `${ORG}!page`,
      'acme.my.salesforce.com': `${ORG}!a`,
      'old.my.salesforce.com': `${ORG}!b`,
    };
    world.behind = { [`${ORG}!b`]: 'blocked' };
    const { to } = await reached();
    expect(await to(PLACE)).toMatchObject({ problem: { kind: 'signed-out' } });
    world.behind = { [`${ORG}!a`]: 'blocked' };
    expect(await to(PLACE)).toMatchObject({ problem: { kind: 'blocked' } });
  });

  test('one that is blocked is asked once, and again only when the user wants it', async () => {
    world.cookies = { [PAGE]: `${ORG}!page`, 'acme.my.salesforce.com': `${ORG}!a` };
    world.behind = { [`${ORG}!a`]: 'blocked' };
    const { to, afresh } = await reached();
    for (let times = 0; times < 4; times += 1) {
      expect(await to(PLACE)).toMatchObject({ problem: { kind: 'blocked' } });
    }
    expect(world.sent).toHaveLength(1);
    await afresh(PLACE);
    world.behind = { [`${ORG}!a`]: { user: USER } };
    expect((await to(PLACE)).ok).toBe(true);
  });

  test("another organisation's session is never sent anywhere", async () => {
    world.cookies = {
      [PAGE]: `${ORG}!page`,
      'acme.my.salesforce.com': `${OTHER}!b`,
      'other.my.salesforce.com': `${OTHER}!b`,
    };
    const { to } = await reached();
    expect(await to(PLACE)).toMatchObject({ problem: { kind: 'signed-out' } });
    expect(world.sent).toEqual([]);
  });
});

describe('whose session it is', () => {
  test('somebody who logs in as another user is somebody else from that moment on', async () => {
    world.cookies = { [PAGE]: `${ORG}!page`, 'acme.my.salesforce.com': `${ORG}!admin` };
    world.behind = { [`${ORG}!admin`]: { user: ADMIN }, [`${ORG}!user`]: { user: USER } };
    const { to, who } = await reached();
    await to(PLACE);
    expect(await who(PLACE)).toMatchObject({ user: ADMIN });
    world.cookies = { [PAGE]: `${ORG}!page2`, 'acme.my.salesforce.com': `${ORG}!user` };
    expect(await who(PLACE)).toBe('unknown');
    expect(await to(PLACE)).toMatchObject({ value: { facts: { user: USER } } });
    expect(await who(PLACE)).toMatchObject({ user: USER });
    expect(world.sent).toHaveLength(2);
  });

  test('one that expired or is blocked since is still the same person’s', async () => {
    world.cookies = { [PAGE]: `${ORG}!page`, 'acme.my.salesforce.com': `${ORG}!a` };
    world.behind = { [`${ORG}!a`]: { user: USER } };
    const { to, who, lost, afresh } = await reached();
    await to(PLACE);
    for (const kind of ['signed-out', 'blocked'] as const) {
      await lost(PLACE, { kind, words: '' }, 'session');
      expect(await who(PLACE)).toMatchObject({ user: USER });
    }
    await afresh(PLACE);
    expect(await who(PLACE)).toMatchObject({ user: USER });
  });

  test('without a network the first look says nobody; once somebody was here, it is not known', async () => {
    world.cookies = { [PAGE]: `${ORG}!page`, 'acme.my.salesforce.com': `${ORG}!a` };
    world.behind = { [`${ORG}!a`]: 'offline', [`${ORG}!b`]: 'offline' };
    const { to, who } = await reached();
    expect(await to(PLACE)).toMatchObject({ problem: { kind: 'offline' } });
    expect(await who(PLACE)).toBe('nobody');
    world.behind = { [`${ORG}!a`]: { user: USER }, [`${ORG}!b`]: 'offline' };
    await to(PLACE);
    world.cookies['acme.my.salesforce.com'] = `${ORG}!b`;
    await to(PLACE);
    expect(await who(PLACE)).toBe('unknown');
  });

  test('two hosts, and two containers of one host, are kept apart', async () => {
    const jars: Record<string, string> = { one: USER, two: ADMIN };
    const { to } = await reached({
      jar: async (container) => ({
        at: async (url) => ({ domain: new URL(url).hostname, value: `${ORG}!${container}` }),
        under: async () => [],
      }),
    });
    world.behind = { [`${ORG}!one`]: { user: USER }, [`${ORG}!two`]: { user: ADMIN } };
    for (const container of ['one', 'two', 'one', 'two']) {
      expect(await to({ ...PLACE, container })).toMatchObject({ value: { facts: { user: jars[container] } } });
    }
    expect((world.memory.get('sessions') as [string, unknown][]).map(([place]) => place)).toEqual([
      `one/${PAGE}`,
      `two/${PAGE}`,
    ]);
  });
});

describe('a session that cannot be read', () => {
  test('is said so, and no cookie is looked for', async () => {
    const { to } = await reached();
    const proxied = { ...PLACE, host: 'acme.lightning.force.com.mcas.ms' };
    expect(await to(proxied)).toEqual({ ok: false, problem: { kind: 'session-hidden' } });
    expect(world.sent).toEqual([]);
  });
});
