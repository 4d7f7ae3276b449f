import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { quarterOf } from './calendar';
import { fileOf, readMaven } from './maven';
import { organisation } from './organisation';

const DAYS = ['2026-10-01', '2026-11-24', '2026-12-30'] as const;
const END = organisation('2026-12-31');
const rowsOf = (org: ReturnType<typeof organisation>) =>
  Object.fromEntries([...org.tables.values()].map(({ object, rows }) => [object.name, rows]));

/** The set as it would read had every deal that closes after a day of its last quarter ended the other way, on its last day, for a dollar. */
function otherFuture(today: string): string {
  const there = `2017${today.slice(4)}`;
  return fileOf('sales_pipeline.csv')
    .split(/\r?\n/)
    .map((line, place) => {
      const cells = line.split(',');
      const closed = cells[6] ?? '';
      if (place === 0 || closed === '' || closed <= there) return line;
      cells[4] = cells[4] === 'Won' ? 'Lost' : 'Won';
      cells[6] = '2017-12-31';
      cells[7] = '1';
      return cells.join(',');
    })
    .join('\n');
}

describe.each(DAYS)('on %s', (today) => {
  const now = organisation(today);

  test('another future makes the same organisation: no record knows how an open deal will end', () => {
    const other = otherFuture(today);
    expect(other).not.toBe(fileOf('sales_pipeline.csv').replace(/\r/g, ''));
    const theirs = rowsOf(organisation(today, 'Acme', readMaven(today, other)));
    // A hundred thousand rows: which object differs is enough to know.
    expect(
      Object.entries(rowsOf(now)).flatMap(([name, rows]) => (isDeepStrictEqual(theirs[name], rows) ? [] : name)),
    ).toEqual([]);
    expect(Object.keys(theirs)).toEqual(Object.keys(rowsOf(now)));
  });

  test('a later day adds to the history and rewrites none of it', () => {
    for (const name of ['opportunityhistory', 'opportunityfieldhistory', 'opportunitycontactrole', 'emailmessage']) {
      const then = END.tables.get(name);
      const rows = now.tables.get(name)?.rows ?? [];
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => JSON.stringify(then?.byId(String(row.Id))) !== JSON.stringify(row))).toEqual([]);
    }
  });
});

test('before they closed, won and lost deals look alike: list price times what the product had brought by then', () => {
  const { tables } = END;
  const history = tables.get('opportunityhistory');
  const product = tables.get('opportunitylineitem');
  const share = (won: boolean) => {
    const shares = (tables.get('opportunity')?.rows ?? [])
      .filter(
        (deal) =>
          deal.IsClosed === true &&
          deal.IsWon === won &&
          quarterOf(String(deal.CreatedDate)) >= quarterOf('2026-07-01'),
      )
      .map(({ Id }) => {
        const first = history?.where('OpportunityId', Id ?? null)[0];
        const line = product?.where('OpportunityId', Id ?? null)[0];
        return Number(first?.Amount) / Number(line?.ListPrice);
      });
    return shares.reduce((sum, one) => sum + one, 0) / shares.length;
  };
  expect(share(true)).toBeCloseTo(share(false), 2);
});
