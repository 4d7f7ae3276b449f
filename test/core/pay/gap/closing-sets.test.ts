import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Closer, type ClosingSet, closingSets } from '../../../../src/core/pay/gap/closing-sets';

/** Every subset, and of those that close the gap the ones that no part of closes it. */
function bruteForce(closers: readonly Closer[], need: number): ClosingSet[] {
  const sets: ClosingSet[] = [];
  for (let mask = 1; mask < 1 << closers.length; mask += 1) {
    const chosen = closers.filter((_, index) => mask & (1 << index));
    const amount = chosen.reduce((sum, each) => sum + each.amount, 0);
    const minimal = amount >= need && chosen.every((each) => amount - each.amount < need);
    if (!minimal) continue;
    const chance = chosen.reduce((product, each) => product * each.chance, 1);
    sets.push({ deals: chosen.map(({ id }) => id).sort(), amount, chance });
  }
  return sets.sort((a, b) => b.chance - a.chance);
}

const named = (sets: readonly ClosingSet[]) => sets.map(({ deals }) => deals.join('+')).sort();

const cases = (most: number) =>
  fc.record({
    closers: fc
      .array(
        fc.record({
          amount: fc.integer({ min: 1, max: 1000 }),
          chance: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        }),
        {
          minLength: 1,
          maxLength: most,
        },
      )
      .map((list) => list.map((each, index) => ({ ...each, id: `d${String(index).padStart(2, '0')}` }))),
    part: fc.double({ min: 0.02, max: 1, noNaN: true }),
  });

describe('deals that would close the gap', () => {
  it('are every minimal set up to three and the three likeliest larger ones, as trying all subsets says', () => {
    fc.assert(
      fc.property(cases(11), ({ closers, part }) => {
        const need = Math.max(1, Math.round(part * closers.reduce((sum, { amount }) => sum + amount, 0)));
        const all = bruteForce(closers, need);
        const found = closingSets(closers, need, Number.POSITIVE_INFINITY);
        expect(named(found.small)).toEqual(named(all.filter(({ deals }) => deals.length <= 3)));
        const larger = all.filter(({ deals }) => deals.length > 3).slice(0, 3);
        expect(found.complete).toBe(true);
        expect(found.larger.map(({ chance }) => chance)).toHaveLength(larger.length);
        found.larger.forEach(({ chance }, index) => {
          expect(Math.abs(chance - (larger[index]?.chance ?? 0))).toBeLessThan(1e-12);
        });
        for (const set of found.larger) expect(named(all)).toContain(set.deals.join('+'));
      }),
      { numRuns: 200 },
    );
  });

  it('are the likeliest where only so many are kept', () => {
    fc.assert(
      fc.property(cases(11), ({ closers, part }) => {
        const need = Math.max(1, Math.round(part * 0.5 * closers.reduce((sum, { amount }) => sum + amount, 0)));
        const all = bruteForce(closers, need).filter(({ deals }) => deals.length <= 3);
        const found = closingSets(closers, need, 4).small;
        expect(found).toHaveLength(Math.min(4, all.length));
        found.forEach(({ chance }, index) => {
          expect(Math.abs(chance - (all[index]?.chance ?? 0))).toBeLessThan(1e-12);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('leave out deals that cannot be won or count nothing', () => {
    const found = closingSets(
      [
        { id: 'never', amount: 100, chance: 0 },
        { id: 'nothing', amount: 0, chance: 1 },
      ],
      50,
    );
    expect(found).toEqual({ small: [], larger: [], complete: true });
  });

  it('reach the gap by reaching it exactly', () => {
    const found = closingSets(
      [
        { id: 'a', amount: 30, chance: 0.5 },
        { id: 'b', amount: 20, chance: 0.5 },
      ],
      50,
    );
    expect(found.small).toEqual([{ deals: ['a', 'b'], amount: 50, chance: 0.25 }]);
  });

  it('are found among a thousand open deals', () => {
    const closers = Array.from({ length: 1000 }, (_, index) => ({
      id: `d${index}`,
      amount: 1_000 + ((index * 7_919) % 90_000),
      chance: 0.05 + ((index * 37) % 90) / 100,
    }));
    const { small } = closingSets(closers, 200_000);
    expect(small).toHaveLength(40);
    for (const { deals, amount } of small) {
      expect(deals.length).toBe(3);
      expect(amount).toBeGreaterThanOrEqual(200_000);
    }
  });
});
