import { describe, expect, it } from 'vitest';
import { gini, linearity } from '../../../../src/core/goals/pace/linearity';
import { civilDate } from '../../../../src/core/value/civil-date';
import { isExplained } from '../../../../src/core/value/explained';
import { dealOf, Q4 } from '../books';

const won = (amount: number, on: string) => ({ deal: dealOf('w', amount, on), amount, on: civilDate(on) });

describe('linearity', () => {
  it('is the share of bookings by month', () => {
    const answer = linearity([won(20, '2026-10-31'), won(20, '2026-11-01'), won(60, '2026-12-31')], Q4);
    expect(isExplained(answer) && answer.value.byMonth).toEqual([0.2, 0.2, 0.6]);
  });

  it('is unknown while nothing is booked', () => {
    expect(isExplained(linearity([], Q4))).toBe(false);
  });
});

describe('the Gini coefficient', () => {
  it.each([
    [[1, 1, 1, 1], 0],
    [[0, 0, 0, 1], 0.75],
    [[1, 2, 3, 4], 0.25],
  ])('of %j is %d', (amounts, expected) => {
    expect(gini(amounts)).toBeCloseTo(expected, 12);
  });
});
