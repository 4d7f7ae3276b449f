import { describe, expect, it } from 'vitest';
import { brier } from '../../../../src/core/deal/calibration/brier';
import { reliability } from '../../../../src/core/deal/calibration/reliability';
import { replay } from '../../../../src/core/deal/calibration/replay';
import { civilDate, dayNumber } from '../../../../src/core/value/civil-date';
import { readMaven } from '../../../org/records/maven';
import { mondays, pastDeals, QUARTERS, runMaven, runRaisedGoals } from './maven-protocol';
import { brierSkill } from './murphy';

/** Each form of the protocol is run once for all that is asked of it. */
const ON_MONDAYS = runMaven(mondays);
const RAISED = runRaisedGoals();

/** The fast form of the protocol: Mondays. See `maven-protocol` for what it is; the full one runs in the bench. */
describe('odds on 8,300 deals of 2017, replayed Monday by Monday', () => {
  const { odds, goals } = ON_MONDAYS;
  const of = (label: string) => odds.filter(({ period }) => period.label === label);

  it.each(['Q2 2017', 'Q3 2017', 'Q4 2017'])('are closer to what came than the base rate in %s', (label) => {
    const own = brier(of(label)) ?? Number.NaN;
    const base = brier(of(label).map((each) => ({ said: each.base, came: each.came }))) ?? Number.NaN;
    expect(own).toBeLessThan(base);
  });

  it('are scored on every open deal that has a day of creation, in each of three quarters', () => {
    expect(new Set(odds.map(({ period }) => period.label)).size).toBe(3);
    expect(odds.length).toBeGreaterThan(70_000);
  });

  // Not even all over: above 60 % the odds say too much (in 2017, said 65 to 83 %, came 40 to 48 %), most of it in the second quarter,
  // which has one month of closings behind it. The mean over all tenths, weighted by how many were said, holds them to account.
  it('mean what they say: over all tenths, said and came are less than five points apart', () => {
    const apart = reliability(odds).reduce(
      (sum, { said, came, n }) => sum + n * Math.abs((said ?? 0) - (came ?? 0)),
      0,
    );
    expect(apart / odds.length).toBeLessThan(0.05);
  });

  // Better, and not calibrated: it counts open deals only, and in this set a quarter of the won ones are opened and won within nine days.
  // Where it said 1 % the goal was made in one case of five, early in the quarter above all; see the tables in the bench.
  it('give a rep a chance for the goal that is better than always saying how often goals are made', () => {
    const share = goals.filter(({ came }) => came).length / goals.length;
    expect(brier(goals)).toBeLessThan(share * (1 - share));
  });
});

// With 61 to 92 days left it said .21 by open deals alone and .44 with it, where .45 came. Cases are not independent, see below.
describe('business that is not in the pipeline yet', () => {
  it.each([
    ['as much as in the quarter before', ON_MONDAYS.goals],
    ['a tenth more', RAISED],
  ])('foretells %s better than open deals alone, in either quarter, and never lowers what was said', (_, goals) => {
    for (const label of ['Q3 2017', 'Q4 2017']) {
      const all = goals.filter((each) => each.label === label);
      const withFresh = all.map(({ withFresh: said, came }) => ({ said, came }));
      expect(brier(withFresh)).toBeLessThan(brier(all) ?? Number.NaN);
    }
    expect(goals.every(({ said, withFresh }) => withFresh >= said - 1e-9)).toBe(true);
  });
});

// 270 cases of some thirty reps on ten days, so not independent. Far too low below one half: said 1 %, came 13 %, n = 172.
it('a goal a tenth above the quarter before is better foretold than by always saying how often such goals are made', () => {
  expect(RAISED.length).toBeGreaterThan(200);
  expect(brierSkill(RAISED)).toBeGreaterThan(0);
});

describe('a replay', () => {
  it('knows nothing of what lies ahead: outcomes changed after a day change nothing that was said by then', () => {
    const deals = pastDeals(readMaven('2017-12-31')).slice(0, 1500);
    const cut = civilDate('2017-08-01');
    const turned = deals.map((deal) =>
      deal.trace !== null && deal.trace.e >= dayNumber(cut)
        ? { ...deal, trace: { ...deal.trace, o: deal.trace.o === 'w' ? ('l' as const) : ('w' as const) } }
        : deal,
    );
    const saidBy = (all: typeof deals) =>
      [...replay(all, QUARTERS, mondays, civilDate('2017-12-31'))]
        .flatMap((day) => day?.replayed ?? [])
        .filter(({ on }) => on <= cut)
        .map(({ id, on, said, base }) => ({ id, on, said, base }));
    expect(saidBy(turned)).toEqual(saidBy(deals));
    expect(saidBy(deals).length).toBeGreaterThan(100);
  });
});
