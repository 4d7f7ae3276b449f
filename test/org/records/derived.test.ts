import { describe, expect, test } from 'vitest';
import type { Features } from '../features';
import { sightOf } from '../rest/sight';
import { evaluate } from '../soql/evaluate';
import { switches } from '../switches';
import type { Row } from '../table';
import { SPECIALISTS, SPLIT_TYPES } from './credit';
import { DEEP_FAMILY, LOOK_ALIKES } from './families';
import { organisation } from './organisation';
import { fiscalCalendar } from './periods';

const TODAY = '2026-12-31';
const ORG = organisation(TODAY, 'Acme', undefined, { quotas: 'all' });
const rows = (object: string): readonly Row[] => ORG.tables.get(object.toLowerCase())?.rows ?? [];
const idOf = (name: string) => String(rows('User').find(({ Name }) => Name === name)?.Id);
const ask = (user: string, soql: string, features: Partial<Features> = {}, deleted = false) => {
  const sight = sightOf(switches(features), idOf(user), ORG);
  return evaluate(soql, { tables: ORG.tables, sight, today: TODAY, root: '/services/data/v67.0', deleted });
};
const REP = 'Cecily Lampkin';
const cents = (amount: unknown) => Math.round(Number(amount) * 100);

describe('splits', () => {
  const byDeal = new Map<unknown, Row[]>();
  for (const split of rows('OpportunitySplit'))
    byDeal.set(split.OpportunityId, [...(byDeal.get(split.OpportunityId) ?? []), split]);
  const revenueOf = (deal: Row) =>
    (byDeal.get(deal.Id) ?? []).filter((one) => one.SplitTypeId === SPLIT_TYPES.revenue.Id);

  test('revenue adds up to the whole deal, its owner among those credited', () => {
    for (const deal of rows('Opportunity')) {
      const revenue = revenueOf(deal);
      expect(revenue.reduce((sum, one) => sum + Number(one.SplitPercentage), 0)).toBe(100);
      expect(revenue.reduce((sum, one) => sum + cents(one.SplitAmount), 0)).toBe(cents(deal.Amount));
      expect(revenue[0]?.SplitOwnerId).toBe(deal.OwnerId);
    }
  });

  test('a seventh of the deals is shared, won ones as often as lost ones', () => {
    const share = (won: boolean) => {
      const deals = rows('Opportunity').filter(({ IsClosed, IsWon }) => IsClosed === true && IsWon === won);
      return deals.filter((deal) => revenueOf(deal).length > 1).length / deals.length;
    };
    expect(share(true)).toBeCloseTo(0.15, 1);
    expect(Math.abs(share(true) - share(false))).toBeLessThan(0.02);
  });

  test('overlays go to specialists, who own no deal', () => {
    const overlays = rows('OpportunitySplit').filter(({ SplitTypeId }) => SplitTypeId === SPLIT_TYPES.overlay.Id);
    expect(overlays.length).toBeGreaterThan(500);
    const specialists = new Set<unknown>(SPECIALISTS.map(idOf));
    expect(overlays.every(({ SplitOwnerId }) => specialists.has(SplitOwnerId))).toBe(true);
    expect(rows('Opportunity').some(({ OwnerId }) => specialists.has(OwnerId))).toBe(false);
  });
});

describe('companies', () => {
  test('look-alikes are linked to nothing', () => {
    for (const { name, of } of LOOK_ALIKES) {
      const [one] = ask(REP, `SELECT Name, ParentId FROM Account WHERE Name = '${name}'`).records as Row[];
      expect(one?.ParentId).toBeNull();
      expect(ask(REP, `SELECT Id FROM Account WHERE Name = '${of}'`).totalSize).toBe(1);
    }
  });

  test('a family is six levels deep, and a rep cannot see through its second', () => {
    const levels = [1, 2, 3, 4, 5].map((up) => `${'Parent.'.repeat(up)}Name`);
    const top = (user: string) => {
      const [row] = ask(user, `SELECT Name, ${levels.join(', ')} FROM Account WHERE Name = 'Zumgoity'`).records;
      const names: unknown[] = [];
      for (let at = row as { Name: string; Parent?: unknown } | null | undefined; at; at = at.Parent as typeof at)
        names.push(at.Name);
      return names;
    };
    const all = DEEP_FAMILY.map(({ name }) => name).reverse();
    expect(top('Dustin Brinkmann')).toEqual(all);
    expect(top(REP)).toEqual(all.slice(0, 4));
    expect(ask(REP, "SELECT Id FROM Account WHERE Name = 'Zenith Europe'").totalSize).toBe(0);
    expect(ask(REP, "SELECT Id FROM Account WHERE Name = 'Zenith Holdings'").totalSize).toBe(1);
  });
});

test('what was done more than a year ago is archived: only queryAll has it', () => {
  const old = 'SELECT Id FROM Task WHERE ActivityDate < 2025-12-31 AND AccountId != null';
  expect(ask(REP, old).totalSize).toBe(0);
  expect(ask(REP, old, {}, true).totalSize).toBeGreaterThan(100);
});

test('an activity leads to a deal or to a company, by name and kind', () => {
  const what = (prefix: string) =>
    (
      ask(REP, `SELECT What.Name, What.Type FROM Task WHERE WhatId != null AND TaskSubtype = 'Call'`).records as {
        What: { Type: string; attributes: { type: string; url: string } };
      }[]
    ).find(({ What }) => What.Type === prefix)?.What;
  expect(what('Account')?.attributes).toMatchObject({ type: 'Name' });
  expect(what('Opportunity')?.attributes.url).toContain('/sobjects/Opportunity/006');
});

describe('features', () => {
  test.each([
    ['splits', 'SELECT Id FROM OpportunitySplit', 8800],
    ['teams', 'SELECT Id FROM OpportunityTeamMember', 1000],
    ['quotes', 'SELECT Id FROM QuoteLineItem', 1000],
    ['multiCurrency', 'SELECT CurrencyIsoCode FROM Opportunity', 8800],
    ['multiCurrency', 'SELECT Id FROM CurrencyType', 6],
    ['datedRates', 'SELECT Id FROM DatedConversionRate', 12],
  ] as const)('%s: %s is refused until it is on', (feature, soql, least) => {
    expect(() => ask(REP, soql)).toThrow(/is not supported|No such column/);
    expect(ask(REP, soql, { [feature]: true }).totalSize).toBeGreaterThanOrEqual(least);
  });

  test('no forecasting: neither quotas nor kinds nor items', () => {
    for (const object of ['ForecastingQuota', 'ForecastingType', 'ForecastingItem'])
      expect(() => ask(REP, `SELECT Id FROM ${object}`, { forecasting: false })).toThrow('is not supported');
  });
});

test('quotas come by amount, by family and in units, and the families of a rep add up to the amount', () => {
  const of = (where: string) =>
    ask(
      REP,
      `SELECT QuotaAmount, QuotaQuantity, ProductFamily FROM ForecastingQuota WHERE QuotaOwnerId = '${idOf(REP)}' AND StartDate = 2026-10-01 AND ${where}`,
    ).records as Row[];
  const [whole] = of("ForecastingType.DeveloperName = 'OpportunityRevenue'");
  const families = of('ProductFamily != null');
  expect(families.length).toBeGreaterThan(1);
  expect(families.reduce((sum, { QuotaAmount }) => sum + Number(QuotaAmount), 0)).toBeCloseTo(
    Number(whole?.QuotaAmount),
    1,
  );
  // A tenth more than what splits credited the rep with in the quarter before.
  const credited = rows('OpportunitySplit').filter(({ OpportunityId, SplitOwnerId, SplitTypeId }) => {
    const deal = ORG.tables.get('opportunity')?.byId(String(OpportunityId));
    const inQuarter = String(deal?.CloseDate) >= '2026-07-01' && String(deal?.CloseDate) < '2026-10-01';
    return SplitOwnerId === idOf(REP) && SplitTypeId === SPLIT_TYPES.revenue.Id && deal?.IsWon === true && inQuarter;
  });
  const wanted = credited.reduce((sum, { SplitAmount }) => sum + cents(SplitAmount), 0) * 0.011;
  const [bySplits] = ask(
    REP,
    `SELECT QuotaAmount FROM ForecastingQuota WHERE QuotaOwnerId = '${idOf(REP)}' AND StartDate = 2026-10-01 AND ForecastingType.OpportunitySplitTypeId != null`,
    { splits: true },
  ).records as Row[];
  expect(Number(bySplits?.QuotaAmount)).toBeCloseTo(wanted, 1);
  expect(of('IsQuantity = true')).toMatchObject([{ QuotaAmount: null }]);
});

test('forecast items add up to the records they stand for', () => {
  const [item] = ask(
    REP,
    `SELECT OwnerOnlyAmount FROM ForecastingItem WHERE OwnerId = '${idOf(REP)}' AND ForecastingItemCategory = 'ClosedOnly' AND Period.Type = 'Quarter' AND Period.StartDate = 2026-10-01`,
  ).records as Row[];
  const [won] = ask(
    REP,
    `SELECT SUM(Amount) total FROM Opportunity WHERE OwnerId = '${idOf(REP)}' AND IsWon = true AND CloseDate >= 2026-10-01`,
  ).records as Row[];
  expect(item?.OwnerOnlyAmount).toBe(won?.total);
});

describe('fiscal years', () => {
  test('thirteen periods of four weeks leave no day out', () => {
    const { all, quarterOf } = fiscalCalendar('2026-11-24', { kind: 'custom13' });
    const year = all.filter((one) => one.year === 2026);
    // The Monday nearest to 1 February 2026, a Sunday, is the 2nd.
    expect(year[0]).toMatchObject({ type: 'Year', start: '2026-02-02', next: '2027-02-01' });
    const periods = all.filter(({ type }) => type === 'Month');
    expect(year.filter(({ type }) => type === 'Month')).toHaveLength(13);
    for (const [n, { start }] of periods.slice(1).entries()) expect(periods[n]?.next).toBe(start);
    expect(quarterOf('2026-11-24')).toMatchObject({ number: 4, start: '2026-10-12' });
  });

  test('a standard year from April on is named after the year it ends in, unless told', () => {
    const april = fiscalCalendar('2026-11-24', { kind: 'standard', startMonth: 4 });
    expect(april.quarterOf('2026-11-24')).toMatchObject({ year: 2027, number: 3, start: '2026-10-01' });
    const byStart = fiscalCalendar('2026-11-24', { kind: 'standard', startMonth: 4, namedByStart: true });
    expect(byStart.quarterOf('2026-11-24')).toMatchObject({ year: 2026, number: 3 });
  });
});
