import { describe, expect, test } from 'vitest';
import type { AppGrant, SignIn } from '../../../../src/crm/approved-app';
import type { Http, HttpRequest } from '../../../../src/crm/http';
import { salesforceApp } from '../../../../src/crm/salesforce/oauth/app';
import { challengeOf } from '../../../../src/crm/salesforce/oauth/pkce';
import { OAuth, type OAuthAnswer, type OrgApp } from '../../../org/oauth';
import { Sessions } from '../../../org/sessions';

const PAGE = 'acme.lightning.force.com';
const API = 'acme.my.salesforce.com';
const ORGANISATION = '00D000000000001EAA';
const USER = '005000000000001AAA';
const REDIRECT = 'https://abcdef.chromiumapp.org/';
const CLIENT = { clientId: '3MVG9.an-app', redirectUrl: REDIRECT };
const INSTALLED: OrgApp = { redirects: [REDIRECT], state: 'installed', preApproved: true };
let drawn = 0;
const random = (bytes: number) => {
  drawn += 1;
  return Uint8Array.from({ length: bytes }, (_, place) => (drawn * 97 + place * 31) % 256);
};

/** The stand-in's OAuth server without a network in between. */
function org(app: OrgApp | null = INSTALLED) {
  const sessions = new Sessions(ORGANISATION);
  const oauth = new OAuth(ORGANISATION, sessions, `https://${API}`);
  if (app) oauth.apps.set(CLIENT.clientId, app);
  const sent: HttpRequest[] = [];
  const http: Http = {
    send: async (request) => {
      sent.push(request);
      const form = new URLSearchParams(request.body);
      const answer = request.url.endsWith('/token') ? oauth.token(form) : oauth.revoke(form);
      if (!('status' in answer)) throw new Error('not an answer of JSON');
      return { status: answer.status, headers: {}, text: JSON.stringify(answer.body) };
    },
  };
  const begin = async () => (await salesforceApp.begin(PAGE, CLIENT, random))!;
  const comesBack = ({ address }: SignIn, user: string | undefined = USER): OAuthAnswer =>
    oauth.authorize(new URL(address).searchParams, user);
  const signIn = async () => {
    const begun = await begin();
    const back = comesBack(begun);
    if (!('redirect' in back)) throw new Error('no redirect');
    return salesforceApp.end(begun, back.redirect, http);
  };
  return { oauth, sessions, sent, http, begin, comesBack, signIn };
}

const answering = (answer: unknown, status = 200): Http => ({
  send: async () => ({ status, headers: {}, text: typeof answer === 'string' ? answer : JSON.stringify(answer) }),
});
const GOOD = {
  access_token: '00D!token',
  refresh_token: '5Aep',
  instance_url: `https://${API}`,
  id: `https://login.salesforce.com/id/${ORGANISATION}/${USER}`,
  token_type: 'Bearer',
};
const GRANT: AppGrant = { ...CLIENT, host: API, access: 'a', refresh: 'r', organisation: ORGANISATION, user: USER };

test('the challenge is that of RFC 7636, appendix B', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

describe('signing in', () => {
  test("begins on the organisation's own API host, with a challenge and a state that are new each time", async () => {
    const { begin } = org();
    const [one, two] = [await begin(), await begin()];
    const { origin, pathname, searchParams } = new URL(one.address);
    expect(`${origin}${pathname}`).toBe(`https://${API}/services/oauth2/authorize`);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: CLIENT.clientId,
      redirect_uri: REDIRECT,
      scope: 'api refresh_token',
      state: one.state,
      code_challenge: await challengeOf(one.verifier),
      code_challenge_method: 'S256',
    });
    expect(one.verifier).toMatch(/^[\w-]{43,128}$/);
    expect(two.verifier).not.toBe(one.verifier);
    expect(two.state).not.toBe(one.state);
    expect(await salesforceApp.begin('evil.example.com', CLIENT, random)).toBeUndefined();
  });

  test('ends with a grant of this user, and only the organisation was asked', async () => {
    const { signIn, sent, sessions } = org();
    const granted = await signIn();
    expect(granted).toMatchObject({ ok: true, value: { host: API, organisation: ORGANISATION, user: USER } });
    expect(sent.map(({ url }) => url)).toEqual([`https://${API}/services/oauth2/token`]);
    expect(sent[0]?.body).not.toContain('secret');
    if (granted.ok) expect(sessions.find(granted.value.access)).toEqual({ userId: USER, api: true, app: true });
  });

  test('a code is good for the one who asked for it only', async () => {
    const { begin, comesBack, http } = org();
    const [mine, other] = [await begin(), await begin()];
    const back = comesBack(mine);
    if (!('redirect' in back)) throw new Error('no redirect');
    expect(await salesforceApp.end({ ...other, state: mine.state }, back.redirect, http)).toEqual({
      ok: false,
      problem: { kind: 'sign-in-again' },
    });
  });

  test.each([
    ['blocked', { ...INSTALLED, state: 'blocked' }, 'app-blocked'],
    ['not installed', { ...INSTALLED, state: 'not-installed' }, 'app-not-installed'],
  ] as const)('an app that is %s is told so', async (_, app, kind) => {
    expect(await org(app).signIn()).toEqual({ ok: false, problem: { kind } });
  });

  test('a user who says no is told so', async () => {
    const { begin, oauth, http } = org({ ...INSTALLED, preApproved: false });
    const begun = await begin();
    const query = new URL(begun.address).searchParams;
    query.set('decided', 'no');
    const back = oauth.authorize(query, USER);
    expect('redirect' in back && (await salesforceApp.end(begun, back.redirect, http))).toEqual({
      ok: false,
      problem: { kind: 'denied' },
    });
  });
});

describe('what comes back to the sign-in', () => {
  test.each([
    ['the state of another', (good: string) => good.replace(/state=[^&]*/, 'state=other')],
    ['no state', (good: string) => good.replace(/state=[^&]*/, '')],
    ['an error without our state', () => `${REDIRECT}?error=access_denied&error_description=Send+your+password`],
    ['another address', (good: string) => good.replace(REDIRECT, 'https://evil.example.com/')],
    ['no address at all', () => 'nonsense'],
  ])('%s is forged, and no code is sent anywhere', async (_, forge) => {
    const { begin, comesBack, http, sent } = org();
    const begun = await begin();
    const back = comesBack(begun);
    if (!('redirect' in back)) throw new Error('no redirect');
    expect(await salesforceApp.end(begun, forge(back.redirect), http)).toEqual({
      ok: false,
      problem: { kind: 'forged' },
    });
    expect(sent).toEqual([]);
  });

  test.each([
    ['redirect_uri_mismatch', 'redirect_uri must match configuration', 'redirect-mismatch'],
    ['invalid_client_id', 'client identifier invalid', 'unknown-client'],
    ['invalid_client', 'app must be installed into org', 'app-not-installed'],
    ['OAUTH_APPROVAL_ERROR_GENERIC', '', 'app-not-installed'],
    ['OAUTH_APP_BLOCKED', 'this app is blocked by admin', 'app-blocked'],
    ['access_denied', 'end-user denied authorization', 'denied'],
    ['invalid_grant', 'expired access/refresh token', 'sign-in-again'],
  ])('%s (%s) is %s', async (error, description, kind) => {
    const { begin, http } = org();
    const begun = await begin();
    const query = new URLSearchParams({ error, error_description: description, state: begun.state });
    expect(await salesforceApp.end(begun, `${REDIRECT}?${query}`, http)).toEqual({ ok: false, problem: { kind } });
  });

  test('what nobody documented is told in the words that came, cut short', async () => {
    const { begin, http } = org();
    const begun = await begin();
    const query = new URLSearchParams({ error: 'odd', error_description: 'x'.repeat(5000), state: begun.state });
    const ended = await salesforceApp.end(begun, `${REDIRECT}?${query}`, http);
    expect(!ended.ok && ended.problem).toEqual({ kind: 'refused', words: 'x'.repeat(200) });
  });
});

describe('the answer with the tokens', () => {
  test.each([
    ['to an elsewhere', { ...GOOD, instance_url: 'https://evil.example.com' }],
    ['to a look-alike', { ...GOOD, instance_url: 'https://acme.my.salesforce.com.evil.example' }],
    ['with somebody in front', { ...GOOD, instance_url: `https://evil.example.com@${API}` }],
    ['to another port', { ...GOOD, instance_url: `https://${API}:8443` }],
    ['without encryption', { ...GOOD, instance_url: `http://${API}` }],
    ['with a path', { ...GOOD, instance_url: `https://${API}/x` }],
    ['of nobody', { ...GOOD, id: 'https://login.salesforce.com/id/00D000000000001EAA/' }],
    [
      'of a record that is no user',
      { ...GOOD, id: `https://login.salesforce.com/id/${ORGANISATION}/001000000000001AAA` },
    ],
    ['without a token', { ...GOOD, access_token: undefined }],
    ['with a token of two lines', { ...GOOD, access_token: 'a\r\nHost: evil' }],
    ['of another kind', { ...GOOD, token_type: 'mac' }],
    ['that is a list', [GOOD]],
    ['that is null', null],
    ['of HTML', '<!doctype html><title>Login</title>'],
  ])('%s is not taken', async (_, answer) => {
    const begun = await org().begin();
    const back = `${REDIRECT}?${new URLSearchParams({ code: 'c', state: begun.state })}`;
    expect(await salesforceApp.end(begun, back, answering(answer))).toEqual({
      ok: false,
      problem: { kind: 'not-the-crm' },
    });
  });

  test('that never comes is no network', async () => {
    const begun = await org().begin();
    const back = `${REDIRECT}?${new URLSearchParams({ code: 'c', state: begun.state })}`;
    const cut: Http = { send: () => Promise.reject(new TypeError('Failed to fetch')) };
    expect(await salesforceApp.end(begun, back, cut)).toMatchObject({ problem: { kind: 'offline' } });
    expect(await salesforceApp.end(begun, back, answering('', 503))).toMatchObject({ problem: { kind: 'offline' } });
  });
});

describe('a grant', () => {
  test('renews without the user, and keeps its refresh token where no new one comes', async () => {
    const { signIn, http } = org();
    const granted = await signIn();
    if (!granted.ok) throw new Error('not granted');
    const fresh = await salesforceApp.renew(granted.value, http);
    expect(fresh).toMatchObject({ ok: true, value: { refresh: granted.value.refresh, user: USER } });
    expect(fresh.ok && fresh.value.access).not.toBe(granted.value.access);
  });

  test('of somebody else is not taken for a renewal', async () => {
    const other = { ...GOOD, id: `https://login.salesforce.com/id/${ORGANISATION}/005000000000009AAA` };
    expect(await salesforceApp.renew(GRANT, answering(other))).toMatchObject({ problem: { kind: 'forged' } });
  });

  test('that was ended at the organisation asks for signing in again', async () => {
    const { signIn, http, oauth } = org();
    const granted = await signIn();
    oauth.forgetGrants();
    expect(granted.ok && (await salesforceApp.renew(granted.value, http))).toMatchObject({
      problem: { kind: 'sign-in-again' },
    });
    expect(await salesforceApp.renew({ ...GRANT, refresh: null }, http)).toMatchObject({
      problem: { kind: 'sign-in-again' },
    });
  });

  test('that is given back is no good afterwards', async () => {
    const { signIn, http } = org();
    const granted = await signIn();
    if (!granted.ok) throw new Error('not granted');
    await salesforceApp.revoke(granted.value, http);
    expect(await salesforceApp.renew(granted.value, http)).toMatchObject({ problem: { kind: 'sign-in-again' } });
  });

  test('has expired where the API says so, and not where it is blocked', () => {
    const fault = (message: string) => JSON.stringify([{ errorCode: 'INVALID_SESSION_ID', message }]);
    const says = (status: number, text: string) => salesforceApp.hasExpired({ status, headers: {}, text });
    expect(says(401, fault('Session expired or invalid'))).toBe(true);
    expect(says(401, fault('This session is not valid for use with the REST API'))).toBe(false);
    expect(says(401, fault('Connected app is not attached to Agent'))).toBe(false);
    expect(says(403, fault('Session expired or invalid'))).toBe(false);
  });
});
