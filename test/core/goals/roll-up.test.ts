import { describe, expect, it } from 'vitest';
import { type Part, rollUp } from '../../../src/core/goals/team/roll-up';
import { explained, isExplained } from '../../../src/core/value/explained';
import { moneyFigure, phrase } from '../../../src/core/value/phrase';
import { goalOf, usd } from './books';

const part = (name: string, target: number | null, credited: number): Part => ({
  name,
  goal: goalOf(target),
  credited: explained(
    { unit: 'money', amount: usd(credited) },
    moneyFigure(usd(credited)),
    phrase('goals_credited_rule'),
  ),
});

describe("a team's goal", () => {
  it('adds up its people', () => {
    const { credited, parts, mismatch } = rollUp(goalOf(300), [part('A', 100, 10), part('B', 200, 5)]);
    expect(isExplained(credited) && credited.value).toEqual({ unit: 'money', amount: usd(15) });
    expect(isExplained(parts) && parts.value).toEqual({ unit: 'money', amount: usd(300) });
    expect(mismatch).toBeNull();
  });

  it.each([
    [250, 50, 'goals_parts_exceed'],
    [340, -40, 'goals_parts_fall_short'],
  ])('of %d shows the difference to its parts as a line of its own', (target, difference, key) => {
    const { mismatch } = rollUp(goalOf(target), [part('A', 100, 10), part('B', 200, 5)]);
    expect(mismatch && isExplained(mismatch) && [mismatch.value, mismatch.rule.key]).toEqual([
      { unit: 'money', amount: usd(difference) },
      key,
    ]);
  });

  it('cannot be summed while one of its people has no target, and says whose', () => {
    const { parts } = rollUp(goalOf(300), [part('A', 100, 10), part('B', null, 5)]);
    expect(!isExplained(parts) && parts.because.figures).toEqual([{ unit: 'text', text: 'B' }]);
  });
});
