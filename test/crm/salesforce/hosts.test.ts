import { describe, expect, test } from 'vitest';
import { apiHost, isApiHost } from '../../../src/crm/salesforce/hosts';

describe('where the API of a Lightning host answers', () => {
  test.each([
    ['acme.lightning.force.com', 'acme.my.salesforce.com'],
    ['acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox.my.salesforce.com'],
    ['acme--uat.lightning.force.com', 'acme--uat.my.salesforce.com'],
    ['acme-dev-ed.develop.lightning.force.com', 'acme-dev-ed.develop.my.salesforce.com'],
    ['acme-1-dev-ed.scratch.lightning.force.com', 'acme-1-dev-ed.scratch.my.salesforce.com'],
    ['acme-dev-ed.trailblaze.lightning.force.com', 'acme-dev-ed.trailblaze.my.salesforce.com'],
    ['acme.demo.lightning.force.com', 'acme.demo.my.salesforce.com'],
    ['acme.free.lightning.force.com', 'acme.free.my.salesforce.com'],
    ['acme.patch.lightning.force.com', 'acme.patch.my.salesforce.com'],
  ])('%s -> %s', (page, api) => {
    expect(apiHost(page)).toBe(api);
    expect(isApiHost(api)).toBe(true);
  });

  test.each([
    'lightning.force.com',
    'acme.lightning.force.com.evil.example',
    'acme.evil.lightning.force.com',
    'acme.my.salesforce.com',
    '-acme.lightning.force.com',
    'ACME.lightning.force.com',
    'acme.lightning.force.com.',
  ])('%s has none', (host) => {
    expect(apiHost(host)).toBeUndefined();
  });
});
