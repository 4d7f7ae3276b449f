import { describe, expect, test } from 'vitest';
import { type AppParts, approvedApps } from '../../../src/background/app/approved-apps';
import { clients } from '../../../src/background/app/clients';
import { grants } from '../../../src/background/app/grants';
import type { Place } from '../../../src/background/place';
import { ADAPTERS } from '../../../src/crm/adapters';
import type { Http, HttpRequest } from '../../../src/crm/http';
import { OAuth, type OrgApp } from '../../org/oauth';
import { Sessions } from '../../org/sessions';

const PAGE = 'acme.lightning.force.com';
const API = 'acme.my.salesforce.com';
const PLACE: Place = { crm: 'salesforce', host: PAGE, container: '' };
const ORGANISATION = '00D000000000001EAA';
const USER = '005000000000001AAA';
const ADMIN = '005000000000002AAA';
const REDIRECT = 'https://abcdef.chromiumapp.org/';
const CLIENT = '3MVG9.an-app';
const INSTALLED: OrgApp = { redirects: [REDIRECT], state: 'installed', preApproved: true };

/** One organisation, a browser that is signed in to it as a user, and what reached the network. */
function world(more: Partial<AppParts> = {}) {
  const sessions = new Sessions(ORGANISATION);
  const oauth = new OAuth(ORGANISATION, sessions, `https://${API}`);
  oauth.apps.set(CLIENT, INSTALLED);
  const state = { user: USER as string | undefined, page: `${ORGANISATION}!page-of-user`, offline: false };
  const sent: HttpRequest[] = [];
  const http: Http = {
    send: async (request) => {
      sent.push(request);
      if (state.offline) throw new TypeError('Failed to fetch');
      const { pathname } = new URL(request.url);
      const form = new URLSearchParams(request.body);
      if (pathname === '/services/oauth2/token' || pathname === '/services/oauth2/revoke') {
        const answer = pathname.endsWith('token') ? oauth.token(form) : oauth.revoke(form);
        if (!('status' in answer)) throw new Error('not JSON');
        return { status: answer.status, headers: {}, text: JSON.stringify(answer.body) };
      }
      const session = sessions.find(request.headers.Authorization?.replace('Bearer ', ''));
      if (!session)
        return {
          status: 401,
          headers: {},
          text: JSON.stringify([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]),
        };
      return { status: 200, headers: {}, text: JSON.stringify({ user: session.userId }) };
    },
  };
  const opened: boolean[] = [];
  const memory = new Map<string, unknown>();
  const settings = new Map<string, unknown>([['approved-apps', [{ host: PAGE, clientId: CLIENT }]]]);
  const apps = approvedApps({
    adapters: ADAPTERS,
    http,
    grants: grants({
      get: async (key) => (memory.has(key) ? { [key]: memory.get(key) } : {}),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) memory.set(key, value);
      },
      remove: async (key) => void memory.delete(key),
    }),
    clients: clients(
      {
        setting: async (name) => settings.get(name),
        keepSetting: async (name, value) => void settings.set(name, value),
      },
      async () => undefined,
    ),
    window: {
      redirectUrl: REDIRECT,
      open: async (address, interactive) => {
        opened.push(interactive);
        const answer = oauth.authorize(new URL(address).searchParams, state.user);
        if ('redirect' in answer) return answer.redirect;
        throw new Error(interactive ? 'The user did not approve access.' : 'User interaction required.');
      },
    },
    jar: async () => ({ at: async () => ({ domain: PAGE, value: state.page }), under: async () => [] }),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    ...more,
  });
  const ask = async () => {
    const access = await apps.access(PLACE, http);
    if (!access) return null;
    const url = `https://${access.session.host}/services/data/v66.0/`;
    return access.http.send({ method: 'GET', url, headers: { Authorization: `Bearer ${access.session.secret}` } });
  };
  const access = (place: Place) => apps.access(place, http);
  return { apps, access, ask, oauth, sessions, state, sent, opened, memory, settings };
}
const tokens = ({ sent }: ReturnType<typeof world>) => sent.filter(({ url }) => url.endsWith('/token')).length;

describe('an app that the organisation has approved', () => {
  test('reads as the user who signed in, and asks nobody again', async () => {
    const one = world();
    expect(await one.access(PLACE)).toBeNull();
    expect(await one.apps.connect(PLACE)).toEqual({ ok: true, value: null });
    expect((await one.ask())?.status).toBe(200);
    expect(await one.apps.who(PLACE)).toEqual({ organisation: ORGANISATION, user: USER });
    expect(one.opened).toEqual([true]);
    expect([...one.memory.keys()]).toEqual([`app:${PAGE}`]);
  });

  test('renews an expired token once, for all that found it expired at the same time', async () => {
    const one = world();
    await one.apps.connect(PLACE);
    const access = (await one.access(PLACE))!;
    one.sessions.expireTokens();
    const url = `https://${API}/services/data/v66.0/`;
    const answers = await Promise.all(
      [1, 2, 3].map(() => access.http.send({ method: 'GET', url, headers: { Authorization: 'Bearer stale' } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(tokens(one)).toBe(2);
    expect((await one.ask())?.status).toBe(200);
    expect(tokens(one)).toBe(2);
  });

  test('tries no third time where a new token is refused as well', async () => {
    const one = world();
    await one.apps.connect(PLACE);
    const access = (await one.access(PLACE))!;
    one.sessions.expireTokens();
    one.oauth.forgetGrants();
    const url = `https://${API}/services/data/v66.0/`;
    const before = one.sent.length;
    expect((await access.http.send({ method: 'GET', url, headers: {} })).status).toBe(401);
    expect(one.sent.length - before).toBe(2);
  });

  test('is not given up where nobody answers to a renewal', async () => {
    const one = world();
    await one.apps.connect(PLACE);
    const access = (await one.access(PLACE))!;
    one.state.offline = true;
    const url = `https://${API}/services/data/v66.0/`;
    await expect(access.http.send({ method: 'GET', url, headers: {} })).rejects.toThrow();
    one.state.offline = false;
    expect((await one.ask())?.status).toBe(200);
  });

  test('that is disconnected is ended at the organisation too', async () => {
    const one = world();
    await one.apps.connect(PLACE);
    await one.apps.disconnect(PLACE);
    expect(one.sent.at(-1)?.url).toBe(`https://${API}/services/oauth2/revoke`);
    expect(await one.access(PLACE)).toBeNull();
    expect(one.memory.size).toBe(0);
  });

  test('that the API refuses is put aside until the user wants it tried again', async () => {
    const one = world();
    await one.apps.connect(PLACE);
    await one.apps.lost(PLACE, { kind: 'blocked', words: '' });
    expect(await one.access(PLACE)).toBeNull();
    await one.apps.afresh(PLACE);
    expect(await one.access(PLACE)).not.toBeNull();
    await one.apps.lost(PLACE, { kind: 'signed-out' });
    await one.apps.afresh(PLACE);
    expect(await one.access(PLACE)).toBeNull();
  });
});

test('tokens, code and verifier are in no address that is called, in no answer and in no setting', async () => {
  const one = world();
  const answers = [await one.apps.connect(PLACE), await one.apps.who(PLACE)];
  await one.ask();
  const { grant } = one.memory.get(`app:${PAGE}`) as { grant: { access: string; refresh: string } };
  const told = JSON.stringify([answers, [...one.settings], one.sent.map(({ url }) => url)]);
  for (const secret of [grant.access, grant.refresh]) {
    expect(secret.length).toBeGreaterThan(20);
    expect(told).not.toContain(secret);
  }
  expect(told).not.toMatch(/code=|code_verifier/);
});

describe('somebody else on the same host', () => {
  test('is noticed, and read as themselves without being asked anything', async () => {
    const one = world();
    one.state.user = ADMIN;
    await one.apps.connect(PLACE);
    Object.assign(one.state, { user: USER, page: `${ORGANISATION}!page-of-another` });
    expect(await one.apps.who(PLACE)).toBe('unknown');
    expect(JSON.parse((await one.ask())?.text ?? '')).toEqual({ user: USER });
    expect(await one.apps.who(PLACE)).toMatchObject({ user: USER });
    expect(one.opened).toEqual([true, false]);
  });

  test('who would have to be asked gets nothing of the one before', async () => {
    const one = world();
    await one.apps.connect(PLACE);
    one.oauth.apps.set(CLIENT, { ...INSTALLED, preApproved: false });
    one.state.page = `${ORGANISATION}!page-of-another`;
    expect(await one.ask()).toBeNull();
    expect(await one.apps.who(PLACE)).toBeNull();
  });

  test('of another organisation than the page is refused, and the grant given back', async () => {
    const one = world();
    one.state.page = '00D000000000002EAA!page';
    expect(await one.apps.connect(PLACE)).toEqual({ ok: false, problem: { kind: 'other-organisation' } });
    expect(one.sent.at(-1)?.url).toContain('/revoke');
    expect(one.memory.size).toBe(0);
  });
});

describe('what cannot begin', () => {
  test('without a client id, or without a window, there is no app', async () => {
    const one = world();
    one.settings.clear();
    expect(await one.apps.connect(PLACE)).toEqual({ ok: false, problem: { kind: 'no-client' } });
    expect(await world({ window: null }).apps.connect(PLACE)).toMatchObject({ problem: { kind: 'no-client' } });
  });

  test('in a container, where the window would show somebody else’s sign-in, it says so', async () => {
    const { apps } = world();
    const at = (container: string) => apps.connect({ ...PLACE, container });
    expect(await at('firefox-container-2')).toMatchObject({ problem: { kind: 'container' } });
    expect(await at('firefox-default')).toMatchObject({ ok: true });
  });

  test.each([
    ['The user did not approve access.', 'closed'],
    ['User cancelled or denied access.', 'closed'],
    ['Authorization page could not be loaded.', 'offline'],
    ['Invalid request', 'offline'],
  ])('%s: %s', async (words, kind) => {
    const window = { redirectUrl: REDIRECT, open: () => Promise.reject(new Error(words)) };
    expect(await world({ window }).apps.connect(PLACE)).toMatchObject({ problem: { kind } });
  });
});

describe('which app it is', () => {
  const told = (managed: unknown) => {
    const settings = new Map<string, unknown>();
    return clients(
      {
        setting: async (name) => settings.get(name),
        keepSetting: async (name, value) => void settings.set(name, structuredClone(value)),
      },
      async () => {
        if (managed instanceof Error) throw managed;
        return managed;
      },
    );
  };

  test('is told by the user, and forgotten again', async () => {
    const { of, enter, hosts } = told(new Error('Managed storage manifest not found'));
    expect(await of(PAGE)).toBeNull();
    await enter(PAGE, CLIENT);
    expect(await of(PAGE)).toEqual({ clientId: CLIENT, from: 'entered' });
    expect(await hosts()).toEqual([PAGE]);
    await enter(PAGE, null);
    expect(await of(PAGE)).toBeNull();
  });

  test("is the administrator's where they say so", async () => {
    const { of, enter } = told([{ host: PAGE, clientId: '3MVG9.theirs' }]);
    await enter(PAGE, CLIENT);
    expect(await of(PAGE)).toEqual({ clientId: '3MVG9.theirs', from: 'administrator' });
  });

  test.each([
    ['a text', 'apps'],
    ['null', [null]],
    ['a client id that is an address', [{ host: PAGE, clientId: 'https://evil.example.com/' }]],
    ['a host that is none', [{ host: 'https://acme/', clientId: CLIENT }]],
  ])('of another shape (%s) is left out', async (_, managed) => {
    expect(await told(managed).hosts()).toEqual([]);
  });
});
