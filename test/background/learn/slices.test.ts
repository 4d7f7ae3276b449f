import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worked } from '../../../src/background/learn/slices';
import { emptyLesson, take } from '../../../src/core/deal/norms/lesson';
import { summarise, summarising } from '../../../src/core/deal/norms/summary/summarise';
import { civilDate } from '../../../src/core/value/civil-date';
import { madeUpClosed } from '../../core/deal/norms/closed-deals';

/** Takes so many breaths, each after so many milliseconds of a clock of its own. */
function breathing(breaths: readonly number[]) {
  let now = 0;
  const ends: number[] = [];
  function* work(): Generator<void, string> {
    for (const takes of breaths) {
      now += takes;
      ends.push(now);
      yield;
    }
    return 'done';
  }
  return { work, clock: () => now, ends };
}

/** How many slices others were let in between while a work was done. */
async function turnsIn(breaths: readonly number[]): Promise<number> {
  const { work, clock } = breathing(breaths);
  let [turns, done] = [0, false];
  const others = (async () => {
    while (!done) {
      await new Promise((next) => setTimeout(next, 0));
      turns += 1;
    }
  })();
  expect(await worked(work(), clock)).toBe('done');
  done = true;
  await others;
  return turns - 1;
}

describe('a work in slices', () => {
  it('lets others in once twelve milliseconds are over, and not at every breath', async () => {
    expect(await turnsIn(Array.from({ length: 12 }, () => 1))).toBe(1);
    expect(await turnsIn(Array.from({ length: 60 }, () => 1))).toBe(5);
    expect(await turnsIn([])).toBe(0);
  });

  it('never goes on for longer than that and one breath', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 40 }), async (breaths) => {
        const total = breaths.reduce((sum, each) => sum + each, 0);
        expect(await turnsIn(breaths)).toBeGreaterThanOrEqual(Math.floor(total / 20));
      }),
      { numRuns: 20 },
    );
  });

  it('comes to the same whatever the clock does', async () => {
    const today = civilDate('2026-11-20');
    const lesson = take(emptyLesson(), madeUpClosed(3_000, today), [[20_000, 3]]);
    const atOnce = summarise(lesson, today);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 }), async (ticks) => {
        let [now, tick] = [0, 0];
        const clock = () => {
          now += ticks[tick++ % ticks.length] ?? 0;
          return now;
        };
        expect(await worked(summarising(lesson, today), clock)).toEqual(atOnce);
      }),
      { numRuns: 10 },
    );
  });
});
