import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { formatRecordRef } from '../../src/core/model/record-ref';
import { isCrmHost, PAGES, recordAt } from '../../src/crm/pages';
import { SALESFORCE_SAMPLES } from '../../src/crm/salesforce/page-samples';

const shown = (address: string) => {
  const ref = recordAt(address);
  return ref && formatRecordRef(ref);
};

describe('the record that an address names', () => {
  test.each(SALESFORCE_SAMPLES.shows)('%s', (address, record) => {
    expect(shown(address)).toBe(record);
  });

  test.each(SALESFORCE_SAMPLES.refuses)('refuses %s', (address) => {
    expect(shown(address)).toBeUndefined();
  });

  test('refuses what is no address', () => {
    for (const text of ['', 'lightning', 'javascript:alert(1)', 'about:blank', 'data:text/html,x']) {
      expect(recordAt(text)).toBeUndefined();
    }
  });
});

describe('the manifest and the patterns agree', () => {
  const hosts = PAGES.map(({ hostPattern }) => hostPattern);

  test('the content script runs on the hosts of the patterns and on no other', () => {
    expect(manifest.content_scripts.flatMap(({ matches }) => matches).sort()).toEqual([...hosts].sort());
  });

  test('only those hosts may frame the panel', () => {
    expect(manifest.web_accessible_resources.flatMap(({ matches }) => matches).sort()).toEqual([...hosts].sort());
  });

  test('each of them may be asked for', () => {
    for (const host of hosts) expect(manifest.host_permissions).toContain(host);
  });

  test('every host of a known address is a host of the CRM', () => {
    for (const [address] of SALESFORCE_SAMPLES.shows) expect(isCrmHost(new URL(address).hostname)).toBe(true);
  });
});
