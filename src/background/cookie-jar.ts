import type { Cookies } from 'webextension-polyfill';
import type { CookieJar } from '../crm/port';

/** The cookies of one container of the browser. */
export function cookieJar(cookies: Cookies.Static, storeId: string): CookieJar {
  const store = storeId === '' ? {} : { storeId };
  return {
    at: async (url, name) => (await cookies.get({ url, name, ...store })) ?? undefined,
    under: (domain, name) => cookies.getAll({ domain, name, secure: true, ...store }),
  };
}
