import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from './certificate';
import type { Features } from './features';
import { answerApi, LONGEST_HEAD } from './gate';
import { allOf, type Hosts, hostsOf } from './hosts';
import { OAuth } from './oauth';
import { Pages } from './pages/pages';
import { type HostProxy, startProxy } from './proxy';
import type { DataOptions } from './records/options';
import { organisation } from './records/organisation';
import { Api } from './rest/api';
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
  readonly hosts: Hosts;
  /** Apps that the administrator has set up, and what users granted them. */
  readonly oauth: OAuth;
  readonly switches: Switches;
  readonly log: Logged[];
  /** Hosts that the proxy refused, and those it connected. */
  readonly refused: readonly string[];
  readonly connected: readonly string[];
  /** Address that signs a browser in as a user and goes on to a page. */
  readonly loginUrl: (name: string, to?: string) => string;
  /** The same, where the browser keeps a dead session of a domain that the organisation had before; needs `formerNames`. */
  readonly staleLoginUrl: (name: string, to?: string) => string;
  /** Address by which a signed-in administrator goes on as another user. */
  readonly loginAsUrl: (name: string, to?: string) => string;
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
  /** My Domains that the organisation had before. */
  readonly formerNames?: readonly string[];
  /** A proxy that leads to other organisations too; it is not closed with this one. */
  readonly proxy?: HostProxy;
} & DataOptions;

/** A fixed day has a fixed time, in the middle of a working day in New York. */
const FIXED_TIME = 'T15:00:00.000Z';

export async function startOrg({
  today = process.env.ORG_TODAY,
  name = 'acme',
  features = {},
  formerNames = [],
  proxy: shared,
  ...data
}: OrgOptions = {}): Promise<Org> {
  const day = today ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`ORG_TODAY is not a date: ${day}`);
  const started = Date.now();
  const now = () =>
    new Date(
      today === undefined ? Date.now() : Date.parse(`${day}${FIXED_TIME}`) + (Date.now() - started),
    ).toISOString();
  const hosts = hostsOf(name, formerNames);
  const org = organisation(day, name === 'acme' ? 'Acme' : name, undefined, data);
  org.now = now;
  const sessions = new Sessions(org.id);
  const switches = noSwitches(features);
  const api = new Api(org, switches, hosts.api, now);
  const oauth = new OAuth(org.id, sessions, `https://${hosts.api}`);
  const pages = new Pages(api, sessions, hosts);
  const log: Logged[] = [];
  const apiHosts = new Set([hosts.api, ...hosts.former.map((one) => one.api), '127.0.0.1', 'localhost']);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    const path = request.url ?? '/';
    response.setHeader('date', new Date(now()).toUTCString());
    response.sendDate = false;
    const isApi = apiHosts.has(host) && /^\/(?:services|id)(?:\/|$)/.test(path);
    const { userId, status } = isApi
      ? await answerApi({ api, oauth, sessions, switches, now }, path, request, response)
      : { userId: await pages.serve(host, path, request, response), status: response.statusCode };
    // What is asked of the authorisation server holds codes and states.
    const shown = path.startsWith('/services/oauth2/') ? (path.split('?')[0] ?? '') : path;
    log.push({ at: Date.now(), method: request.method ?? '', host, path: shown, userId, status });
  };

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
  const maxHeaderSize = LONGEST_HEAD * 4;
  const tls = createTlsServer({ ...(await certificate([...allOf(hosts), 'localhost'])), maxHeaderSize }, handle);
  const plain = createServer({ maxHeaderSize }, handle);
  for (const server of [tls, plain]) await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const proxy = shared ?? (await startProxy());
  proxy.lead(allOf(hosts), (tls.address() as AddressInfo).port);
  const userId = (user: string) => {
    const found = org.tables.get('user')?.rows.find((row) => row.Name === user);
    if (!found) throw new Error(`no user ${user}`);
    return String(found.Id);
  };
  const HOME = '/lightning/page/home';
  const query = (user: string, to: string) => `as=${encodeURIComponent(user)}&to=${encodeURIComponent(to)}`;

  return {
    lightning: `https://${hosts.lightning}`,
    api: `https://${hosts.api}`,
    proxyPort: proxy.port,
    port: (plain.address() as AddressInfo).port,
    today: day,
    organisation: org,
    sessions,
    hosts,
    oauth,
    switches,
    log,
    refused: proxy.refused,
    connected: proxy.connected,
    userId,
    loginUrl: (user, to = HOME) => `https://${hosts.lightning}/stand-in/login?${query(user, to)}`,
    staleLoginUrl: (user, to = HOME) => {
      const former = hosts.former[0];
      if (!former) throw new Error('the organisation had no other domain before');
      return `https://${former.api}/stand-in/stale?${query(user, to)}`;
    },
    loginAsUrl: (user, to = HOME) =>
      `https://${hosts.api}/servlet/servlet.su?oid=${org.id}&suorgadminid=${userId(user)}&targetURL=${encodeURIComponent(to)}`,
    close: async () => {
      if (shared === undefined) await proxy.close();
      for (const server of [tls, plain]) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}

/** Several organisations behind one proxy, each under its own My Domain, as a browser with two customers' tabs sees them. */
export async function startOrgs(
  options: readonly (Omit<OrgOptions, 'name' | 'proxy'> & { readonly name: string })[],
): Promise<{ readonly orgs: readonly Org[]; readonly proxyPort: number; readonly close: () => Promise<void> }> {
  const proxy = await startProxy();
  const orgs = await Promise.all(options.map((one) => startOrg({ ...one, proxy })));
  return {
    orgs,
    proxyPort: proxy.port,
    close: async () => {
      await proxy.close();
      for (const org of orgs) await org.close();
    },
  };
}
