import { createHash } from 'node:crypto';
import jsforce from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrgApp } from './oauth';
import { type Org, startOrg, startOrgs } from './start';

const CLIENT = '3MVG9GoalsideTestClient';
const BACK = 'https://abcdefghijklmnop.chromiumapp.org/';
// RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const APP: OrgApp = { redirects: [BACK], state: 'installed', preApproved: true };

let org: Org;
let cookie: string;
beforeAll(async () => {
  org = await startOrg({ today: '2026-11-24', formerNames: ['acme-classic'] });
});
afterAll(() => org.close());
beforeEach(() => {
  cookie = `sid=${org.sessions.open(org.userId('Cecily Lampkin'), true)}`;
  org.oauth.apps.set(CLIENT, APP);
});

const at = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${org.port}${path}`, { redirect: 'manual', ...init });
const authorize = (more: Record<string, string> = {}, headers: Record<string, string> = { cookie }) => {
  const asked = {
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: BACK,
    state: 'xyz',
    code_challenge: CHALLENGE,
  };
  const query = new URLSearchParams({ ...asked, code_challenge_method: 'S256', scope: 'api refresh_token', ...more });
  return at(`/services/oauth2/authorize?${query}`, { headers });
};
const token = async (form: Record<string, string>) => {
  const answer = await at('/services/oauth2/token', { method: 'POST', body: new URLSearchParams(form) });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
};
const back = (answer: Response) => new URL(answer.headers.get('location') ?? '').searchParams;
const exchange = (code: string, more: Record<string, string> = {}) =>
  token({
    grant_type: 'authorization_code',
    code,
    client_id: CLIENT,
    redirect_uri: BACK,
    code_verifier: VERIFIER,
    ...more,
  });
const code = async () => back(await authorize()).get('code') ?? '';
const rest = async (sid: string) =>
  (await at('/services/data/v67.0/limits', { headers: { authorization: `Bearer ${sid}` } })).status;

describe('an approved app', () => {
  test('the challenge is the one of the standard', () => {
    expect(createHash('sha256').update(VERIFIER).digest('base64url')).toBe(CHALLENGE);
  });

  test('gets a code for a signed-in browser, tokens for the code, and through the API also where cookies do not', async () => {
    const answer = await authorize();
    expect(answer.status).toBe(302);
    expect(back(answer).get('state')).toBe('xyz');
    const { status, body } = await exchange(back(answer).get('code') ?? '');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      instance_url: 'https://acme.my.salesforce.com',
      id: `https://login.salesforce.com/id/${org.organisation.id}/${org.userId('Cecily Lampkin')}`,
      scope: 'api refresh_token',
    });
    org.switches.apiBlocked = true;
    expect(await rest(body.access_token ?? '')).toBe(200);
    expect(await rest(cookie.slice('sid='.length))).toBe(401);
    org.switches.apiBlocked = false;
    const connection = new jsforce.Connection({
      instanceUrl: `http://127.0.0.1:${org.port}`,
      accessToken: body.access_token ?? '',
      version: '67.0',
    });
    expect((await connection.query('SELECT Id FROM User LIMIT 1')).totalSize).toBe(1);
  });

  test('refreshes as long as nobody has revoked it', async () => {
    const { body } = await exchange(await code());
    const refresh = () =>
      token({ grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '', client_id: CLIENT });
    org.sessions.expire();
    expect(await rest(body.access_token ?? '')).toBe(401);
    const fresh = await refresh();
    expect(fresh.body.refresh_token).toBeUndefined();
    expect(await rest(fresh.body.access_token ?? '')).toBe(200);
    const revoked = await at('/services/oauth2/revoke', {
      method: 'POST',
      body: new URLSearchParams({ token: body.refresh_token ?? '' }),
    });
    expect(revoked.status).toBe(200);
    expect(await refresh()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('a code is good once, for its own verifier and address', async () => {
    const once = await code();
    expect((await exchange(once)).status).toBe(200);
    expect((await exchange(once)).body.error).toBe('invalid_grant');
    expect((await exchange(await code(), { code_verifier: 'another' })).body.error).toBe('invalid_grant');
    expect((await exchange(await code(), { redirect_uri: 'https://else.example/' })).body.error).toBe(
      'redirect_uri_mismatch',
    );
  });
});

describe('what an administrator or a user refuses', () => {
  test.each([
    ['blocked', 'OAUTH_APP_BLOCKED', 'this app is blocked by admin'],
    ['not-installed', 'invalid_client', 'app must be installed into org'],
  ] as const)('%s: %s', async (state, error, description) => {
    org.oauth.apps.set(CLIENT, { ...APP, state });
    const said = back(await authorize());
    expect([said.get('error'), said.get('error_description'), said.get('state')]).toEqual([error, description, 'xyz']);
  });

  test('an address that is not registered gets a page, no redirect; nor is a code given without a challenge', async () => {
    const answer = await authorize({ redirect_uri: 'https://else.example/' });
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).toContain('redirect_uri_mismatch');
    expect(back(await authorize({ code_challenge: '' })).get('error')).toBe('invalid_request');
  });

  test('who is signed out is asked to log in; who is asked may say no', async () => {
    expect(await (await authorize({}, {})).text()).toContain('Log in');
    org.oauth.apps.set(CLIENT, { ...APP, preApproved: false });
    expect(await (await authorize()).text()).toContain('Allow Access?');
    expect(back(await authorize({ decided: 'no' })).get('error')).toBe('access_denied');
    expect(back(await authorize({ decided: 'yes' })).get('code')).not.toBeNull();
  });
});

describe('sessions side by side', () => {
  test('a dead session of a former domain is expired; an administrator goes on as somebody else', async () => {
    expect(org.staleLoginUrl('Cecily Lampkin')).toContain('https://acme-classic.my.salesforce.com/');
    expect(await rest(org.sessions.stale())).toBe(401);
    const path = new URL(org.loginAsUrl('Darcel Schlecht'));
    const as = (user: string) =>
      at(path.pathname + path.search, { headers: { cookie: `sid=${org.sessions.open(org.userId(user), true)}` } });
    expect((await as('Cecily Lampkin')).status).toBe(403);
    expect((await as('Ada Admin')).headers.get('location')).toContain('as=Darcel%20Schlecht');
  });

  test('two organisations behind one proxy know only their own', async () => {
    const both = await startOrgs([
      { name: 'globex', today: '2026-11-24' },
      { name: 'initech--uat', today: '2026-11-24' },
    ]);
    const [one, other] = both.orgs as [Org, Org];
    expect(one.proxyPort).toBe(other.proxyPort);
    expect(one.organisation.id).not.toBe(other.organisation.id);
    expect(other.api).toBe('https://initech--uat.sandbox.my.salesforce.com');
    expect(other.sessions.find(one.sessions.open(one.userId('Cecily Lampkin'), true))).toBeUndefined();
    await both.close();
  });
});
