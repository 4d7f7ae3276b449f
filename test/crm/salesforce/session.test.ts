import { describe, expect, test } from 'vitest';
import type { Cookie, CookieJar } from '../../../src/crm/port';
import { salesforceSessions } from '../../../src/crm/salesforce/session';

const PAGE = 'acme.lightning.force.com';
const jarOf = (cookies: Readonly<Record<string, string>>): CookieJar => ({
  at: async (url) => {
    const domain = new URL(url).hostname;
    const value = cookies[domain];
    return value === undefined ? undefined : { domain, value };
  },
  under: async (domain) =>
    Object.entries(cookies)
      .filter(([host]) => host.endsWith(`.${domain}`))
      .map(([host, value]): Cookie => ({ domain: host, value })),
});
const hosts = async (cookies: Readonly<Record<string, string>>) =>
  (await salesforceSessions(PAGE, jarOf(cookies))).map(({ host, secret }) => [host, secret]);

describe('which session opens the API', () => {
  test("the page's own session has no access: that of its API host is taken", async () => {
    expect(await hosts({ [PAGE]: '00D000000000001!page', 'acme.my.salesforce.com': '00D000000000001!api' })).toEqual([
      ['acme.my.salesforce.com', '00D000000000001!api'],
    ]);
  });

  test('sessions of another organisation are left alone', async () => {
    expect(
      await hosts({
        [PAGE]: '00D000000000001!page',
        'acme.my.salesforce.com': '00D000000000002!other',
        'other.my.salesforce.com': '00D000000000002!other',
      }),
    ).toEqual([]);
  });

  test("after a move, the organisation's sessions on other hosts are tried too, the page's own first", async () => {
    expect(
      await hosts({
        'old.my.salesforce.com': '00D000000000001!old',
        [PAGE]: '00D000000000001!page',
        'acme.my.salesforce.com': '00D000000000001!api',
      }),
    ).toEqual([
      ['acme.my.salesforce.com', '00D000000000001!api'],
      ['old.my.salesforce.com', '00D000000000001!old'],
    ]);
  });

  test('an 18-character organisation id is the same organisation', async () => {
    expect(
      await hosts({ [PAGE]: '00D000000000001EAA!page', 'acme.my.salesforce.com': '00D000000000001!api' }),
    ).toHaveLength(1);
  });

  test('hosts that are no API host get nothing', async () => {
    expect(await hosts({ [PAGE]: '00D000000000001!page', 'a.b.c.my.salesforce.com': '00D000000000001!api' })).toEqual(
      [],
    );
  });

  test('signed out, there is none', async () => {
    expect(await hosts({})).toEqual([]);
    expect(await hosts({ 'acme.my.salesforce.com': 'expired' })).toEqual([]);
  });
});
