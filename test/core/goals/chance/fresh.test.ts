import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fresh } from '../../../../src/core/goals/chance/fresh';
import { goalStanding } from '../../../../src/core/goals/standing';
import { civilDate } from '../../../../src/core/value/civil-date';
import { currency } from '../../../../src/core/value/currency';
import { isExplained } from '../../../../src/core/value/explained';
import { phrase } from '../../../../src/core/value/phrase';
import { BOOKINGS, bookOf, dealOf, goalOf } from '../books';

const today = civilDate('2026-11-20');
const freshOf = (amounts: readonly number[], code = 'USD'): Fresh => ({
  currency: currency(code),
  quarters: 4,
  scenarios: amounts.map((amount) => ({ amount: amount * 100, weight: 1 / amounts.length })),
});
const standing = (p: number, target: number, fresh?: Fresh, goal = goalOf(target)) => {
  const book = bookOf([], [dealOf('o1', 40_000, '2026-12-10')]);
  return goalStanding(book, goal, { today, odds: new Map([['o1', { won: p }]]), ...(fresh && { fresh }) }).chance;
};
const chanceOf = (...all: Parameters<typeof standing>) => {
  const chance = standing(...all);
  return isExplained(chance) ? chance.value.chance : Number.NaN;
};

// By hand: 60 is reached only by 40 won (one half) and 20 or more from late deals (one of two).
it('late business is one bet more: 40 at evens and nothing or 20 at evens make 60 one time in four', () => {
  expect(chanceOf(0.5, 60_000)).toBe(0);
  expect(chanceOf(0.5, 60_000, freshOf([0, 20_000]))).toBeCloseTo(0.25, 12);
});

it('never lowers the chance', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 99_000 }),
      amounts,
      (p, target, all) => {
        expect(chanceOf(p, target, freshOf(all))).toBeGreaterThanOrEqual(chanceOf(p, target) - 1e-9);
      },
    ),
  );
});

it('says from how many quarters, is no deal that moves the goal, and says so where nothing is known', () => {
  const saidOf = (chance: ReturnType<typeof standing>) => {
    const all = isExplained(chance) ? chance.terms : [];
    return all.find(({ name }) => name.key === 'goals_fresh')?.of;
  };
  const chance = standing(0.5, 60_000, freshOf([0, 20_000]));
  const said = saidOf(chance);
  expect(said && isExplained(said) && said.value).toMatchObject({ unit: 'money', amount: { minor: 1_000_000 } });
  expect(isExplained(chance) && chance.value.movers.map(({ dealId }) => dealId)).toEqual(['o1']);
  const unknown = saidOf(standing(0.5, 60_000));
  expect(unknown && !isExplained(unknown) && unknown.because).toEqual(phrase('goals_fresh_unknown'));
});

it('says nothing of a goal in another currency, or of one that counts a part of the deals', () => {
  const more = freshOf([90_000]);
  expect(chanceOf(0.5, 60_000, freshOf([90_000], 'EUR'))).toBe(0);
  const part = goalOf(60_000, { measure: { ...BOOKINGS, counts: { field: 'Margin' } } });
  expect(standing(0.5, 60_000, more, part)).toEqual(standing(0.5, 60_000, undefined, part));
});
