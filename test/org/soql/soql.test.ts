import { describe, expect, test } from 'vitest';
import { Fault } from '../fault';
import { organisation } from '../records/organisation';
import { evaluate } from './evaluate';
import { literalDays } from './literals';

const TODAY = '2026-12-31';
const { tables } = organisation(TODAY);
const everything = { seesObject: () => true, seesField: () => true };
const ask = (soql: string, sight = everything) =>
  evaluate(soql, { tables, sight, today: TODAY, root: '/services/data/v67.0', deleted: false });
const records = (soql: string) => ask(soql).records as Record<string, unknown>[];
const fault = (soql: string, sight = everything) => {
  try {
    ask(soql, sight);
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
};

describe('SOQL over the public deals', () => {
  // Sums of the published file, as in its documentation.
  test('counts and sums by quarter', () => {
    expect(
      records(
        'SELECT FISCAL_QUARTER(CloseDate) q, SUM(Amount) total, COUNT(Id) n FROM Opportunity WHERE IsWon = true GROUP BY FISCAL_QUARTER(CloseDate) ORDER BY FISCAL_QUARTER(CloseDate)',
      ),
    ).toMatchObject([
      { q: 1, total: 1134672, n: 531 },
      { q: 2, total: 3086111 },
      { q: 3, total: 2982255 },
      { q: 4, total: 2802496 },
    ]);
    expect(ask('SELECT COUNT() FROM Opportunity WHERE IsWon = true').totalSize).toBe(4238);
    expect(ask("SELECT COUNT() FROM Opportunity WHERE StageName = 'Closed Lost'").totalSize).toBe(2473);
    expect(ask('SELECT COUNT() FROM Opportunity WHERE IsClosed = false AND AccountId = null').totalSize).toBe(1425);
  });

  test('NOT binds closer than AND, AND closer than OR', () => {
    const count = (where: string) => ask(`SELECT COUNT() FROM Opportunity WHERE ${where}`).totalSize;
    expect(count('IsWon = true OR IsClosed = true AND IsWon = false')).toBe(4238 + 2473);
    expect(count('(IsWon = true OR IsClosed = true) AND IsWon = false')).toBe(2473);
    expect(count('NOT IsClosed = true')).toBe(2089);
    expect(count('NOT (IsClosed = true AND IsWon = true)')).toBe(8800 - 4238);
    expect(count("StageName IN ('Prospecting', 'Engaging')")).toBe(2089);
    expect(count("StageName NOT IN ('Prospecting', 'Engaging')")).toBe(6711);
  });

  // SOQL and SOSL Reference, "Semi-Joins with IN and Anti-Joins with NOT IN" and "Relationship Query Limitations".
  test('what Salesforce refuses is refused: a semi-join beside OR, more than twenty sub-queries', () => {
    const won = 'Id IN (SELECT OpportunityId FROM OpportunityLineItem)';
    const where = (text: string) => fault(`SELECT Id FROM Opportunity WHERE ${text} LIMIT 1`);
    expect(where(`${won} AND (IsWon = true OR IsClosed = false)`)).toBe('none');
    expect(where(`IsWon = true OR ${won}`)).toBe('MALFORMED_QUERY');
    expect(where(`IsClosed = false OR (IsWon = true AND ${won})`)).toBe('MALFORMED_QUERY');
    const asking = (times: number) =>
      fault(`SELECT Id, ${Array(times).fill('(SELECT Id FROM Tasks)').join(', ')} FROM Opportunity LIMIT 1`);
    expect(asking(20)).toBe('none');
    expect(asking(21)).toBe('MALFORMED_QUERY');
  });

  test('parents nest, and a missing one is null', () => {
    expect(
      records(
        "SELECT Name, Account.Name, Account.Parent.Name FROM Opportunity WHERE Account.Name = 'Gogozoom' LIMIT 1",
      )[0],
    ).toMatchObject({
      Account: { attributes: { type: 'Account' }, Name: 'Gogozoom', Parent: { Name: 'Sonron' } },
    });
    expect(records('SELECT Account.Name FROM Opportunity WHERE AccountId = null LIMIT 1')[0]).toMatchObject({
      Account: null,
    });
  });

  test('a sub-query gives the children, in order and within their limit, or null', () => {
    const [sonron] = records(
      "SELECT Name, (SELECT Name FROM ChildAccounts ORDER BY Name DESC LIMIT 2) FROM Account WHERE Name = 'Sonron'",
    );
    expect(sonron).toMatchObject({ ChildAccounts: { totalSize: 2, done: true } });
    const names = (sonron as { ChildAccounts: { records: { Name: string }[] } }).ChildAccounts.records.map(
      ({ Name }) => Name,
    );
    expect([...names].sort().reverse()).toEqual(names);
    expect(records("SELECT (SELECT Id FROM ChildAccounts) FROM Account WHERE Name = 'Gogozoom'")[0]).toMatchObject({
      ChildAccounts: null,
    });
  });

  test('IN takes another query, LIKE takes wildcards in any case, an id its short form', () => {
    // Seven parents in the published file, five more in the derived family of six levels.
    expect(ask('SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)').totalSize).toBe(7 + 5);
    expect(records("SELECT Name FROM User WHERE Name LIKE 'darcel%'")).toMatchObject([{ Name: 'Darcel Schlecht' }]);
    const [user] = records("SELECT Id FROM User WHERE Name = 'Darcel Schlecht'");
    expect(records(`SELECT Name FROM User WHERE Id = '${String(user?.Id).slice(0, 15)}'`)).toHaveLength(1);
  });

  test('nulls come first unless told', () => {
    expect(records('SELECT AccountId FROM Opportunity ORDER BY AccountId LIMIT 1')[0]?.AccountId).toBeNull();
    expect(
      records('SELECT AccountId FROM Opportunity ORDER BY AccountId NULLS LAST LIMIT 1')[0]?.AccountId,
    ).not.toBeNull();
  });

  test('what is wrong is called what Salesforce calls it', () => {
    expect(fault('SELECT Nothing FROM Account')).toBe('INVALID_FIELD');
    expect(fault('SELECT Id FROM Nothing')).toBe('INVALID_TYPE');
    expect(fault('SELECT Id, FROM Account')).toBe('MALFORMED_QUERY');
    expect(fault('SELECT Name, COUNT(Id) FROM Account GROUP BY Industry')).toBe('MALFORMED_QUERY');
    expect(
      fault('SELECT Amount FROM Opportunity', {
        ...everything,
        seesField: (_: string, field?: string) => field !== 'Amount',
      } as typeof everything),
    ).toBe('INVALID_FIELD');
    expect(fault('SELECT Id, COUNT(Name) FROM Opportunity GROUP BY Id')).toBe('EXCEEDED_ID_LIMIT');
  });
});

describe('date literals', () => {
  // SOQL and SOQL Reference, "Date Formats and Date Literals": weeks begin on Sunday, LAST_N_DAYS:n ends with today.
  test.each([
    ['TODAY', 0, '2026-11-24', '2026-11-25'],
    ['THIS_WEEK', 0, '2026-11-22', '2026-11-29'],
    ['LAST_MONTH', 0, '2026-10-01', '2026-11-01'],
    ['THIS_QUARTER', 0, '2026-10-01', '2027-01-01'],
    ['LAST_QUARTER', 0, '2026-07-01', '2026-10-01'],
    ['THIS_FISCAL_QUARTER', 0, '2026-10-01', '2027-01-01'],
    ['NEXT_YEAR', 0, '2027-01-01', '2028-01-01'],
    ['LAST_N_DAYS', 30, '2026-10-25', '2026-11-25'],
    ['NEXT_N_DAYS', 7, '2026-11-25', '2026-12-02'],
    ['LAST_N_QUARTERS', 2, '2026-04-01', '2026-10-01'],
  ])('%s:%i', (literal, n, from, to) => {
    expect(literalDays(literal, n, '2026-11-24')).toEqual({ from, to });
  });
});
