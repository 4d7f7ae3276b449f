import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from '../../../src/ui/chart/apart';

test('labels that have room stay where they are', () => {
  expect(apart([10, 40, 90], 12, 0, 100)).toEqual([10, 40, 90]);
});

test('two that lie on one another move apart in their order, and none leaves the drawing', () => {
  expect(apart([10, 12], 10, 0, 100)).toEqual([10, 20]);
  expect(apart([12, 10], 10, 0, 100)).toEqual([20, 10]);
  expect(apart([98, 99], 10, 0, 100)).toEqual([90, 100]);
});

test('with room for all of them no two are closer than asked, and all are within the bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { maxLength: 8 }), (wanted) => {
      const placed = apart(wanted, 12, 0, 100);
      const rising = [...placed].sort((a, b) => a - b);
      for (const [index, at] of rising.entries()) {
        expect(at).toBeGreaterThanOrEqual(-1e-9);
        expect(at).toBeLessThanOrEqual(100 + 1e-9);
        if (index > 0) expect(at - (rising[index - 1] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9);
      }
    }),
  );
});
