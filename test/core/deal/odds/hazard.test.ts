import { describe, expect, it } from 'vitest';
import { emptyLesson, take } from '../../../../src/core/deal/norms/lesson';
import { summarise } from '../../../../src/core/deal/norms/summary/summarise';
import { hazardOf } from '../../../../src/core/deal/odds/hazard';
import { quickOdds } from '../../../../src/core/deal/odds/odds';
import { oddsMaker } from '../../../../src/core/deal/odds/odds-maker';
import { shrunk } from '../../../../src/core/deal/odds/shrink';
import { civilDate } from '../../../../src/core/value/civil-date';
import { closed, madeUpClosed } from '../norms/closed-deals';

const TODAY = civilDate('2026-11-20');
const PERIOD = { end: civilDate('2027-01-01') };
const NEXT = civilDate('2027-04-01');

describe('an end without a decision', () => {
  it('comes as often as it came: of a new deal, in the end, 30 : 50 : 20', () => {
    // Six hundred deals of which three tenths were won, five lost and two ended so, at ages that do not depend on the end.
    const norms = summarise(take(emptyLesson(), madeUpClosed(600, TODAY)), TODAY);
    const ends = quickOdds(oddsMaker(norms, TODAY, PERIOD, NEXT), { id: 'd', createdOn: TODAY }, 'ever');
    expect(ends?.won).toBeCloseTo(0.3, 1);
    expect(ends?.lost).toBeCloseTo(0.5, 1);
    expect(ends?.noDecision).toBeCloseTo(0.2, 1);
  });

  it('without a history comes as often as published: 30 : 48 : 22', () => {
    const ends = quickOdds(oddsMaker(null, TODAY, PERIOD, NEXT), { id: 'd', createdOn: TODAY }, 'ever');
    expect(ends?.won).toBeCloseTo(0.3, 2);
    expect(ends?.lost).toBeCloseTo(0.48, 2);
    expect(ends?.noDecision).toBeCloseTo(0.22, 2);
  });
});

describe('hazards', () => {
  // Created on 1 January: won at 3 days and 10, lost at 5 and 20, no decision at 12.
  const five = (
    [
      ['won', 3],
      ['lost', 5],
      ['won', 10],
      ['no-decision', 12],
      ['lost', 20],
    ] as const
  ).map(([outcome, age], n) =>
    closed(`h${n}`, { outcome, closedOn: civilDate(`2026-01-${String(1 + age).padStart(2, '0')}`) }),
  );
  const norms = summarise(take(emptyLesson(), five), TODAY);
  const weeks = (grid: readonly (readonly number[])[]) =>
    grid.slice(0, 4).map((months) => months.reduce((sum, count) => sum + count, 0));

  it('rest on the days at risk by week of age: 4 + 6 + 7 × 3, then 4 + 6 + 7, then 7', () => {
    expect(weeks(norms.course.days)).toEqual([31, 17, 7, 0]);
    expect(weeks(norms.course.won)).toEqual([1, 1, 0, 0]);
    expect(weeks(norms.course.lost)).toEqual([1, 0, 1, 0]);
    expect(weeks(norms.course.none)).toEqual([0, 1, 0, 0]);
  });

  it('are events over days at risk, with twenty deals of the published course beside them', () => {
    const { won, lost, none } = hazardOf(norms);
    // Twenty deals, seven days each, of which e^(-7 / 198) are left a week on.
    const later = 140 * Math.exp(-7 / 198);
    expect(won[0]).toBeCloseTo((1 + (140 * 0.3) / 198) / (31 + 140), 12);
    expect(lost[0]).toBeCloseTo((1 + (140 * 0.48) / 198) / (31 + 140), 12);
    expect(none[1]).toBeCloseTo((1 + (later * 0.22) / 198) / (17 + later), 12);
  });
});

describe('shrinking', () => {
  it('puts 300 of 1,000 before 4 of 10, where 27 % are usual and 300 tries weigh as much: Robinson’s question', () => {
    // (300 + 81) / 1,300 and (4 + 81) / 310.
    expect(shrunk({ won: 300, n: 1000 }, 0.27, 300)).toBeCloseTo(0.29308, 5);
    expect(shrunk({ won: 4, n: 10 }, 0.27, 300)).toBeCloseTo(0.27419, 5);
  });
});
