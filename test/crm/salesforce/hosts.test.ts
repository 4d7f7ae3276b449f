import { describe, expect, test } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { originsBehind } from '../../../src/crm/origins';
import { apiDomain, apiHost, HOST_KINDS, interfaceOf, isApiHost } from '../../../src/crm/salesforce/hosts';
import { SALESFORCE_ORIGINS } from '../../../src/crm/salesforce/origins';
import { HOST_SAMPLES, NO_HOSTS } from './page-samples';

/** Whether a host lies under a pattern like `https://*.example.com/*`. */
const under = (host: string, pattern: string) => host.endsWith(pattern.replace(/^https:\/\/\*|(?::\/\/)?\/\*$/g, ''));
const samples = Object.entries(HOST_SAMPLES).flatMap(([end, pairs]) => pairs.map(([page, api]) => [page, api, end]));

describe('where the API behind a page answers', () => {
  test.each(samples)('%s -> %s', (page, api, end) => {
    expect(apiHost(page!)).toBe(api);
    expect(isApiHost(api!)).toBe(true);
    expect(apiHost(api!)).toBe(api);
    expect(interfaceOf(page!)).toBe(HOST_KINDS.find(([known]) => known === end)?.[1]);
    expect(api!.endsWith(`.${apiDomain(page!)}`)).toBe(true);
  });

  test('every kind of host has a sample, and there are more than twenty', () => {
    expect(Object.keys(HOST_SAMPLES).sort()).toEqual(HOST_KINDS.map(([end]) => end).sort());
    for (const pairs of Object.values(HOST_SAMPLES)) expect(pairs.length).toBeGreaterThan(0);
    expect(samples.length).toBeGreaterThan(20);
  });

  test.each(NO_HOSTS)('%s is none', (host) => {
    expect(apiHost(host)).toBeUndefined();
    expect(interfaceOf(host)).toBeUndefined();
    expect(isApiHost(host)).toBe(false);
  });

  test('a page of Lightning, Setup, Visualforce or behind a proxy has no API of its own', () => {
    for (const [page, api] of samples) if (page !== api) expect(isApiHost(page!)).toBe(false);
  });
});

test('leave for a page is leave for its API too', () => {
  for (const [page, api] of samples) expect(originsBehind(page!)).toEqual(page === api ? [] : [`https://${api}/*`]);
  for (const host of NO_HOSTS) expect(originsBehind(host)).toEqual([]);
});

describe('every host can be granted', () => {
  const all = [...SALESFORCE_ORIGINS.always, ...SALESFORCE_ORIGINS.onRequest];
  const policy = manifest.content_security_policy.extension_pages;
  const connects = /connect-src 'self' ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];

  test.each(samples)('%s, and its API %s may be asked', (page, api) => {
    expect(all.some((origin) => under(page!, origin))).toBe(true);
    expect(all.some((origin) => under(api!, origin))).toBe(true);
    expect(connects.some((origin) => under(api!, `${origin}/*`))).toBe(true);
  });

  test('nothing but API hosts may be asked', () => {
    const domains = new Set(samples.map(([page]) => `https://*.${apiDomain(page!)}`));
    expect(connects.filter((origin) => !domains.has(origin))).toEqual([]);
  });
});
