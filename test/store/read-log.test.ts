import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { instantOf } from '../../src/core/value/instant';
import { openDatabase } from '../../src/store/open';
import { readLogIn } from '../../src/store/read-log';
import type { StoredRead } from '../../src/store/schema';

const read = (n: number): StoredRead => ({
  at: instantOf(n),
  host: 'acme.my.salesforce.com',
  ahead: false,
  status: 200,
  bytes: n,
  reads: [{ object: 'Opportunity', fields: ['Name'], count: 1 }],
});
const more = (before: unknown) => ((before as number | null) ?? 0) + 1;

test('the log holds the latest calls and no more; the count of calls goes on', async () => {
  const log = readLogIn(await openDatabase('log-1'), 5);
  for (let n = 1; n <= 12; n += 1) await log.enter(read(n), more);
  expect(await log.count()).toBe(5);
  expect((await log.page(null, 10)).map(({ bytes }) => bytes)).toEqual([12, 11, 10, 9, 8]);
  expect(await log.calls('acme.my.salesforce.com')).toBe(12);
  expect(await log.allCalls()).toEqual([{ host: 'acme.my.salesforce.com', calls: 12 }]);
});

test('comes in pages, latest first, each call once; cleared, it begins anew', async () => {
  const log = readLogIn(await openDatabase('log-2'), 100);
  for (let n = 1; n <= 7; n += 1) await log.enter(read(n), more);
  const first = await log.page(null, 4);
  const second = await log.page(first.at(-1)!.place, 4);
  expect([...first, ...second].map(({ bytes }) => bytes)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(await log.page(second.at(-1)!.place, 4)).toEqual([]);
  await log.clear();
  expect(await log.page(null, 4)).toEqual([]);
  await log.enter(read(8), more);
  expect((await log.page(null, 4)).map(({ bytes }) => bytes)).toEqual([8]);
});
