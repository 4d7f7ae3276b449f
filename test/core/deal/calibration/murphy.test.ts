import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brier, type Prediction } from '../../../../src/core/deal/calibration/brier';
import { brierSkill, murphy } from './murphy';

const predictions: fc.Arbitrary<Prediction[]> = fc.array(
  fc.record({ said: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10), came: fc.boolean() }),
  { minLength: 1, maxLength: 80 },
);
const four: Prediction[] = [
  { said: 0.8, came: true },
  { said: 0.8, came: false },
  { said: 0.2, came: false },
  { said: 0.2, came: false },
];

describe('the parts of a Brier score', () => {
  it('by hand: said .8 twice and came half, said .2 twice and never came', () => {
    // Reliability (2 × .3² + 2 × .2²) / 4, resolution (2 × .25² + 2 × .25²) / 4, uncertainty .25 × .75.
    const parts = murphy(four);
    expect(parts?.reliability).toBeCloseTo(0.065, 12);
    expect(parts?.resolution).toBeCloseTo(0.0625, 12);
    expect(parts?.uncertainty).toBeCloseTo(0.1875, 12);
    expect(brier(four)).toBeCloseTo(0.065 - 0.0625 + 0.1875, 12);
  });

  it('add up to it, and none is negative', () => {
    fc.assert(
      fc.property(predictions, (all) => {
        const parts = murphy(all) ?? { reliability: -1, resolution: -1, uncertainty: -1 };
        expect(parts.reliability - parts.resolution + parts.uncertainty).toBeCloseTo(brier(all) ?? Number.NaN, 9);
        for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
        expect(parts.resolution).toBeLessThanOrEqual(parts.uncertainty + 1e-12);
      }),
    );
  });

  it('are not there where nothing was said', () => {
    expect(murphy([])).toBeUndefined();
  });
});

describe('skill', () => {
  it('against the share that came: 1 - .19 / .1875', () => {
    expect(brierSkill(four)).toBeCloseTo(1 - 0.19 / 0.1875, 12);
  });

  it('is 1 for who is always right and 0 for who says what the reference says', () => {
    expect(brierSkill(four.map(({ came }) => ({ said: came ? 1 : 0, came })))).toBe(1);
    expect(
      brierSkill(
        four,
        four.map(({ said }) => said),
      ),
    ).toBe(0);
  });

  it('is not there where nothing was said, or the reference was never wrong', () => {
    expect(brierSkill([])).toBeUndefined();
    expect(brierSkill([{ said: 0.9, came: true }])).toBeUndefined();
  });
});
