import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyNorms } from '../../../../src/core/deal/norms/empty';
import { emptyLesson, take } from '../../../../src/core/deal/norms/lesson';
import { summarise } from '../../../../src/core/deal/norms/summary/summarise';
import type { DealFacts } from '../../../../src/core/deal/odds/deal-facts';
import { courseFrom, type Hazard } from '../../../../src/core/deal/odds/hazard';
import { oddsOf, quickOdds } from '../../../../src/core/deal/odds/odds';
import { type Horizon, oddsMaker } from '../../../../src/core/deal/odds/odds-maker';
import { shrunk } from '../../../../src/core/deal/odds/shrink';
import { addDays, civilDate } from '../../../../src/core/value/civil-date';
import { isExplained } from '../../../../src/core/value/explained';
import { closed, dollars, madeUpClosed } from '../norms/closed-deals';

const TODAY = civilDate('2026-11-20');
const PERIOD = { end: civilDate('2027-01-01') };
const NEXT = civilDate('2027-04-01');
const HORIZONS: readonly Horizon[] = ['period', 'next', 'ever'];

const normsOf = (count: number) => summarise(take(emptyLesson(), madeUpClosed(count, TODAY), [[20_000, 40]]), TODAY);
const MAKER = oddsMaker(normsOf(600), TODAY, PERIOD, NEXT);

const facts: fc.Arbitrary<DealFacts> = fc
  .record(
    {
      age: fc.integer({ min: 0, max: 1500 }),
      product: fc.constantFrom('product 0', 'product 6', 'nobody sells this', 'constructor'),
      ownerId: fc.constantFrom('rep 3', 'rep 39', 'somebody new'),
      amount: fc.integer({ min: 0, max: 1_000_000 }).map(dollars),
      stage: fc.constantFrom('Discovery', 'Proposal', 'Negotiation', '__proto__'),
      daysInStage: fc.integer({ min: 0, max: 1000 }),
      pushes: fc.integer({ min: 0, max: 12 }),
      silentDays: fc.integer({ min: 0, max: 900 }),
      people: fc.integer({ min: 0, max: 20 }),
      hasNextStep: fc.boolean(),
      said: fc.double({ min: 0, max: 1, noNaN: true }),
    },
    { requiredKeys: ['age'] },
  )
  .map(({ age, ...rest }) => ({ id: 'd', createdOn: addDays(TODAY, -age), ...rest }));

describe('the course of a deal', () => {
  const steady = (won: number, lost: number, none = 0): Hazard => ({
    won: Array.from({ length: 53 }, () => won),
    lost: Array.from({ length: 53 }, () => lost),
    none: Array.from({ length: 53 }, () => none),
    wonIn: [1, 1, 1],
    lostIn: [1, 1, 1],
    noneIn: [1, 1, 1],
  });

  it('with steady hazards is the textbook one: won = w / (w + l) × (1 - e^-(w + l) t)', () => {
    const { won, lost, slips, noDecision } = courseFrom(steady(0.01, 0.03), 5, 30, []);
    const ended = 1 - Math.exp(-0.04 * 30);
    expect(won).toBeCloseTo(ended / 4, 10);
    expect(lost).toBeCloseTo((ended * 3) / 4, 10);
    expect(slips + noDecision).toBeCloseTo(1 - ended, 10);
  });

  it('with nothing that ever ends a deal is no decision', () => {
    expect(courseFrom(steady(0, 0), 5, 30, [])).toEqual({ won: 0, lost: 0, noDecision: 1, slips: 0 });
  });

  it('in a month that is three times as lively is what thrice the hazard gives', () => {
    const hazard = { ...steady(0.01, 0), wonIn: [1, 1, 3] };
    expect(
      courseFrom(
        hazard,
        0,
        10,
        Array.from({ length: 10 }, () => 2),
      ).won,
    ).toBeCloseTo(1 - Math.exp(-0.3), 10);
  });
});

describe('odds', () => {
  it('are four ends that add up to 1, whatever is known', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...HORIZONS), (deal, horizon) => {
        const ends = quickOdds(MAKER, deal, horizon);
        const all = Object.values(ends ?? {});
        expect(all).toHaveLength(4);
        for (const one of all) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(1);
        }
        expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('are explained by points that add up exactly to the number shown', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...HORIZONS), (deal, horizon) => {
        const odds = oddsOf(MAKER, deal, horizon);
        if (!isExplained(odds)) throw new Error('no odds');
        const points = odds.value.contributions.reduce((sum, each) => sum + each.points, 0);
        expect(points).toBe(Math.round(odds.value.won.value * 100));
        // Side by side the four ends read 100: what is below one per cent reads "less than 1 %".
        const { won, lost, noDecision, slips } = odds.value;
        const shown = [won, lost, noDecision, slips].map(({ figure }) =>
          figure.unit === 'probability' ? Math.round(figure.probability * 100) : Number.NaN,
        );
        expect(shown.reduce((sum, each) => sum + each, 0)).toBe(100);
        for (const { value, figure } of [lost, noDecision, slips])
          expect(figure.unit === 'probability' && Math.abs(figure.probability - value)).toBeLessThan(0.01 + 1e-9);
      }),
    );
  });

  it('are the same in a list as where they are explained', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...HORIZONS), (deal, horizon) => {
        const odds = oddsOf(MAKER, deal, horizon);
        const ends = quickOdds(MAKER, deal, horizon);
        expect(isExplained(odds) && odds.value.won.value).toBeCloseTo(ends?.won ?? Number.NaN, 9);
        expect(isExplained(odds) && odds.value.slips.value).toBeCloseTo(ends?.slips ?? Number.NaN, 9);
      }),
    );
  });

  it('of the age alone never fall when there is more time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (age) => {
        const [period, next, ever] = HORIZONS.map(
          (horizon) => quickOdds(MAKER, { id: 'd', createdOn: addDays(TODAY, -age) }, horizon)?.won ?? Number.NaN,
        ) as [number, number, number];
        expect(next).toBeGreaterThanOrEqual(period - 1e-12);
        expect(ever).toBeGreaterThanOrEqual(next - 1e-12);
      }),
    );
  });

  it('of winning never fall when there is more time, whatever else is known', () => {
    fc.assert(
      fc.property(facts, (deal) => {
        const won = HORIZONS.map((horizon) => quickOdds(MAKER, deal, horizon)?.won ?? Number.NaN);
        expect(won[1]).toBeGreaterThanOrEqual((won[0] ?? Number.NaN) - 1e-12);
        expect(won[2]).toBeGreaterThanOrEqual((won[1] ?? Number.NaN) - 1e-12);
      }),
    );
  });

  it('of winning within the period are more than nothing on its last day, and nothing once it is over', () => {
    const deal = { id: 'd', createdOn: civilDate('2026-10-01') };
    const on = (day: string) =>
      quickOdds(oddsMaker(MAKER.norms, civilDate(day), PERIOD, NEXT), deal, 'period')?.won ?? Number.NaN;
    expect(on('2026-12-31')).toBeGreaterThan(0);
    expect(on('2026-12-31')).toBeLessThan(on('2026-12-20'));
    expect(on('2027-01-01')).toBeLessThan(1e-5);
  });

  it('are not given where the age is not known, or lies ahead', () => {
    expect(quickOdds(MAKER, { id: 'd' }, 'ever')).toBeNull();
    expect(oddsOf(MAKER, { id: 'd' }, 'ever')).toMatchObject({ missing: 'not-recorded' });
    expect(oddsOf(MAKER, { id: 'd', createdOn: addDays(TODAY, 1) }, 'ever')).toMatchObject({ missing: 'not-readable' });
  });

  it('are small for a deal far older than any that was ever won', () => {
    const quick = Array.from({ length: 300 }, (_, n) =>
      closed(`q${n}`, {
        outcome: n % 2 === 0 ? 'won' : 'lost',
        createdOn: addDays(TODAY, -100 - n),
        closedOn: addDays(TODAY, -100 - n + 10 + (n % 50)),
      }),
    );
    // And fifty that have been open for a year, as stale pipelines are.
    const open = Array.from({ length: 50 }, (_, n) => [20_411 - n, 1] as const);
    const maker = oddsMaker(summarise(take(emptyLesson(), quick, open), TODAY), TODAY, PERIOD, NEXT);
    const won = (age: number) => quickOdds(maker, { id: 'd', createdOn: addDays(TODAY, -age) }, 'period')?.won ?? 1;
    expect(won(300)).toBeLessThan(0.05);
    expect(won(20)).toBeGreaterThan(0.3);
  });

  it('say whose they are: mostly a prior, mixed, mostly yours', () => {
    const of = (count: number) => oddsMaker(normsOf(count), TODAY, PERIOD, NEXT).ownness;
    expect(oddsMaker(null, TODAY, PERIOD, NEXT).ownness).toBe('mostly-prior');
    expect([of(19), of(20), of(99), of(100)]).toEqual(['mostly-prior', 'mixed', 'mixed', 'mostly-yours']);
  });

  it('without a history rest on published figures, named with their year', () => {
    const maker = oddsMaker(null, TODAY, PERIOD, NEXT);
    const odds = oddsOf(maker, { id: 'd', createdOn: addDays(TODAY, -20), product: 'P', pushes: 3 }, 'ever');
    expect(isExplained(odds) && odds.sources).toEqual([
      { kind: 'published', by: 'Implisit, 21,000 opportunities', year: 2014 },
      { kind: 'published', by: 'CSO Insights', year: 2011 },
      { kind: 'published', by: 'Ebsta x Pavilion', year: 2025 },
    ]);
    const rules = isExplained(odds) ? odds.terms.flatMap(({ of }) => (isExplained(of) ? [of.rule.key] : [])) : [];
    expect(rules).toContain('deal_odds_step_published');
    // Nothing of one's own: the facts of the deal move nothing.
    expect(isExplained(odds) && odds.value.contributions.map(({ factor }) => factor)).toEqual([
      'base',
      'age-and-calendar',
    ]);
  });

  it('of other deals do not change for a deal with dates that cannot be right', () => {
    const bad = [
      closed('b1', { createdOn: civilDate('2026-03-01'), closedOn: civilDate('2025-02-01') }),
      closed('b2', { closedOn: civilDate('2099-01-01') }),
    ];
    const deals = madeUpClosed(300, TODAY);
    const of = (all: typeof deals) =>
      quickOdds(
        oddsMaker(summarise(take(emptyLesson(), all), TODAY), TODAY, PERIOD, NEXT),
        { id: 'd', createdOn: addDays(TODAY, -40), product: 'product 1' },
        'period',
      );
    expect(of([...deals, ...bad])).toEqual(of(deals));
  });
});

describe('a rate drawn to a broader one', () => {
  it('with twenty deals of weight: 4 of 10 against 30 % is (4 + 6) / 30', () => {
    expect(shrunk({ won: 4, n: 10 }, 0.3)).toBeCloseTo(1 / 3, 12);
  });

  it('is the broader one where there is nothing, and its own where there is much', () => {
    expect(shrunk({ won: 0, n: 0 }, 0.3)).toBe(0.3);
    expect(shrunk({ won: 5000, n: 10_000 }, 0.3)).toBeCloseTo(0.5, 2);
  });

  it('of an organisation without deals is the published one', () => {
    expect(oddsMaker(emptyNorms(TODAY), TODAY, PERIOD, NEXT).overall).toBe(0.3);
  });
});
