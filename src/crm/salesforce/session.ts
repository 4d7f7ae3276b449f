import type { PageSession } from '../approved-app';
import type { Cookie, CookieJar, Session } from '../port';
import { apiDomain, apiHost, isApiHost } from './hosts';

const COOKIE = 'sid';

/** So many are tried at most: a browser that was moved from host to host for years holds no more that could be good. */
const MOST_TRIED = 6;

/**
 * The sessions that may open the API of the organisation behind a page, likeliest first.
 *
 * A session id begins with the organisation's own id and `!`. The one on the page's host has no access to the API but says
 * which organisation the page belongs to; those of the same organisation on API hosts are tried: the page's own API host
 * first, then the hosts of the same My Domain, then others. Cookies left over from a move to another host are why there may
 * be several, and why the likeliest need not be the good one: each is asked who it belongs to before it is used.
 */
export async function salesforceSessions(pageHost: string, jar: CookieJar): Promise<readonly Session[]> {
  const own = apiHost(pageHost);
  const domain = apiDomain(pageHost);
  if (own === undefined || domain === undefined) return [];
  const [onPage, onOwn, all] = await Promise.all([
    jar.at(`https://${pageHost}/`, COOKIE),
    jar.at(`https://${own}/`, COOKIE),
    jar.under(domain, COOKIE),
  ]);
  const organisation = organisationOf(onPage) ?? organisationOf(onOwn);
  if (organisation === undefined) return [];
  const found = new Map<string, Session>();
  const consider = (host: string, cookie: Cookie | undefined) => {
    if (cookie && isApiHost(host) && organisationOf(cookie) === organisation && !found.has(host)) {
      found.set(host, { host, secret: cookie.value });
    }
  };
  consider(own, onOwn);
  const others = all.map((cookie) => ({ host: cookie.domain.replace(/^\./, ''), cookie }));
  const isKin = ({ host }: { readonly host: string }) => myDomain(host) === myDomain(own);
  for (const { host, cookie } of [...others.filter(isKin), ...others.filter((one) => !isKin(one))]) {
    consider(host, cookie);
  }
  return [...found.values()].slice(0, MOST_TRIED);
}

/** Whose page it is: the organisation, and the secret by which another sign-in on the same host is noticed. */
export async function pageSession(pageHost: string, jar: CookieJar): Promise<PageSession | undefined> {
  const own = apiHost(pageHost);
  if (own === undefined) return undefined;
  const cookie = (await jar.at(`https://${pageHost}/`, COOKIE)) ?? (await jar.at(`https://${own}/`, COOKIE));
  const organisation = organisationOf(cookie);
  return cookie && organisation !== undefined ? { organisation, secret: cookie.value } : undefined;
}

/** Microsoft's proxy for cloud apps shows Salesforce under hosts of its own and keeps the session to itself. */
export function hidesSession(pageHost: string): boolean {
  return pageHost.endsWith('.mcas.ms');
}

/** The name an organisation chose for itself, without its sandbox: `acme--uat.sandbox.my.…` -> `acme`. */
function myDomain(host: string): string | undefined {
  return host.split('.')[0]?.split('--')[0];
}

/** The first fifteen characters of the organisation's id. */
function organisationOf(cookie: Cookie | undefined): string | undefined {
  return cookie && /^(00D[A-Za-z0-9]{12})(?:[A-Za-z0-9]{3})?!./.exec(cookie.value)?.[1];
}
