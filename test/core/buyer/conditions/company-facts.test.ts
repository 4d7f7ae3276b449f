import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyerCondition } from '../../../../src/core/buyer/conditions/buyer-condition';
import { readCompanyFacts } from '../../../../src/core/buyer/conditions/company-facts';
import { financialCondition } from '../../../../src/core/buyer/conditions/financial-condition';
import { series } from '../../../../src/core/buyer/conditions/series';
import { civilDate } from '../../../../src/core/value/civil-date';
import { isExplained } from '../../../../src/core/value/explained';
import type { Instant } from '../../../../src/core/value/instant';
import { given, missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { account, known } from '../names/accounts';

/*
 * recorded/: answers of https://data.sec.gov/api/xbrl/companyfacts (public data of the US government; recorded by
 * https://github.com/dgunning/edgartools, MIT), cut down to the tags named in each file and to rows since about 2023 - for Apple
 * also to the net income up to 2009 and to the sales tags of 2017 and 2018 - with every row as it was filed.
 */
const OBSERVED = '2026-07-10T08:00:00.000Z' as Instant;
const TODAY = civilDate('2026-07-10');
const body = (file: string) => readFileSync(new URL(`recorded/${file}`, import.meta.url), 'utf8');
const facts = (file: string) => {
  const read = readCompanyFacts(body(file), OBSERVED);
  if (!read.ok) throw new Error(read.problem.key);
  return read.value;
};
const condition = (file: string, today = TODAY) => {
  const found = financialCondition(facts(file), today);
  if (!found.ok) throw new Error(found.problem.key);
  return found.value;
};
const APPLE = 'CIK0000320193-apple.json';
const NVIDIA = 'CIK0001045810-nvidia.json';
const ALPHABET = 'CIK0001652044-alphabet.json';
const LPA = 'CIK0001997711-ifrs.json';

describe('published figures', () => {
  // Form 10-K of Apple Inc. for the fiscal year ended 27 September 2025, consolidated statements of operations.
  it('Apple, year to 27 September 2025: revenue 416,161 million, under a tag that is not the first', () => {
    const { latest, yearEnd, cik } = condition(APPLE);
    expect(cik).toBe('0000320193');
    expect(latest.revenue).toMatchObject({
      amount: moneyOf(416_161_000_000, 'USD'),
      period: { start: '2024-09-29', end: '2025-09-27' },
      tags: ['us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax'],
      form: '10-K',
      confidence: { level: 'high' },
      observedAt: OBSERVED,
    });
    expect(latest.revenue?.source).toMatchObject({ kind: 'published', year: 2025 });
    expect(latest['operating-income']?.amount).toEqual(moneyOf(133_050_000_000, 'USD'));
    expect(latest['net-income']?.amount).toEqual(moneyOf(112_010_000_000, 'USD'));
    expect(yearEnd).toMatchObject({ value: '2025-09-27' });
  });

  // Form 10-K: net sales 391,035 million in 2024; 416,161 / 391,035 - 1 = 6.43 %, as the report's own "6 %".
  it('and 6.4 % more than the year before', () => {
    const { growth, netMargin } = condition(APPLE).ratios;
    expect(isExplained(growth) && growth.value).toBeCloseTo(416_161 / 391_035 - 1, 12);
    expect(isExplained(netMargin) && netMargin.value).toBeCloseTo(112_010 / 416_161, 12);
    expect(isExplained(growth) && growth.terms).toHaveLength(2);
  });

  // Form 10-K of NVIDIA for the fiscal year ended 25 January 2026 (revenue 215,938 million) and 26 January 2025 (130,497 million).
  it('NVIDIA’s year ends in January; the tag Apple uses has been dead there since 2022', () => {
    const { latest, fiscalYearStartMonth, ratios } = condition(NVIDIA);
    expect(latest.revenue).toMatchObject({
      amount: moneyOf(215_938_000_000, 'USD'),
      period: { end: '2026-01-25' },
      tags: ['us-gaap:Revenues'],
    });
    expect(fiscalYearStartMonth).toMatchObject({ value: 2 });
    expect(isExplained(ratios.growth) && ratios.growth.value).toBeCloseTo(215_938 / 130_497 - 1, 12);
  });

  it('a proxy statement that repeats a figure is not its source', () => {
    expect(condition(NVIDIA).latest['net-income']?.form).toBe('10-K');
  });

  it('the same company as it was known on another day', () => {
    const before = condition(APPLE, civilDate('2025-10-30'));
    expect(before.latest.revenue).toMatchObject({
      amount: moneyOf(391_035_000_000, 'USD'),
      period: { end: '2024-09-28' },
    });
  });

  // Form 20-F of Logistic Properties of the Americas for 2024.
  it('a company that reports under IFRS, with its number as text', () => {
    const { latest, cik, company, ratios } = condition(LPA);
    expect({ cik, company }).toEqual({ cik: '0001997711', company: 'Logistic Properties of the Americas' });
    expect(latest.revenue).toMatchObject({
      amount: moneyOf(43_862_372, 'USD'),
      tags: ['ifrs-full:Revenue'],
      form: '20-F',
    });
    expect(latest['net-income']?.amount.minor).toBeLessThan(0);
    // 40,001,754 / 26,524,836
    expect(isExplained(ratios.current) && ratios.current.value).toBeCloseTo(1.508, 3);
  });
});

describe('traps of the filings', () => {
  // Apple changed how it accounts for subscriptions: 4,834 and 5,704 million became 6,119 and 8,235 in the 10-K/A of January 2010.
  it('a restated year counts as it was filed last, and says what it was', () => {
    const years = series(facts(APPLE), 'net-income', 'USD').filter(({ end }) => end < '2010-01-01');
    expect(years.map(({ end, amount, restatedFrom }) => [end, amount, restatedFrom?.amount])).toEqual(
      expect.arrayContaining([
        ['2008-09-27', 6_119_000_000, 4_834_000_000],
        ['2009-09-26', 8_235_000_000, 5_704_000_000],
      ]),
    );
  });

  it('before the correction the first figure stood', () => {
    const then = financialCondition(facts(APPLE), civilDate('2009-12-31'));
    expect(then.ok && then.value.latest['net-income']).toMatchObject({ amount: moneyOf(5_704_000_000, 'USD') });
  });

  it('quarters, halves and nine months that end with the year are not the year', () => {
    const net = series(facts(APPLE), 'net-income', 'USD');
    for (const { start, end } of net) {
      const days = (Date.parse(end) - Date.parse(start!)) / 86_400_000 + 1;
      expect([364, 365, 371]).toContain(days);
    }
    expect(new Set(net.map(({ end }) => end)).size).toBe(net.length);
  });

  it('a tag that has died is low in confidence and in no ratio', () => {
    const { latest, ratios } = condition(APPLE);
    expect(latest['interest-expense']).toMatchObject({ period: { end: '2023-09-30' }, confidence: { level: 'low' } });
    expect(ratios.interestCover).toMatchObject({ missing: 'not-recorded', because: { key: 'buyer_ratio_no_period' } });
  });

  it('and where another took over, that one counts', () => {
    expect(condition(ALPHABET).latest['interest-expense']).toMatchObject({
      tags: ['us-gaap:InterestExpenseNonoperating'],
      period: { end: '2025-12-31' },
    });
  });

  it('a debt that is only filed in parts is their sum, on a day that has both', () => {
    const { debt } = condition(ALPHABET).latest;
    const rows = JSON.parse(body(ALPHABET)).facts['us-gaap'];
    const on = (tag: string) =>
      rows[tag].units.USD.find(
        ({ end, form }: { end: string; form: string }) => end === debt?.period.end && form === '10-Q',
      ).val;
    expect(debt?.tags).toHaveLength(2);
    expect(debt?.amount).toEqual(moneyOf(on('LongTermDebtNoncurrent') + on('LongTermDebtCurrent'), 'USD'));
  });

  it('a stretch of eighteen months is no year', () => {
    const read = readCompanyFacts(
      filing([{ start: '2024-07-01', end: '2025-12-31', val: 1, filed: '2026-03-01' }]),
      OBSERVED,
    );
    if (!read.ok) throw new Error(read.problem.key);
    expect(financialCondition(read.value, TODAY)).toMatchObject({ ok: true, value: { latest: {} } });
    expect(series(read.value, 'revenue', 'USD')).toEqual([]);
  });

  it('half of a debt is no debt', () => {
    const row = { end: '2025-12-31', val: 5, filed: '2026-02-01', form: '10-K', accn: '1' };
    const half = { 'us-gaap': { LongTermDebtNoncurrent: { units: { USD: [row] } } } };
    const read = readCompanyFacts(filing([], { facts: half }), OBSERVED);
    if (!read.ok) throw new Error(read.problem.key);
    expect(series(read.value, 'debt', 'USD')).toEqual([]);
  });

  it.each([
    ['2025-02-01', 2],
    ['2025-09-27', 10],
    ['2025-12-31', 1],
    ['2026-01-03', 1],
    ['2025-06-30', 7],
  ])('a year that ends on %s begins in month %d', (end, month) => {
    const start = new Date(Date.parse(end) - 363 * 86_400_000).toISOString().slice(0, 10);
    const read = readCompanyFacts(filing([{ start, end, val: 1, filed: '2026-03-01' }]), OBSERVED);
    if (!read.ok) throw new Error(read.problem.key);
    expect(financialCondition(read.value, TODAY)).toMatchObject({ value: { fiscalYearStartMonth: { value: month } } });
  });
});

function filing(rows: readonly object[], but: object = {}): string {
  const full = rows.map((row) => ({ form: '10-K', accn: '0000000000-26-000001', ...row }));
  return JSON.stringify({
    cik: 1,
    entityName: 'X',
    facts: { 'us-gaap': { Revenues: { units: { USD: full } } } },
    ...but,
  });
}

describe('whatever comes as an answer', () => {
  it('an unknown company is one sentence', () => {
    expect(readCompanyFacts(body('not-found.xml'), OBSERVED)).toEqual({
      ok: false,
      problem: { key: 'buyer_sec_no_such_company', figures: [] },
    });
  });

  it.each([
    ['', 'buyer_sec_not_json'],
    ['<!doctype html><title>Undeclared Automated Tool</title>', 'buyer_sec_not_json'],
    ['null', 'buyer_sec_other_shape'],
    ['[]', 'buyer_sec_other_shape'],
    ['{"cik":1}', 'buyer_sec_other_shape'],
    ['{"cik":-1,"entityName":"X","facts":{}}', 'buyer_sec_other_shape'],
  ])('%s is refused', (text, key) => {
    expect(readCompanyFacts(text, OBSERVED)).toMatchObject({ ok: false, problem: { key } });
  });

  it('a company without figures has no condition, and says so', () => {
    const read = readCompanyFacts('{"cik":1,"entityName":"Fund","facts":{}}', OBSERVED);
    expect(read.ok && financialCondition(read.value, TODAY)).toMatchObject({
      problem: { key: 'buyer_sec_no_figures' },
    });
  });

  it('rows that make no sense are left out and counted', () => {
    const year = { start: '2025-01-01', end: '2025-12-31', filed: '2026-02-01' };
    const read = readCompanyFacts(
      filing([
        { ...year, val: 100 },
        { ...year, val: '100' },
        { ...year, val: 1e300 },
        { ...year, val: 1, end: '2025-13-31' },
        { ...year, val: 1, start: '2026-01-01' },
        { ...year, val: 1, filed: '2025-06-01' },
        { ...year, val: 1, accn: 7 },
      ]),
      OBSERVED,
    );
    if (!read.ok) throw new Error(read.problem.key);
    expect(read.value.unreadable).toBe(6);
    expect(financialCondition(read.value, TODAY)).toMatchObject({
      value: { latest: { revenue: { amount: moneyOf(100, 'USD') } } },
    });
  });

  // The SEC's own test filer, CIK 350001.
  it('markup in a company’s name stays text', () => {
    const name = "Company Name Three `!#$(),:;=.-;\\|@/{}&'\\WA\\";
    const read = readCompanyFacts(filing([], { entityName: name }), OBSERVED);
    expect(read.ok && read.value.company).toBe(name);
  });

  it('keys that every object has are no tags', () => {
    const odd = '{"cik":1,"entityName":"X","facts":{"__proto__":{"Revenues":1},"us-gaap":{"Revenues":"constructor"}}}';
    expect(readCompanyFacts(odd, OBSERVED)).toMatchObject({ ok: true, value: { amounts: [], unreadable: 0 } });
  });

  it('nothing is thrown, whatever the figures', () => {
    const row = fc.record({
      start: fc.option(fc.constantFrom('2024-01-01', '2025-01-01', 'x'), { nil: undefined }),
      end: fc.constantFrom('2024-12-31', '2025-12-31', '9999-12-31', ''),
      filed: fc.constantFrom('2025-02-01', '2026-02-01', null),
      val: fc.oneof(fc.double(), fc.integer(), fc.constant(null)),
      form: fc.constantFrom('10-K', '10-Q', 'DEF 14A', 3),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const read = readCompanyFacts(filing(rows), OBSERVED);
        expect(read.ok && financialCondition(read.value, TODAY)).toBeTruthy();
      }),
    );
  });
});

describe('what is known of a buyer’s condition', () => {
  const filed = given(condition(APPLE), { kind: 'published', by: 'SEC', year: 2025 }, OBSERVED);

  it('the CRM’s fiscal year comes before the one that filings show', () => {
    const recorded = known(account('Apple', { fiscalYearStartMonth: known(1) }));
    expect(buyerCondition(recorded, filed).fiscalYearStartMonth).toMatchObject({ value: 1 });
    expect(buyerCondition(known(account('Apple')), filed).fiscalYearStartMonth).toMatchObject({ value: 10 });
  });

  it('what no source is switched on for is not yet read', () => {
    expect(buyerCondition(missing('hidden'))).toEqual({
      fiscalYearStartMonth: missing('hidden'),
      financial: missing('not-yet-read'),
      indicators: missing('not-yet-read'),
    });
  });
});
