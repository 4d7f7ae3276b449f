import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, dayNumber } from '../../src/core/value/civil-date';
import { dayScale } from '../../src/ui/chart/day-scale';
import { labelRows } from '../../src/ui/chart/label-rows';

const FROM = civilDate('2026-10-01');
const TO = civilDate('2027-01-01');

describe('days along a line', () => {
  test('the 46th of 92 days stands in the middle; what lies outside stands at the nearer end', () => {
    const { at } = dayScale(FROM, TO, [0, 340]);
    expect(at(civilDate('2026-11-16'))).toBeCloseTo(170, 9);
    expect(at(civilDate('2020-01-01'))).toBe(0);
    expect(at(civilDate('2030-01-01'))).toBe(340);
  });

  test('ticks of a quarter are first days of its months, whatever the machine’s own time zone', () => {
    expect(dayScale(FROM, TO, [0, 340]).ticks(4)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01', '2027-01-01']);
  });

  test('a line of one day has a length', () => {
    expect(dayScale(FROM, FROM, [0, 340]).at(FROM)).toBe(0);
  });

  test('a later day never stands before an earlier one', () => {
    const day = fc.integer({ min: -400, max: 600 }).map((days) => addDays(FROM, days));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const { at } = dayScale(FROM, TO, [4, 340]);
        expect(Math.sign(at(b) - at(a)) * Math.sign(dayNumber(b) - dayNumber(a))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('words on a line', () => {
  test('stand in one row where there is room, and in the next where there is not', () => {
    const at = (middle: number) => ({ at: middle, width: 40 });
    expect(labelRows([at(50), at(200), at(70)], [0, 340])).toEqual([
      { at: 50, row: 0 },
      { at: 200, row: 0 },
      { at: 70, row: 1 },
    ]);
  });

  test('stay inside the ends, and never lie on one another', () => {
    const label = fc.record({ at: fc.integer({ min: -50, max: 400 }), width: fc.integer({ min: 1, max: 150 }) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
        const placed = labelRows(labels, [0, 340]).map(({ at, row }, index) => {
          const { width } = labels[index] ?? { width: 0 };
          return { row, from: at - width / 2, to: at + width / 2 };
        });
        for (const [index, one] of placed.entries()) {
          expect(one.from).toBeGreaterThanOrEqual(0);
          expect(one.to).toBeLessThanOrEqual(340);
          for (const other of placed.slice(index + 1)) {
            expect(one.row !== other.row || one.to <= other.from || other.to <= one.from).toBe(true);
          }
        }
      }),
    );
  });
});
