import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learningTold } from '../../../src/background/learn/learning-told';

type Page = { readonly after: number; readonly isNew: boolean };

/** What is told of a learning whose pages come so many milliseconds one after the other. */
async function toldOf(pages: readonly Page[]) {
  let now = 0;
  const told: { readonly what: 'progress' | 'norms'; readonly at: number }[] = [];
  const tells = learningTold(() => now, {
    progress: () => void told.push({ what: 'progress', at: now }),
    norms: async () => void told.push({ what: 'norms', at: now }),
  });
  for (const [place, { after, isNew }] of pages.entries()) {
    now += after;
    await tells(place === pages.length - 1, isNew);
  }
  return { told, end: now };
}

describe('how the learning goes', () => {
  it('is told at the first page, five times a second, and at the end', async () => {
    const { told } = await toldOf(Array.from({ length: 101 }, () => ({ after: 10, isNew: false })));
    expect(told.map(({ at }) => at)).toEqual([10, 210, 410, 610, 810, 1010]);
    expect(told.every(({ what }) => what === 'progress')).toBe(true);
  });

  it('brings other norms once a second, and the last ones at once', async () => {
    const { told } = await toldOf(Array.from({ length: 130 }, () => ({ after: 10, isNew: true })));
    expect(told.filter(({ what }) => what === 'norms').map(({ at }) => at)).toEqual([10, 1010, 1300]);
  });

  it('never hides that it has ended, nor norms that have changed, nor tells one of them too often', async () => {
    const page = fc.record({ after: fc.integer({ min: 0, max: 700 }), isNew: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 40 }), async (pages) => {
        const { told, end } = await toldOf(pages);
        expect(told.at(-1)?.at).toBe(end);
        const norms = told.filter(({ what }) => what === 'norms');
        const ages = pages.map((_, place) => pages.slice(0, place + 1).reduce((sum, { after }) => sum + after, 0));
        const lastNew = pages.findLastIndex(({ isNew }) => isNew);
        if (lastNew >= 0) expect(norms.at(-1)?.at).toBeGreaterThanOrEqual(ages[lastNew] ?? 0);
        else expect(norms).toEqual([]);
        for (const [place, { at }] of norms.slice(1, -1).entries())
          expect(at - (norms[place]?.at ?? 0)).toBeGreaterThanOrEqual(1000);
        for (const [place, { what, at }] of told.slice(1, -1).entries())
          if (what === 'progress') expect(at - (told[place]?.at ?? 0)).toBeGreaterThanOrEqual(200);
      }),
    );
  });
});
