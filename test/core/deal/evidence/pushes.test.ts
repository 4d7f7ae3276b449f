import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeDateMoves, daysPushed, pushes } from '../../../../src/core/deal/evidence/pushes';
import type { HistoryRow } from '../../../../src/core/model/history';
import { addDays, civilDate } from '../../../../src/core/value/civil-date';
import { isExplained } from '../../../../src/core/value/explained';
import { missing } from '../../../../src/core/value/known';
import { daysAgo, known, row } from './a-deal';

const due = (ago: number, date: string): HistoryRow => row(daysAgo(ago), { closeDate: known(civilDate(date)) });

describe('a pushed close date', () => {
  const history = [
    due(90, '2026-03-31'),
    due(60, '2026-06-30'), // pushed by 91 days
    due(50, '2026-06-30'), // another field changed
    due(30, '2026-06-15'), // pulled in by 15
    due(10, '2026-06-30'), // pushed by 15
  ];

  it('counts moves to a later day; a move back in is none, and takes nothing off', () => {
    expect(pushes(known(history))).toMatchObject({ value: 2 });
    expect(daysPushed(known(history))).toMatchObject({ value: 106 });
    expect(closeDateMoves(history).map(({ days }) => days)).toEqual([91, -15, 15]);
  });

  it('says which moves it counted', () => {
    const answer = pushes(known(history));
    expect(answer.terms).toHaveLength(2);
    expect(answer.terms[0]?.name.figures).toEqual([
      { unit: 'date', date: '2026-03-31' },
      { unit: 'date', date: '2026-06-30' },
    ]);
  });

  it('a date hidden for a while is not two changes', () => {
    const hidden = row(daysAgo(40), { closeDate: missing('hidden') });
    expect(pushes(known([due(90, '2026-03-31'), hidden, due(30, '2026-03-31')]))).toMatchObject({ value: 0 });
    expect(pushes(known([due(90, '2026-03-31'), hidden, due(30, '2026-04-30')]))).toMatchObject({ value: 1 });
  });

  it('without a history, or without a close date in it, nobody can say', () => {
    expect(pushes(missing('feature-off'))).toMatchObject({ missing: 'feature-off' });
    expect(pushes(known([row(daysAgo(9), { closeDate: missing('hidden') })]))).toMatchObject({ missing: 'hidden' });
    expect(pushes(known([]))).toMatchObject({ missing: 'not-recorded' });
  });
});

describe('laws', () => {
  const rows = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 900 })), {
      selector: ([at]) => at,
      maxLength: 20,
    })
    .map((all) =>
      all.map(([ago, to]) => row(daysAgo(ago), { closeDate: known(addDays(civilDate('2025-01-01'), to)) })),
    );

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(closeDateMoves([...all].reverse())).toEqual(closeDateMoves(all));
      }),
    );
  });

  it('all moves together lead from the first date to the last, and never more pushes than changes', () => {
    fc.assert(
      fc.property(rows, (all) => {
        fc.pre(all.length > 0);
        const sorted = [...all].sort((a, b) => (a.at < b.at ? -1 : 1));
        const date = (one: HistoryRow) => ('value' in one.closeDate ? Date.parse(one.closeDate.value) / 86_400_000 : 0);
        const total = closeDateMoves(all).reduce((sum, { days }) => sum + days, 0);
        expect(total).toBe(date(sorted.at(-1)!) - date(sorted[0]!));
        const answer = pushes(known(all));
        expect(isExplained(answer) && answer.value).toBeLessThanOrEqual(all.length - 1);
      }),
    );
  });
});
