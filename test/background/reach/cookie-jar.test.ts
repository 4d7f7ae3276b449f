import { describe, expect, test } from 'vitest';
import { cookieJar } from '../../../src/background/reach/cookie-jar';

type Kept = { readonly value: string; readonly domain: string; readonly partitionKey?: { topLevelSite?: string } };

function jar(kept: readonly Kept[], storeId = '', firefox = false) {
  const asked: unknown[] = [];
  const cookies = {
    getAll: async (details: unknown) => {
      asked.push(details);
      return kept as never;
    },
  };
  return { asked, ...cookieJar(cookies as never, storeId, firefox) };
}

describe('the cookies of the browser', () => {
  test('are asked for in the container of the tab, those that are kept apart included', async () => {
    const { at, under, asked } = jar([], 'firefox-container-3', true);
    expect(await at('https://acme.my.salesforce.com/', 'sid')).toBeUndefined();
    await under('my.salesforce.com', 'sid');
    const all = { partitionKey: {}, firstPartyDomain: null, storeId: 'firefox-container-3' };
    expect(asked).toEqual([
      { url: 'https://acme.my.salesforce.com/', name: 'sid', ...all },
      { domain: 'my.salesforce.com', name: 'sid', secure: true, ...all },
    ]);
  });

  test('that are not kept apart come first', async () => {
    const apart = { value: 'apart', domain: 'a', partitionKey: { topLevelSite: 'https://force.com' } };
    const { at, asked } = jar([apart, { value: 'plain', domain: 'a', partitionKey: {} }]);
    expect((await at('https://a/', 'sid'))?.value).toBe('plain');
    expect(asked).toEqual([{ url: 'https://a/', name: 'sid', partitionKey: {} }]);
  });
});
