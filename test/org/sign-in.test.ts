import { request } from 'node:http';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Org, startOrg } from './start';

let org: Org;
beforeAll(async () => {
  org = await startOrg({ today: '2026-11-24' });
});
afterAll(() => org.close());
afterEach(() => {
  org.switches.latency = 0;
  org.switches.hostile = false;
});

type Seen = { readonly status: number; readonly headers: Record<string, string>; readonly body: string };

/** Asks the real host name through the proxy, as a browser does. */
async function ask(url: string, headers: Record<string, string> = {}): Promise<Seen> {
  const { hostname, pathname, search } = new URL(url);
  const socket = await tunnel(hostname);
  const lines = Object.entries({ host: hostname, connection: 'close', ...headers }).map((pair) => pair.join(': '));
  socket.write(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...rest] = head.split('\r\n');
  const pairs = rest.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]);
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(pairs) as Record<string, string>,
    body: body.join('\r\n\r\n'),
  };
}

function tunnel(host: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: org.proxyPort, method: 'CONNECT', path: `${host}:443` });
    asked.on('connect', (answer, socket) => {
      if (answer.statusCode !== 200) {
        socket.destroy();
        reject(new Error(String(answer.statusCode)));
        return;
      }
      const secure = connect({ socket, servername: host, rejectUnauthorized: false }, () => resolve(secure));
      secure.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

const sidOf = ({ headers }: Seen) => /sid=([^;]+)/.exec(headers['set-cookie'] ?? '')?.[1] ?? '';

async function signIn(name: string) {
  const page = await ask(org.loginUrl(name, '/lightning/o/Opportunity/list'));
  const api = await ask(page.headers.location ?? '');
  return { page, api };
}

describe('the proxy', () => {
  test('leads to the organisation alone, and remembers whom it refused', async () => {
    await expect(tunnel('update.googleapis.com')).rejects.toThrow('403');
    await expect(tunnel('other.my.salesforce.com')).rejects.toThrow('403');
    expect(org.refused).toEqual(['update.googleapis.com:443', 'other.my.salesforce.com:443']);
    (await tunnel('acme.my.salesforce.com')).destroy();
    expect(org.connected).toContain('acme.my.salesforce.com');
  });
});

describe('signing in', () => {
  test('each host sets its own cookie, and only the one of My Domain opens the API', async () => {
    const { page, api } = await signIn('Cecily Lampkin');
    for (const answer of [page, api]) {
      expect(answer.status).toBe(302);
      expect(answer.headers['set-cookie']).toMatch(/^sid=00D\w{12}![\w.]+; Path=\/; Secure; HttpOnly/);
    }
    expect(api.headers.location).toBe('https://acme.lightning.force.com/lightning/o/Opportunity/list');
    const rest = (sid: string) =>
      ask('https://acme.my.salesforce.com/services/data/v67.0/', { authorization: `Bearer ${sid}` });
    expect((await rest(sidOf(api))).status).toBe(200);
    const refused = await rest(sidOf(page));
    expect(refused.status).toBe(401);
    expect(refused.body).toContain('This session is not valid for use with the REST API');
    expect((await ask('https://acme.my.salesforce.com/services/data/v67.0/')).status).toBe(401);
  });

  test('the Lightning host is no API host: it sends the caller on', async () => {
    const { api } = await signIn('Cecily Lampkin');
    const answer = await ask('https://acme.lightning.force.com/services/data/v67.0/', {
      authorization: `Bearer ${sidOf(api)}`,
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe('https://acme.my.salesforce.com/services/data/v67.0/');
  });

  test('the clock of the answers is the organisation’s', async () => {
    const { headers } = await ask('https://acme.my.salesforce.com/services/data/');
    expect(new Date(headers.date ?? '').toISOString().slice(0, 10)).toBe('2026-11-24');
  });
});

describe('the pages', () => {
  test('come with a strict policy and no inline script or style; the data need the page’s session', async () => {
    const { page } = await signIn('Cecily Lampkin');
    const cookie = `sid=${sidOf(page)}`;
    const shell = await ask('https://acme.lightning.force.com/lightning/page/home', { cookie });
    expect(shell.headers['content-security-policy']).toMatch(/script-src 'self'; style-src 'self'/);
    expect(shell.body).not.toMatch(/<style|<script(?![^>]*src=)|style=/);
    const deal = org.organisation.tables.get('opportunity')!.rows[0]!;
    const path = encodeURIComponent(`/lightning/r/Opportunity/${String(deal.Id)}/view`);
    const view = await ask(`https://acme.lightning.force.com/aura?path=${path}`, { cookie });
    expect(view.status).toBe(200);
    expect(view.body).toContain(String(deal.Name));
    expect((await ask(`https://acme.lightning.force.com/aura?path=${path}`)).body).not.toContain(String(deal.Name));
    expect((await ask('https://acme.lightning.force.com/assets/..%2f..%2fstart.ts', { cookie })).status).toBe(404);
  });

  test('get a hostile style sheet on demand', async () => {
    const { page } = await signIn('Cecily Lampkin');
    const home = () => ask('https://acme.lightning.force.com/lightning/page/home', { cookie: `sid=${sidOf(page)}` });
    expect((await home()).body).not.toContain('hostile.css');
    org.switches.hostile = true;
    expect((await home()).body).toContain('hostile.css');
  });

  test('expiring a user’s sessions signs that user out of page and API, and nobody else', async () => {
    const { api } = await signIn('Cecily Lampkin');
    const other = await signIn('Darcel Schlecht');
    const status = async (seen: Seen) =>
      (await ask('https://acme.my.salesforce.com/services/data/v67.0/', { authorization: `Bearer ${sidOf(seen)}` }))
        .status;
    org.sessions.expire(org.userId('Cecily Lampkin'));
    expect(await status(api)).toBe(401);
    expect(await status(other.api)).toBe(200);
  });
});

test('latency delays a call, and every call is logged with its user', async () => {
  const { api } = await signIn('Cecily Lampkin');
  org.switches.latency = 80;
  const before = Date.now();
  await ask('https://acme.my.salesforce.com/services/data/v67.0/limits', { authorization: `Bearer ${sidOf(api)}` });
  expect(Date.now() - before).toBeGreaterThanOrEqual(75);
  expect(org.log.at(-1)).toMatchObject({
    method: 'GET',
    host: 'acme.my.salesforce.com',
    path: '/services/data/v67.0/limits',
    userId: org.userId('Cecily Lampkin'),
    status: 200,
  });
});
