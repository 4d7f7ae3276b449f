import { describe, expect, test } from 'vitest';
import { CORPORATE, exchange } from '../records/currencies';
import { organisation } from '../records/organisation';
import type { Row } from '../table';
import { evaluate } from './evaluate';
import type { Setting } from './scope';

const TODAY = '2026-12-31';
const ORG = organisation(TODAY, 'Acme', undefined, { currencies: 'many', fiscalYear: { kind: 'custom13' } });
const rows = (object: string) => ORG.tables.get(object)?.rows ?? [];
const everything = { seesObject: () => true, seesField: () => true };
const money = (users: string, dated = false): Setting['money'] => ({
  exchange: exchange(rows('currencytype'), dated ? rows('datedconversionrate') : null),
  users,
  dated,
});
const ask = (soql: string, users = CORPORATE, dated = false) =>
  evaluate(soql, {
    tables: ORG.tables,
    sight: everything,
    today: TODAY,
    root: '/services/data/v67.0',
    deleted: false,
    calendar: ORG.calendar,
    money: money(users, dated) as NonNullable<Setting['money']>,
  }).records as Row[];

describe('several currencies', () => {
  // The published file: 10,005,534 dollars won.
  test('totals over several currencies come in the organisation’s own', () => {
    const [all] = ask('SELECT SUM(Amount) total FROM Opportunity WHERE IsWon = true');
    expect(Number(all?.total)).toBeGreaterThan(10_005_534 - 50);
    expect(Number(all?.total)).toBeLessThan(10_005_534 + 50);
  });

  test('grouped by currency each stands in its own', () => {
    const groups = ask(
      'SELECT CurrencyIsoCode, SUM(Amount) total, COUNT(Id) n FROM Opportunity WHERE IsWon = true GROUP BY CurrencyIsoCode',
    );
    expect(groups.map(({ CurrencyIsoCode }) => CurrencyIsoCode).sort()).toEqual(['BRL', 'EUR', 'JPY', 'NOK', 'USD']);
    const yen = groups.find(({ CurrencyIsoCode }) => CurrencyIsoCode === 'JPY');
    const japanese = rows('opportunity').filter((row) => row.IsWon === true && row.CurrencyIsoCode === 'JPY');
    expect(japanese.length).toBe(yen?.n);
    expect(japanese.reduce((sum, { Amount }) => sum + Number(Amount), 0)).toBe(yen?.total);
    // A yen has no hundredths.
    expect(japanese.every(({ Amount }) => Number.isInteger(Amount))).toBe(true);
  });

  test('an amount stands in its record’s currency, and on demand in the user’s', () => {
    const soql =
      "SELECT Amount, convertCurrency(Amount) mine FROM Opportunity WHERE CurrencyIsoCode = 'JPY' AND IsWon = true";
    const [deal] = ask(soql, 'EUR');
    expect(deal?.mine).toBeCloseTo((Number(deal?.Amount) / 150) * 0.9, 1);
  });

  test('dated rates go by the close date', () => {
    const worth = (date: string) => {
      const [row] = ask(
        `SELECT Amount, convertCurrency(Amount) mine FROM Opportunity WHERE CurrencyIsoCode = 'NOK' AND IsWon = true AND CloseDate ${date} LIMIT 1`,
        CORPORATE,
        true,
      );
      return Number(row?.Amount) / Number(row?.mine);
    };
    expect(worth('< 2026-09-01')).toBeCloseTo(10, 1);
    expect(worth('>= 2026-09-03')).toBeCloseTo(12.5, 1);
  });
});

describe('a fiscal year of thirteen periods', () => {
  test('the literals go by it, the functions are refused', () => {
    const count = (where: string) => Number(ask(`SELECT COUNT(Id) n FROM Opportunity WHERE ${where}`)[0]?.n);
    // 12 October 2026 is the first day of its tenth period.
    expect(count('CloseDate = THIS_FISCAL_QUARTER')).toBe(count('CloseDate >= 2026-10-12 AND CloseDate <= 2027-01-31'));
    expect(count('CloseDate = LAST_FISCAL_QUARTER')).toBe(count('CloseDate >= 2026-07-20 AND CloseDate < 2026-10-12'));
    expect(() => ask('SELECT FISCAL_QUARTER(CloseDate) q FROM Opportunity GROUP BY FISCAL_QUARTER(CloseDate)')).toThrow(
      'custom fiscal years',
    );
    expect(ask('SELECT FiscalYear, FiscalQuarter FROM Opportunity WHERE CloseDate = 2026-10-12 LIMIT 1')).toMatchObject(
      [{ FiscalYear: 2026, FiscalQuarter: 4 }],
    );
  });
});
