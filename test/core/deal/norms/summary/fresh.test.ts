import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLesson, take } from '../../../../../src/core/deal/norms/lesson';
import { summarise, summarising } from '../../../../../src/core/deal/norms/summary/summarise';
import { freshLeft } from '../../../../../src/core/deal/norms/usual/fresh-left';
import type { Period } from '../../../../../src/core/model/goal';
import { type CivilDate, civilDate } from '../../../../../src/core/value/civil-date';
import { closed, dollars, known, madeUpClosed } from '../closed-deals';

const Q3: Period = { label: 'Q3', kind: 'quarter', start: civilDate('2026-07-01'), end: civilDate('2026-10-01') };
const won = (id: string, owner: string, createdOn: string, closedOn: string, amount: number) =>
  closed(id, {
    owner: { id: owner, name: owner },
    createdOn: civilDate(createdOn),
    closedOn: civilDate(closedOn),
    amount: known(dollars(amount)),
  });

/** One rep, two whole quarters: 600 and 400 won, of which 300 and 100 from deals created in the last four weeks. */
const TINY = [
  won('a', 'ann', '2025-12-15', '2026-02-01', 300),
  won('b', 'ann', '2026-03-10', '2026-03-20', 300),
  won('c', 'ann', '2026-04-02', '2026-05-01', 300),
  won('d', 'ann', '2026-06-10', '2026-06-25', 100),
];
const normsOf = (deals: typeof TINY, asOf: string) => summarise(take(emptyLesson(), deals), civilDate(asOf));
const weightOf = (all: readonly { readonly weight: number }[]) => all.reduce((sum, { weight }) => sum + weight, 0);

describe('business that is not in the pipeline yet', () => {
  // Usual quarter: (600 + 400 + 2 x 500) / 4 = 500. 28 days left: 300/500 and 100/500 of it came late.
  it('is what deals created after the same day brought in each past quarter', () => {
    const left = freshLeft(normsOf(TINY, '2026-07-02'), Q3, civilDate('2026-09-02'), 'ann');
    expect(left).toEqual({
      currency: 'USD',
      quarters: 2,
      scenarios: [
        { amount: 10_000, weight: 0.5 },
        { amount: 30_000, weight: 0.5 },
      ],
    });
  });

  it('is nothing in the last week', () => {
    const left = freshLeft(normsOf(TINY, '2026-07-02'), Q3, civilDate('2026-09-27'), 'ann');
    expect(left?.scenarios.every(({ amount }) => amount === 0)).toBe(true);
  });

  it('knows a quarter only once it is over', () => {
    expect(normsOf(TINY, '2026-06-30').fresh?.quarters).toBe(1);
    expect(freshLeft(normsOf(TINY, '2026-06-30'), Q3, civilDate('2026-09-02'), 'ann')).toBeUndefined();
    expect(normsOf(TINY, '2026-07-01').fresh?.quarters).toBe(2);
  });

  it('is drawn to the organisation: one good quarter among others is worth less than it was', () => {
    const two = [...TINY, won('e', 'bob', '2026-06-10', '2026-06-25', 1500)];
    // Mean of three quarters of reps: (600 + 400 + 1500) / 3 = 833.33. Bob: (1500 + 2 x 833.33) / 3.
    expect(normsOf(two, '2026-07-02').fresh?.owners.bob).toBeCloseTo((150_000 + (2 * 250_000) / 3) / 3, 6);
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes an owner called %s for any other', (name) => {
    const norms = normsOf(
      TINY.map((deal) => ({ ...deal, owner: { id: name, name } })),
      '2026-07-02',
    );
    const kept = JSON.parse(JSON.stringify(norms)) as typeof norms;
    expect(freshLeft(kept, Q3, civilDate('2026-09-02'), name)?.scenarios.map(({ amount }) => amount)).toEqual([
      10_000, 30_000,
    ]);
    const other = freshLeft(normsOf(TINY, '2026-07-02'), Q3, civilDate('2026-09-02'), name);
    expect(other?.scenarios.map(({ amount }) => amount)).toEqual([10_000, 30_000]);
  });

  it('says nothing of months, years and quarters of another calendar', () => {
    const norms = normsOf(TINY, '2026-07-02');
    const on = civilDate('2026-09-02');
    expect(freshLeft(norms, { ...Q3, kind: 'year' }, on, 'ann')).toBeUndefined();
    expect(freshLeft(norms, { ...Q3, start: '2026-08-01' as CivilDate }, on, 'ann')).toBeUndefined();
    expect(freshLeft(norms, Q3, civilDate('2026-10-01'), 'ann')).toBeUndefined();
  });

  it('weighs 1 in all at every step, and never grows as days run out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 600 }), (count) => {
        const today = civilDate('2026-07-02');
        const { fresh } = summarise(take(emptyLesson(), madeUpClosed(count, today)), today);
        const means = (fresh?.steps ?? []).map((step) => {
          expect(weightOf(step.map(([, weight]) => ({ weight })))).toBeCloseTo(1, 12);
          return step.reduce((sum, [share, weight]) => sum + share * weight, 0);
        });
        means.forEach((mean, step) => {
          expect(mean).toBeGreaterThanOrEqual((means[step - 1] ?? 0) - 1e-12);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is learned in slices as at once, whatever the order of deals', () => {
    const today = civilDate('2026-07-02');
    const deals = madeUpClosed(6000, today);
    const work = summarising(take(emptyLesson(), [...deals].reverse()), today);
    let step = work.next();
    while (!step.done) step = work.next();
    const atOnce = summarise(take(emptyLesson(), deals), today).fresh;
    expect(step.value.fresh?.quarters).toBe(atOnce?.quarters);
    step.value.fresh?.steps.forEach((each, place) => {
      each.forEach(([share], group) => {
        expect(share).toBeCloseTo(atOnce?.steps[place]?.[group]?.[0] ?? Number.NaN, 9);
      });
    });
  });
});
