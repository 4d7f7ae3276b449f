import { describe, expect, it } from 'vitest';
import { registeredDomain } from '../../../../src/core/buyer/names/web-domain';

describe('the domain somebody registered', () => {
  it.each([
    ['https://www.shop.acme.co.uk/de/?a=b#c', 'acme.co.uk'],
    ['acme.com', 'acme.com'],
    ['HTTP://ACME.COM:8080/', 'acme.com'],
    ['//acme.de', 'acme.de'],
    ['https://user:word@acme.com@evil.com/', 'evil.com'],
    ['www.müller.de.', 'müller.de'],
  ])('%s', (website, domain) => {
    expect(registeredDomain(website)).toBe(domain);
  });

  it.each([
    ['not a site'],
    [''],
    ['localhost'],
    ['192.168.0.1'],
    ['co.uk'],
    ['gmail.com'],
    ['https://www.linkedin.com/company/acme'],
    ['javascript:alert(1)'],
    ['a..b'],
    ['.com'.repeat(900)],
  ])('%s is nobody’s', (website) => {
    expect(registeredDomain(website)).toBeUndefined();
  });
});
