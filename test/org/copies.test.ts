import { describe, expect, test } from 'vitest';
import { inCopy, outOfCopy, withChecksum } from './id';
import { organisation } from './records/organisation';
import { evaluate } from './soql/evaluate';
import type { Row } from './table';

const TODAY = '2026-12-31';
const data = { size: 20_000, currencies: 'one' } as const;
const SMALL = organisation(TODAY);
const LARGE = organisation(TODAY, 'Acme', undefined, data);
const COPIES = Math.ceil(20_000 / 8800);
const everything = { seesObject: () => true, seesField: () => true };
const asked = (org: typeof SMALL, soql: string) =>
  evaluate(soql, { tables: org.tables, sight: everything, today: TODAY, root: '/services/data/v67.0', deleted: false });
const ask = (soql: string, org = LARGE) => asked(org, soql).records as Row[];

test('an id in a copy has its checksum, and leads back to where it came from', () => {
  for (const copy of [0, 1, 61, 62, 123, 3843]) {
    const id = inCopy(withChecksum('006gL00000003f2'), copy);
    expect(withChecksum(id.slice(0, 15))).toBe(id);
    expect(outOfCopy(id)).toEqual({ copy, id: withChecksum('006gL00000003f2') });
  }
});

describe('a larger organisation', () => {
  // Counts and sums of the published file, as often as it stands here.
  test('counts and sums as often', () => {
    expect(ask('SELECT COUNT(Id) n, SUM(Amount) total FROM Opportunity WHERE IsWon = true')).toMatchObject([
      { n: 4238 * COPIES, total: 10_005_534 * COPIES },
    ]);
    const byStage = 'SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName ORDER BY StageName';
    expect(ask(byStage)).toEqual(ask(byStage, SMALL).map((row) => ({ ...row, n: Number(row.n) * COPIES })));
    expect(ask('SELECT AVG(Amount) mean FROM Opportunity WHERE IsWon = true')[0]?.mean).toBeCloseTo(
      10_005_534 / 4238,
      6,
    );
  });

  test('a rep has the same book in every copy, under ids of its own', () => {
    const reps = ask("SELECT Id, Name FROM User WHERE FirstName = 'Cecily'");
    expect(reps).toHaveLength(COPIES);
    expect(new Set(reps.map(({ Name }) => Name)).size).toBe(COPIES);
    const books = reps.map(({ Id }) =>
      ask(
        `SELECT Id, Amount, Account.Name, Owner.Name FROM Opportunity WHERE OwnerId = '${String(Id)}' ORDER BY CloseDate`,
      ),
    );
    const amounts = (book: Row[]) => book.map(({ Amount }) => Amount);
    for (const book of books) expect(amounts(book).length).toBe(amounts(books[0]!).length);
    expect(new Set(books.flat().map(({ Id }) => Id)).size).toBe(books.flat().length);
    const owner = (books[2]![0] as unknown as { Owner: { Name: string } }).Owner.Name;
    expect(owner).toBe(reps[2]!.Name);
  });

  test('the first rows in an order are those that all rows in that order begin with, place by place', () => {
    const where = 'FROM Opportunity WHERE IsClosed = true AND CloseDate >= 2026-12-20';
    const all = ask(`SELECT Id, CloseDate ${where} ORDER BY CloseDate DESC, Id ASC`);
    const paged: Row[] = [];
    let place = '';
    for (;;) {
      const page = ask(`SELECT Id, CloseDate ${where}${place} ORDER BY CloseDate DESC, Id ASC LIMIT 400`);
      paged.push(...page);
      const last = page.at(-1);
      if (page.length < 400 || !last) break;
      place = ` AND (CloseDate < ${String(last.CloseDate)} OR (CloseDate = ${String(last.CloseDate)} AND Id > '${String(last.Id)}'))`;
    }
    expect(all.length).toBeGreaterThan(2 * 390);
    expect(paged).toEqual(all);
  });

  test('a family stays within its copy, and no other sounds like it', () => {
    const [row] = ask("SELECT Id, Name, Parent.Name FROM Account WHERE Name LIKE '%zumgoity'").slice(1);
    const parent = (row as unknown as { Parent: { Name: string } }).Parent.Name;
    expect(parent.slice(0, 3)).toBe(String(row?.Name).slice(0, 3));
    expect(ask(`SELECT Id FROM Account WHERE Name LIKE '${String(row?.Name).slice(0, 8)}%'`)).toHaveLength(1);
  });

  test('what is written to one record is written to it alone', () => {
    const org = organisation(TODAY, 'Acme', undefined, data);
    const deals = org.tables.get('opportunity')!;
    const open = (at: Row) =>
      ask(`SELECT Id FROM Opportunity WHERE AccountId = '${String(at.AccountId)}' AND IsClosed = false`, org);
    const [first, other] = ask(
      'SELECT Id, AccountId FROM Opportunity WHERE IsClosed = false AND AccountId != null LIMIT 2',
      org,
    );
    const [before, beside] = [open(first!).length, open(other!).length];
    deals.update(deals.byId(String(first?.Id))!, { IsClosed: true, StageName: 'Closed Lost' });
    expect(open(first!).length).toBe(before - 1);
    expect(open(other!).length).toBe(beside);
    const count = () => ask('SELECT COUNT(Id) n FROM Opportunity', org)[0]?.n;
    const all = Number(count());
    org.remove(String(other?.Id), true);
    expect(count()).toBe(all - 1);
    expect(deals.byId(String(other?.Id))).toBeUndefined();
  });
});

test('a smaller organisation has about so many', () => {
  const { tables } = organisation(TODAY, 'Acme', undefined, { size: 1000 });
  expect(tables.get('opportunity')?.rows).toHaveLength(1000);
});
