import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../../../src/core/value/instant';
import { ifGiven } from '../../../../../src/core/value/known';
import { toCompetitors, toQuotes } from '../../../../../src/crm/salesforce/to-core/deal/offers';

const AS = { asOf: instantOf(Date.UTC(2026, 10, 24)), currency: 'USD', zone: 'America/Los_Angeles' };
const ROW = {
  Id: '0Q0000000000001CAA',
  Name: 'Sonron offer',
  QuoteNumber: '00000012',
  Status: 'Presented',
  TotalPrice: 900,
  GrandTotal: 1_080,
  Discount: 12.5,
  CreatedDate: '2026-11-03T02:00:00.000+0000',
  ExpirationDate: '2026-12-03',
  IsSyncing: true,
};
const [read] = toQuotes([ROW] as never, AS);

describe('a quote', () => {
  test('is what an amount follows: after discounts, before tax and freight', () => {
    expect(read && [ifGiven(read.amount)?.minor, ifGiven(read.discount), read.primary]).toEqual([90_000, 0.125, true]);
  });

  test('was made on the day that the organisation’s clock showed', () => {
    expect(read && [ifGiven(read.createdOn), ifGiven(read.expires)]).toEqual(['2026-11-02', '2026-12-03']);
  });

  test('means what its standard words mean, and nothing where an organisation has its own', () => {
    const meaning = (Status: string | null) => {
      const [quote] = toQuotes([{ ...ROW, Status }] as never, AS);
      return quote && (ifGiven(quote.standing) ?? ('missing' in quote.standing && quote.standing.missing));
    };
    expect(['Draft', 'In Review', 'Approved'].map(meaning)).toEqual(['draft', 'draft', 'draft']);
    expect(['Presented', 'Accepted', 'Denied', 'Rejected'].map(meaning)).toEqual([
      'offered',
      'accepted',
      'declined',
      'withdrawn',
    ]);
    expect(['Beim Kunden', 'constructor', null].map(meaning)).toEqual(['not-readable', 'not-readable', 'not-recorded']);
  });

  test('has no day of the customer’s, whatever its status: Salesforce keeps none', () => {
    const [quote] = toQuotes([{ ...ROW, Status: 'Accepted' }] as never, AS);
    expect(quote?.acceptedOn).toMatchObject({ missing: 'feature-off' });
  });
});

describe('competitors', () => {
  const row = (CompetitorName?: string | null) => ({
    Id: '00J000000000001EAA',
    ...(CompetitorName !== undefined && { CompetitorName }),
  });

  test('are named once each; nobody named is nobody', () => {
    expect(ifGiven(toCompetitors([row('Corvent'), row('Halden'), row('Corvent')] as never, AS))).toEqual([
      'Corvent',
      'Halden',
    ]);
    expect(ifGiven(toCompetitors([row(null)] as never, AS))).toEqual([]);
    expect(ifGiven(toCompetitors([], AS))).toEqual([]);
  });

  test('whose names are hidden are not nobody', () => {
    expect(toCompetitors([row()] as never, AS)).toMatchObject({ missing: 'hidden' });
  });
});
