import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeness, CLOSE, softTfIdf, weighted } from '../../../../src/core/buyer/names/soft-tf-idf';
import { vocabulary } from '../../../../src/core/buyer/names/vocabulary';

const word = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', '会'), { minLength: 1, maxLength: 9 })
  .map((l) => l.join(''));

describe('words spelt almost the same', () => {
  it('are found without leaving one out: the shortcut agrees with comparing them all', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), word, (all, asked) => {
        const slow = [...new Set(all)].filter((one) => alikeness(one, asked) >= CLOSE);
        expect([...vocabulary([all]).close(asked)].sort()).toEqual(slow.sort());
      }),
    );
  });

  it('in long words as well, where one letter in ten is wrong', () => {
    expect(vocabulary([['international', 'internationale']]).close('internatoinal')).toEqual([
      'international',
      'internationale',
    ]);
  });
});

describe('SoftTFIDF', () => {
  const even = (words: readonly string[]) => weighted(words, () => 1);

  // Cosine by hand: one of two words in common, all weights the same: 1/√2 · 1/√2.
  it('is the cosine where all words are exact', () => {
    expect(softTfIdf(even(['acme', 'solar']), even(['acme', 'rhubarb'])).score).toBeCloseTo(0.5, 12);
    expect(softTfIdf(even(['acme']), even(['rhubarb'])).score).toBe(0);
  });

  // Martha and Marhta are 0.961 alike, and count for as much.
  it('counts a close spelling as far as it is alike', () => {
    expect(softTfIdf(even(['martha']), even(['marhta'])).score).toBeCloseTo(0.961, 3);
  });

  it('is symmetric, between 0 and 1, and 1 for a name itself', () => {
    const name = fc.array(word, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const weigh = (of: string) => of.length;
        const there = softTfIdf(weighted(a, weigh), weighted(b, weigh)).score;
        expect(softTfIdf(weighted(b, weigh), weighted(a, weigh)).score).toBeCloseTo(there, 12);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        expect(softTfIdf(weighted(a, weigh), weighted(a, weigh)).score).toBeCloseTo(1, 12);
      }),
    );
  });
});
