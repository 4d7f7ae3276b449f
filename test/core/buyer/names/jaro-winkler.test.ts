import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler } from '../../../../src/core/buyer/names/jaro-winkler';

describe('how alike two words are', () => {
  // Source: W. E. Winkler (1990), https://files.eric.ed.gov/fulltext/ED325505.pdf; worked out step by step at
  // https://en.wikipedia.org/wiki/Jaro%E2%80%93Winkler_distance
  it.each([
    ['MARTHA', 'MARHTA', 0.961],
    ['DIXON', 'DICKSONX', 0.813],
    ['DWAYNE', 'DUANE', 0.84],
  ])('published: %s and %s are %f alike', (a, b, published) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(published, 3);
  });

  // By hand from Jaro's formula: no letter of the other within reach.
  it.each([
    ['abc', 'xyz', 0],
    ['', 'abc', 0],
    ['a', 'b', 0],
    ['abc', 'abc', 1],
  ])('%j and %j are %f alike', (a, b, alike) => {
    expect(jaroWinkler(a, b)).toBe(alike);
  });

  it('lies between 0 and 1, and is 1 only for the same word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const alike = jaroWinkler(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        if (a !== b) expect(alike).toBeLessThan(1);
      }),
    );
  });
});
