import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { certificate } from './certificate';
import { Fault } from './fault';
import type { Features } from './features';
import { OAuth } from './oauth';
import { answerOAuth, cookieOf } from './oauth-server';
import { Pages } from './pages/pages';
import { startProxy } from './proxy';
import type { DataOptions } from './records/options';
import { organisation } from './records/organisation';
import { Api, writtenOut } from './rest/api';
import { Sessions } from './sessions';
import { switches as noSwitches, type Switches } from './switches';

/** One call that reached the organisation. */
export type Logged = {
  /** When it was answered, by the machine's clock: milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly userId: string | null;
  readonly status: number;
};

/**
 * A stand-in Salesforce organisation, running on loopback.
 *
 * ```ts
 * const org = await startOrg({ today: '2026-11-24' });
 * // a browser with --proxy-server=127.0.0.1:${org.proxyPort} --ignore-certificate-errors
 * await page.goto(org.loginUrl('Cecily Lampkin', '/lightning/page/home'));
 * org.switches.latency = 150;
 * await org.close();
 * ```
 */
export type Org = {
  readonly lightning: string;
  readonly api: string;
  readonly proxyPort: number;
  /** The server itself, for clients that need no proxy. */
  readonly port: number;
  readonly today: string;
  readonly organisation: ReturnType<typeof organisation>;
  readonly sessions: Sessions;
  /** Apps that the administrator has set up, and what users granted them. */
  readonly oauth: OAuth;
  readonly switches: Switches;
  readonly log: Logged[];
  /** Hosts that the proxy refused, and those it connected. */
  readonly refused: readonly string[];
  readonly connected: readonly string[];
  /** Address that signs a browser in as a user and goes on to a page. */
  readonly loginUrl: (name: string, to?: string) => string;
  readonly userId: (name: string) => string;
  readonly close: () => Promise<void>;
};

export type OrgOptions = {
  /** `YYYY-MM-DD`; `ORG_TODAY` in the environment, else the machine's date. */
  readonly today?: string;
  /** My Domain: `acme` serves acme.lightning.force.com and acme.my.salesforce.com. */
  readonly name?: string;
  /** What is switched on; see `features.ts` for what is unless told. */
  readonly features?: Partial<Features>;
} & DataOptions;

/** Bytes of an address with its headers: 431 beyond, 414 where the address alone is longer (Salesforce Help 000386264). */
const LONGEST_HEAD = 16_384;

/** A fixed day has a fixed time, in the middle of a working day in New York. */
const FIXED_TIME = 'T15:00:00.000Z';

export async function startOrg({
  today = process.env.ORG_TODAY,
  name = 'acme',
  features = {},
  ...data
}: OrgOptions = {}): Promise<Org> {
  const day = today ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`ORG_TODAY is not a date: ${day}`);
  const started = Date.now();
  const now = () =>
    new Date(
      today === undefined ? Date.now() : Date.parse(`${day}${FIXED_TIME}`) + (Date.now() - started),
    ).toISOString();
  const hosts = { lightning: `${name}.lightning.force.com`, api: `${name}.my.salesforce.com` };
  const org = organisation(day, name === 'acme' ? 'Acme' : name, undefined, data);
  org.now = now;
  const sessions = new Sessions(org.id);
  const switches = noSwitches(features);
  const oauth = new OAuth(org.id, sessions, `https://${hosts.api}`);
  const api = new Api(org, switches, hosts.api, now);
  const pages = new Pages(org, sessions, switches, hosts);
  const log: Logged[] = [];

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    const path = request.url ?? '/';
    response.setHeader('date', new Date(now()).toUTCString());
    response.sendDate = false;
    const onApiHost = host === hosts.api || host === '127.0.0.1' || host === 'localhost';
    if (!onApiHost || !/^\/(?:services|id)(?:\/|$)/.test(path)) {
      const user = pages.serve(host, path, request, response);
      log.push({ at: Date.now(), method: request.method ?? '', host, path, userId: user, status: response.statusCode });
      return;
    }
    const size = path.length + request.rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
    if (size > LONGEST_HEAD) {
      const status = path.length > LONGEST_HEAD ? 414 : 431;
      log.push({ at: Date.now(), method: request.method ?? '', host, path, userId: null, status });
      response.writeHead(status).end();
      return;
    }
    const body = await bodyOf(request);
    if (path.startsWith('/services/oauth2/')) {
      const user = sessions.find(cookieOf(request, 'sid'))?.userId;
      const status = answerOAuth(
        oauth,
        request.method ?? '',
        new URL(path, `https://${hosts.api}`),
        body,
        user,
        response,
      );
      log.push({
        at: Date.now(),
        method: request.method ?? '',
        host,
        path: path.split('?')[0] ?? '',
        userId: user ?? null,
        status,
      });
      return;
    }
    if (switches.latency > 0) await wait(switches.latency);
    if (switches.slow?.match.test(writtenOut(path) + body)) await wait(switches.slow.ms);
    if (switches.dropped) {
      log.push({ at: Date.now(), method: request.method ?? '', host, path, userId: null, status: 0 });
      request.socket.destroy();
      return;
    }
    const sid = /^(?:Bearer|OAuth) (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const session = sessions.find(sid);
    const answer = ((): {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    } => {
      try {
        if (path.replace(/\/$/, '') === '/services/data')
          return api.route({ method: 'GET', url: path, body: undefined, headers: {} }, '');
        if (!session) throw new Fault(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
        if (!session.api || (switches.apiBlocked && !session.app))
          throw new Fault(401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
        return api.handle(
          { method: request.method ?? 'GET', url: path, body: parsed(body), headers: headersOf(request) },
          session.userId,
        );
      } catch (error) {
        if (error instanceof Fault) return { status: error.status, body: error.body() };
        console.error(error);
        return { status: 500, body: [{ message: 'An unexpected error occurred', errorCode: 'UNKNOWN_EXCEPTION' }] };
      }
    })();
    log.push({
      at: Date.now(),
      method: request.method ?? '',
      host,
      path,
      userId: session?.userId ?? null,
      status: answer.status,
    });
    response.setHeader('sforce-limit-info', api.usage);
    for (const [header, value] of Object.entries(answer.headers ?? {})) response.setHeader(header, value);
    if (switches.html) {
      response
        .writeHead(200, { 'content-type': 'text/html;charset=UTF-8' })
        .end(
          '<!doctype html><title>Login | Salesforce</title><p>To access this page, you have to log in to Salesforce.',
        );
    } else if (answer.body === undefined) response.writeHead(answer.status).end();
    else
      response
        .writeHead(answer.status, { 'content-type': 'application/json;charset=UTF-8' })
        .end(JSON.stringify(answer.body));
  };

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
  const tls = createTlsServer(
    { ...(await certificate([hosts.lightning, hosts.api, 'localhost'])), maxHeaderSize: LONGEST_HEAD * 4 },
    handle,
  );
  const plain = createServer({ maxHeaderSize: LONGEST_HEAD * 4 }, handle);
  for (const server of [tls, plain]) await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const port = (tls.address() as AddressInfo).port;
  const proxy = await startProxy((host) => host === hosts.lightning || host === hosts.api, port);
  const userId = (user: string) => {
    const found = org.tables.get('user')?.rows.find((row) => row.Name === user);
    if (!found) throw new Error(`no user ${user}`);
    return String(found.Id);
  };

  return {
    lightning: `https://${hosts.lightning}`,
    api: `https://${hosts.api}`,
    proxyPort: proxy.port,
    port: (plain.address() as AddressInfo).port,
    today: day,
    organisation: org,
    sessions,
    oauth,
    switches,
    log,
    refused: proxy.refused,
    connected: proxy.connected,
    userId,
    loginUrl: (user, to = '/lightning/page/home') =>
      `https://${hosts.lightning}/stand-in/login?as=${encodeURIComponent(user)}&to=${encodeURIComponent(to)}`,
    close: async () => {
      await proxy.close();
      for (const server of [tls, plain]) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}

function headersOf(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([header, value]) => [header, Array.isArray(value) ? value.join(', ') : value]),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new Fault(400, 'JSON_PARSER_ERROR', 'Unexpected character in the request body');
  }
}
