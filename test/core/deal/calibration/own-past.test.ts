import { describe, expect, it } from 'vitest';
import { ownCalibration, pastOf } from '../../../../src/core/deal/calibration/own-past';
import { emptyLesson, type Lesson, take } from '../../../../src/core/deal/norms/lesson';
import { civilDate } from '../../../../src/core/value/civil-date';
import { closed, known, madeUpClosed, row } from '../norms/closed-deals';

const TODAY = civilDate('2026-11-20');
const QUARTER = { start: civilDate('2026-10-01') };

function whole(lesson: Lesson) {
  const work = ownCalibration(lesson, QUARTER, TODAY);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('the organisation’s own past', () => {
  it('holds the stage of a day as the history has it, with the days in it', () => {
    const history = known([row('2026-01-01', 'Discovery', '2026-01-31'), row('2026-01-11', 'Proposal', '2026-01-31')]);
    const [deal] = pastOf(take(emptyLesson(), [closed('1', { history, product: known('P') })]));
    expect(deal?.factsOn(civilDate('2026-01-05'))).toEqual({
      id: '1',
      createdOn: '2026-01-01',
      ownerId: 'ann',
      product: 'P',
      stage: 'Discovery',
      daysInStage: 4,
    });
    expect(deal?.factsOn(civilDate('2026-01-20'))).toMatchObject({ stage: 'Proposal', daysInStage: 9 });
  });

  it('counts deals that are still open, by their day of creation', () => {
    const past = pastOf(take(emptyLesson(), [], [[20_000, 2]]));
    expect(past.map(({ from, trace }) => [from, trace])).toEqual([
      [20_000, null],
      [20_000, null],
    ]);
    expect(past[0]?.factsOn(TODAY).createdOn).toBe('2024-10-04');
  });

  it('is replayed: every prediction in a bin, the odds beside the base rate', () => {
    const own = whole(take(emptyLesson(), madeUpClosed(400, TODAY)));
    expect(own.n).toBeGreaterThan(500);
    expect(own.bins.reduce((sum, { n }) => sum + n, 0)).toBe(own.n);
    expect(own.odds).toBeGreaterThan(0);
    expect(own.base).toBeGreaterThan(0);
  });

  it('of an organisation without one says nothing', () => {
    expect(whole(emptyLesson())).toMatchObject({ odds: null, base: null, n: 0, deals: 0 });
  });
});
