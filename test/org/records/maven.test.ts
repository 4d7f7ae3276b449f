import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withChecksum } from '../id';
import { moveByQuarters, quarterOf } from './calendar';
import { readMaven } from './maven';
import { organisation } from './organisation';

const LAST_DAY = '2026-12-31';
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('ids', () => {
  // Pairs seen in public code and documentation of Salesforce.
  test.each([
    ['001R0000005hDFY', '001R0000005hDFYIA2'],
    ['0055i000000YOs1', '0055i000000YOs1AAG'],
    ['06m1r000000vb4p', '06m1r000000vb4pAAA'],
    ['a00D0000008pQSN', 'a00D0000008pQSNIA2'],
  ])('%s is %s', (short, long) => {
    expect(withChecksum(short)).toBe(long);
  });
});

describe('moving the set in time', () => {
  test('keeps the month of the quarter and the day of the month', () => {
    expect(moveByQuarters('2017-12-27', 36)).toBe('2026-12-27');
    expect(moveByQuarters('2017-11-30', 37)).toBe('2027-02-28');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: -40, max: 40 }), (days, quarters) => {
        const before = new Date(Date.UTC(2017, 0, 1 + days)).toISOString().slice(0, 10);
        const after = moveByQuarters(before, quarters);
        expect(quarterOf(after) - quarterOf(before)).toBe(quarters);
        expect((Number(after.slice(5, 7)) - 1) % 3).toBe((Number(before.slice(5, 7)) - 1) % 3);
        expect(Number(after.slice(8))).toBeLessThanOrEqual(Number(before.slice(8)));
        expect(Number(before.slice(8)) - Number(after.slice(8))).toBeLessThanOrEqual(3);
      }),
    );
  });

  // Counts and sums of the published file: 4,238 won, 2,473 lost; won by quarter 1,134,672, 3,086,111, 2,982,255, 2,802,496 dollars.
  test('at the end of its last quarter everything in the set has happened', () => {
    const { deals } = readMaven(LAST_DAY);
    expect(deals).toHaveLength(8800);
    const won = deals.filter(({ closed }) => closed?.won);
    expect(won).toHaveLength(4238);
    expect(deals.filter(({ closed }) => closed !== null && !closed.won)).toHaveLength(2473);
    const inQuarter = (n: number) =>
      sum(
        won
          .filter(({ closed }) => closed !== null && quarterOf(closed.on) % 4 === n)
          .map(({ closed }) => closed?.value ?? 0),
      );
    expect([0, 1, 2, 3].map(inQuarter)).toEqual([1134672, 3086111, 2982255, 2802496]);
  });

  test('keeps the dirt: a product spelt two ways, misspelt sectors, open deals of no account, reps with no deals', () => {
    const { deals, accounts, reps } = readMaven(LAST_DAY);
    expect(deals.filter(({ product }) => product === 'GTXPro')).toHaveLength(1480);
    expect(deals.filter(({ account, closed }) => account === null && closed === null)).toHaveLength(1425);
    expect(accounts.some(({ sector }) => sector === 'technolgy')).toBe(true);
    const busy = new Set(deals.map(({ rep }) => rep));
    expect(
      reps
        .filter(({ name }) => !busy.has(name))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Carl Lin', 'Carol Thompson', 'Elizabeth Anderson', 'Mei-Mei Johns', 'Natalya Ivanova']);
  });
});

describe.each(['2026-10-01', '2026-11-24', '2026-12-31', '2028-02-29'])('on %s', (today) => {
  const { tables } = organisation(today);
  const rows = (name: string) => tables.get(name.toLowerCase())?.rows ?? [];

  test('nothing that lies ahead has happened, and no record leaks how an open deal ends', () => {
    for (const deal of rows('Opportunity')) {
      expect(String(deal.CreatedDate).slice(0, 10) <= today).toBe(true);
      if (deal.IsClosed === true) expect(String(deal.CloseDate) <= today).toBe(true);
      else expect(['Prospecting', 'Engaging']).toContain(deal.StageName);
    }
    const open = new Set(
      rows('Opportunity')
        .filter(({ IsClosed }) => IsClosed === false)
        .map(({ Id }) => Id),
    );
    for (const row of rows('OpportunityHistory')) {
      expect(String(row.CreatedDate).slice(0, 10) <= today).toBe(true);
      if (open.has(row.OpportunityId ?? '')) expect(row.StageName).not.toContain('Closed');
    }
    for (const name of ['OpportunityFieldHistory', 'OpportunityContactRole', 'EmailMessage', 'Task']) {
      expect(rows(name).every(({ CreatedDate }) => String(CreatedDate).slice(0, 10) <= today)).toBe(true);
    }
  });

  test('every id is unique and has its checksum, and every reference leads somewhere', () => {
    for (const table of tables.values()) {
      const ids = table.rows.map(({ Id }) => String(Id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => withChecksum(id.slice(0, 15)) === id && id.startsWith(table.object.prefix))).toBe(true);
      for (const { name, targets = [] } of table.object.fields) {
        if (targets.length === 0) continue;
        const homes = targets.map((to) => tables.get(to.toLowerCase()));
        expect(
          table.rows.every(
            (row) =>
              row[name] === null ||
              row[name] === undefined ||
              homes.some((target) => target?.byId(String(row[name])) !== undefined),
          ),
        ).toBe(true);
      }
    }
  });

  test('close dates of a deal move on in its history, and the last one is the record’s', () => {
    const history = tables.get('opportunityhistory');
    for (const deal of rows('Opportunity').slice(0, 500)) {
      const steps = [...(history?.where('OpportunityId', deal.Id ?? null) ?? [])];
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.at(-1)?.CloseDate).toBe(deal.CloseDate);
      expect([...steps].sort((a, b) => String(a.CreatedDate).localeCompare(String(b.CreatedDate)))).toEqual(steps);
    }
  });
});

test('derived people and acts carry no signal: won and lost deals have as many', () => {
  const { tables } = organisation(LAST_DAY);
  const deals = tables.get('opportunity')?.rows ?? [];
  const mean = (name: string, field: string, won: boolean) => {
    const some = deals.filter(
      ({ IsClosed, IsWon, CreatedDate, CloseDate }) =>
        IsClosed === true &&
        IsWon === won &&
        Date.parse(String(CloseDate)) - Date.parse(String(CreatedDate)) > 60 * 86_400_000,
    );
    return sum(some.map(({ Id }) => tables.get(name)?.where(field, Id ?? null).length ?? 0)) / some.length;
  };
  for (const [name, field] of [
    ['opportunitycontactrole', 'OpportunityId'],
    ['emailmessage', 'RelatedToId'],
  ] as const) {
    expect(mean(name, field, true) / mean(name, field, false)).toBeCloseTo(1, 1);
  }
});
