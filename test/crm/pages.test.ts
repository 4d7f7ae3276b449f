import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { formatRecordRef, parseRecordRef } from '../../src/core/model/record-ref';
import { ORIGINS } from '../../src/crm/origins';
import { isCrmHost } from '../../src/crm/pages';
import { salesforcePages } from '../../src/crm/salesforce/page';
import { trytonPages } from '../../src/crm/tryton/page';
import { NO_HOSTS, SALESFORCE_SAMPLES } from './salesforce/page-samples';
import { TRYTON_SAMPLES } from './tryton/page-samples';

/** As the content scripts have it: a host of Salesforce's has that one's script, any other that the user connects has Tryton's. */
const recordAt = (address: string) => {
  const url = new URL(address);
  return (isCrmHost(url.hostname) ? salesforcePages : trytonPages).recordAt(url);
};
const shown = (address: string) => {
  const ref = recordAt(address);
  return ref && formatRecordRef(ref);
};

describe('the record that an address names', () => {
  test.each(SALESFORCE_SAMPLES.shows)('%s', (address, record) => {
    expect(shown(address)).toBe(record);
    expect(parseRecordRef(record)).toEqual(recordAt(address));
    expect(isCrmHost(new URL(address).hostname)).toBe(true);
  });

  test.each(TRYTON_SAMPLES.shows)('%s', (address, record) => {
    expect(shown(address)).toBe(record);
    expect(parseRecordRef(record)).toEqual(recordAt(address));
  });

  test.each([...SALESFORCE_SAMPLES.refuses, ...TRYTON_SAMPLES.refuses])('refuses %s', (address) => {
    expect(shown(address)).toBeUndefined();
  });

  test.each(NO_HOSTS)('refuses every page of %s', (host) => {
    const record = '006R0000005hDFYIA2';
    for (const path of [`lightning/r/Opportunity/${record}/view`, record, `apex/Deal?id=${record}`]) {
      expect(shown(`https://${host}/${path}`)).toBeUndefined();
    }
  });

  test('refuses what is no page of the web', () => {
    for (const text of ['javascript:alert(1)', 'about:blank', 'data:text/html,x']) {
      expect(recordAt(text)).toBeUndefined();
    }
  });
});

/** An origin as a content security policy writes it: any host at all, at any port, is a scheme. */
const asSource = (origin: string) => origin.replace(/^(https?:)\/\/\*\/\*$/, '$1').replace(/\/\*$/, '');

describe('the manifest and the origins of the CRMs agree', () => {
  const all = Object.values(ORIGINS);
  const always = all.flatMap((origins) => origins.always).sort();
  const onRequest = all.flatMap((origins) => origins.onRequest).sort();
  const sorted = (texts: readonly string[]) => [...texts].sort();

  test('the content script runs from the start where every organisation is, and nowhere else', () => {
    expect(sorted(manifest.content_scripts.flatMap(({ matches }) => matches))).toEqual(always);
    expect(sorted(manifest.host_permissions)).toEqual(always);
  });

  test('every other host has to be asked for', () => {
    expect(sorted(manifest.optional_host_permissions)).toEqual(onRequest);
  });

  test('no origin is there twice', () => {
    expect(new Set([...always, ...onRequest]).size).toBe(always.length + onRequest.length);
  });

  test('those hosts may frame the panel, and no other', () => {
    expect(sorted(manifest.web_accessible_resources.flatMap(({ matches }) => matches))).toEqual(
      sorted([...always, ...onRequest]),
    );
    const policy = manifest.content_security_policy.extension_pages;
    const framing = /frame-ancestors 'self' ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
    expect(sorted(framing)).toEqual(sorted([...always, ...onRequest].map(asSource)));
  });
});
