import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { payChecker } from '../../../src/background/shelf/pay-check';
import type { Book } from '../../../src/core/model/book';
import { given, missing } from '../../../src/core/value/known';
import { openDatabase } from '../../../src/store/open';
import { storeIn } from '../../../src/store/store';
import { AS_OF, bookOf, dealOf } from '../../core/goals/books';
import { planOf } from '../../core/pay/plan-kit';

const OF = { crm: 'salesforce', organisation: '00D', user: '005' } as const;
const NOW = Date.parse('2026-11-24T09:00:00Z');
/** Eight per cent. Two deals were won in the quarter: 10,000 alone, and half of 5,000. */
const PLAN = planOf({ name: 'Eight', components: [{ kind: 'commission', id: 'c', pays: 'sales', rate: 0.08 }] });
const BOOK = bookOf([dealOf('a', 10_000, '2026-10-20'), dealOf('b', 5_000, '2026-11-02', {}, 0.5)], []);

let databases = 0;
async function checker(book: Book | null, hasPlan = true, user: string = OF.user) {
  databases += 1;
  const store = storeIn(await openDatabase(`pay-check-${databases}`), () => NOW);
  await store.keepConnection({
    ...OF,
    host: 'acme.lightning.force.com',
    facts: {
      ...OF,
      viewer: missing('not-yet-read'),
      manages: missing('not-yet-read'),
      zone: 'Europe/Berlin',
      setUp: null,
    },
    clockOffset: 0,
    at: AS_OF,
  });
  if (book) await store.keepBook({ ...OF, user }, OF.user, book);
  const plan = hasPlan ? given(PLAN, { kind: 'file', name: 'eight.json' }, AS_OF) : missing('not-recorded');
  return payChecker({
    goals: { into: async (book) => book },
    store,
    shelf: { active: async () => plan },
    clock: () => NOW,
  });
}

describe('a commission statement is held against', () => {
  test('what the plan pays on the viewer’s own credit, not on the whole deal', async () => {
    const check = await checker(BOOK);
    // 8 % of the whole 5,000 instead of the half that is credited.
    const answer = await check('payroll.csv', [
      { Deal: 'Deal a', Pay: '800', Credited: '10000' },
      { Deal: 'Deal b', Pay: '400', Credited: '5000' },
    ]);
    if (!answer.ok) throw new Error(answer.problem.kind);
    const { check: found, ...whose } = answer.value;
    expect(whose).toMatchObject({ rep: 'Maria Berg', plan: 'Eight', period: { label: 'Q4 2026' } });
    expect([found.ours.value.minor, found.theirs.value.minor, found.agree]).toEqual([100_000, 120_000, 1]);
    expect(found.differences.map(({ dealId, cause, amount }) => [dealId, cause, amount.value.minor])).toEqual([
      ['b', 'base', 20_000],
    ]);
  });

  test('nothing without a plan, without the viewer’s book, or with the book of a quarter that is over', async () => {
    const rows = [{ Deal: 'Deal a', Pay: '800' }];
    const over = { ...BOOK, period: { ...BOOK.period, end: BOOK.period.start } };
    expect(await (await checker(BOOK, false))('f', rows)).toMatchObject({ problem: { kind: 'no-plan' } });
    expect(await (await checker(null))('f', rows)).toMatchObject({ problem: { kind: 'no-book' } });
    expect(await (await checker(over))('f', rows)).toMatchObject({ problem: { kind: 'no-book' } });
  });

  test('nobody else’s book: one that another user read is not there', async () => {
    expect(await (await checker(BOOK, true, '006'))('f', [{ Deal: 'a', Pay: '1' }])).toMatchObject({
      problem: { kind: 'no-book' },
    });
  });

  test('and is refused by line where it cannot be read', async () => {
    expect(await (await checker(BOOK))('f', [{ Deal: 'a', Pay: 'x' }])).toMatchObject({
      problem: { kind: 'not-a-statement', problems: [{ line: 2 }] },
    });
  });
});
