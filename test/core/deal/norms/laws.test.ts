import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLesson, take } from '../../../../src/core/deal/norms/lesson';
import type { Norms } from '../../../../src/core/deal/norms/norms';
import { summarise } from '../../../../src/core/deal/norms/summary/summarise';
import type { ClosedDeal } from '../../../../src/core/model/closed-deal';
import { civilDate } from '../../../../src/core/value/civil-date';
import { currency } from '../../../../src/core/value/currency';
import { money } from '../../../../src/core/value/money';
import { closed, dollars, known, madeUpClosed, roleSince, row } from './closed-deals';

const TODAY = civilDate('2026-11-20');
const learned = (...pages: readonly (readonly ClosedDeal[])[]): Norms =>
  summarise(
    pages.reduce((lesson, page) => take(lesson, page), emptyLesson()),
    TODAY,
  );

describe('norms', () => {
  it('are the same in whatever order the deals come, and whichever page is read twice', () => {
    const deals = madeUpClosed(90, TODAY);
    const once = learned(deals);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(deals, { minLength: 90 }),
        fc.integer({ min: 1, max: 90 }),
        fc.nat(89),
        (shuffled, page, again) => {
          const pages = Array.from({ length: Math.ceil(90 / page) }, (_, n) =>
            shuffled.slice(n * page, (n + 1) * page),
          );
          expect(learned(...pages, pages[again % pages.length] ?? [])).toEqual(once);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('hold an owner to the team of the last close, read in either order', () => {
    const before = closed('1', { teamId: known('west'), closedOn: civilDate('2026-02-01') });
    const after = closed('2', { teamId: known('east'), closedOn: civilDate('2026-03-01') });
    expect(learned([before, after]).byOwner.ann?.team).toBe('east');
    expect(learned([after, before]).byOwner.ann?.team).toBe('east');
  });

  it('take no currency from amounts that cannot be right', () => {
    const euros = Array.from({ length: 9 }, (_, n) =>
      closed(`bad${n}`, { amount: known(money(-100, currency('EUR'))) }),
    );
    expect(learned([closed('1', { amount: known(dollars(5)) }), ...euros])).toMatchObject({
      currency: 'USD',
      usualAmount: 500,
    });
  });

  it('are moved by names like __proto__ in their own place only', () => {
    const deals = madeUpClosed(60, TODAY);
    const plain = learned(deals);
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty']) {
      const hostile = learned(deals, [
        closed('x', {
          product: known(name),
          owner: { id: name, name },
          teamId: known(name),
          roles: known([roleSince(name, civilDate('2026-01-02'))]),
          history: known([row('2026-01-01', name, '2026-01-31')]),
        }),
      ]);
      for (const part of ['byProduct', 'byOwner', 'byTeam', 'byStage', 'cyclesByProduct', 'stageDays'] as const) {
        const { [name]: own, ...others } = Object.fromEntries(Object.entries(hostile[part]));
        expect(own).toBeDefined();
        expect(others).toEqual(plain[part]);
        expect(Object.getPrototypeOf(hostile[part])).toBe(Object.prototype);
      }
      expect(hostile.all).toEqual({ won: plain.all.won + 1, n: plain.all.n + 1 });
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('how many', () => {
  it('may be one: it is counted, and little follows from it', () => {
    const one = learned([closed('1')]);
    expect(one.all).toEqual({ won: 1, n: 1 });
    expect(one.sizeEdges).toEqual([]);
    expect(one.cycles.won[30]).toBe(1);
  });

  it('may be a hundred thousand: three tenths of them won, every day of their lives counted', () => {
    const count = 100_000;
    const page = 500;
    const lesson = emptyLesson();
    let days = 0;
    // Making deals up costs more than learning them: four thousand of them come again and again under names of their own.
    const madeUp = madeUpClosed(4_000, TODAY);
    for (let first = 0; first < count; first += page) {
      const from = first % madeUp.length;
      take(
        lesson,
        madeUp.slice(from, from + page).map((deal, place) => ({ ...deal, id: `d${first + place}` })),
      );
      // What `madeUpClosed` says of itself: 8 to 177 days of age, and the day of closing counts.
      for (let n = from; n < from + page; n++) days += 8 + ((n * 104_729) % 170) + 1;
    }
    const norms = summarise(lesson, TODAY);
    expect(norms.all).toEqual({ won: 30_000, n: count });
    expect(norms.noDecision).toBe(20_000);
    expect(norms.course.days.flat().reduce((sum, each) => sum + each, 0)).toBe(days);
    expect(norms.bySize.reduce((sum, { n }) => sum + n, 0)).toBe(count);
  });
});
