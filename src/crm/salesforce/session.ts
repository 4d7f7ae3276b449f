import type { Cookie, CookieJar, Session } from '../port';
import { apiDomain, apiHost, isApiHost } from './hosts';

const COOKIE = 'sid';

/**
 * The sessions that may open the API of the organisation behind a page.
 *
 * A session id begins with the organisation's own id and `!`. The one on the page's host has no access to the API but says
 * which organisation the page belongs to; those of the same organisation on API hosts are tried, the page's own API host
 * first. Cookies left over from a move to another host are why there may be several.
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
  for (const cookie of all) consider(cookie.domain.replace(/^\./, ''), cookie);
  return [...found.values()];
}

/** The first fifteen characters of the organisation's id. */
function organisationOf(cookie: Cookie | undefined): string | undefined {
  return cookie && /^(00D[A-Za-z0-9]{12})(?:[A-Za-z0-9]{3})?!./.exec(cookie.value)?.[1];
}
