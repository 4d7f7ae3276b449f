import type { Cookies } from 'webextension-polyfill';
import type { CookieJar } from '../../crm/port';

/**
 * The cookies of one container of the browser, those that are kept apart by the site around them included; one that is not
 * kept apart is taken first.
 *
 * @param storeId - '' where the browser has no containers
 * @param byFirstParty - the browser may keep cookies apart by the address bar's site (Firefox's first-party isolation), and
 * then answers only questions that say that they mean all of them
 */
export function cookieJar(cookies: Pick<Cookies.Static, 'getAll'>, storeId: string, byFirstParty: boolean): CookieJar {
  const everywhere = {
    partitionKey: {},
    ...(byFirstParty && { firstPartyDomain: null }),
    ...(storeId !== '' && { storeId }),
  };
  const all = async (details: Cookies.GetAllDetailsType) => {
    const found = await cookies.getAll({ ...details, ...everywhere } as Cookies.GetAllDetailsType);
    return [...found].sort((a, b) => Number(isApart(a)) - Number(isApart(b)));
  };
  return {
    at: async (url, name) => (await all({ url, name }))[0],
    under: (domain, name) => all({ domain, name, secure: true }),
  };
}

function isApart({ partitionKey, firstPartyDomain }: Cookies.Cookie): boolean {
  return partitionKey?.topLevelSite !== undefined || (firstPartyDomain ?? '') !== '';
}
