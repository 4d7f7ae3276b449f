import { describe, expect, it } from 'vitest';
import { nearestGoal } from '../../../src/core/goals/next';
import { goalStanding } from '../../../src/core/goals/standing';
import { civilDate } from '../../../src/core/value/civil-date';
import { type Answer, isExplained, type Unanswered } from '../../../src/core/value/explained';
import { missing } from '../../../src/core/value/known';
import { AS_OF, bookOf, dealOf, goalOf, known, Q4, usd } from './books';

const today = civilDate('2026-11-20');
const answered = <T>(answer: Answer<T>): T => {
  if (!isExplained(answer)) throw new Error(JSON.stringify(answer.because));
  return answer.value;
};
const reasonOf = (answer: Answer<unknown>): Unanswered => {
  if (isExplained(answer)) throw new Error('answered');
  return answer;
};
const odds = (chances: Record<string, number>) =>
  new Map(Object.entries(chances).map(([id, won]) => [id, { won }] as const));

describe('a goal on 20 November', () => {
  const won = [
    dealOf('w1', 30_000, '2026-10-12'),
    dealOf('w2', 20_000, '2026-11-03'),
    dealOf('w3', 10_000, '2026-11-19'),
  ];
  const open = [
    { ...dealOf('o1', 40_000, '2026-12-10'), lastBuyerActOn: known(civilDate('2026-11-18')) },
    dealOf('o2', 20_000, '2026-12-20'),
    dealOf('o3', 90_000, '2027-02-01'),
  ];
  const standing = goalStanding(bookOf(won, open), goalOf(100_000), {
    today,
    odds: odds({ o1: 0.5, o2: 0.25, o3: 0 }),
  });

  it('has credited over quota as its attainment, and carries the age of the book', () => {
    expect(answered(standing.attainment)).toBeCloseTo(0.6, 12);
    expect(standing.attainment.asOf).toBe(AS_OF);
  });

  it('says the gap in money and in deals of usual size, the median of the won', () => {
    expect(answered(standing.gap)).toEqual({ state: 'to-go', amount: { unit: 'money', amount: usd(40_000) } });
    expect(answered(standing.usualDeal)).toEqual({ unit: 'money', amount: usd(20_000) });
    expect(answered(standing.gapInDeals)).toBe(2);
  });

  it('counts days: 51 of 92 are gone on the calendar, 37 of 66 working days', () => {
    expect(standing.clock.calendar).toEqual({ gone: 51, all: 92 });
    expect(standing.clock.working).toEqual({ gone: 37, all: 66 });
    expect(answered(standing.paces.calendar).points).toBeCloseTo(0.6 - 51 / 92, 12);
    expect(answered(standing.paces.working).points).toBeCloseTo(0.6 - 37 / 66, 12);
  });

  it('leads with the working days while nothing is known of past periods', () => {
    expect(answered(standing.pace).curve).toBe('working');
    expect(reasonOf(standing.paces.booking).missing).toBe('too-few');
  });

  it('has the run rate, where it leads, and what is required per working day left', () => {
    expect(answered(standing.runRate)).toEqual({ unit: 'money', amount: usd('1621.62') });
    expect(answered(standing.runRateEnd)).toEqual({ unit: 'money', amount: usd('107027.03') });
    expect(answered(standing.requiredRate)).toEqual({ unit: 'money', amount: usd('1379.31') });
  });

  it('covers the gap 1.5 times by what is due, once by what the buyer has shown', () => {
    expect(answered(standing.coverage)).toBe(1.5);
    expect(answered(standing.evidencedCoverage)).toBe(1);
    expect(answered(standing.expectedWins)).toEqual({ unit: 'money', amount: usd(25_000) });
    expect(answered(standing.uncoveredGap)).toEqual({ unit: 'money', amount: usd(15_000) });
  });

  it('is made when the 40,000 deal is won: even, and that deal moves it by everything', () => {
    const chance = answered(standing.chance);
    expect(chance.chance).toBeCloseTo(0.5, 12);
    expect(chance.movers).toEqual([{ dealId: 'o1', lift: 1, whenWon: 1, whenNot: 0 }]);
    expect(chance.low).toBeLessThanOrEqual(chance.chance);
    expect(chance.high).toBeGreaterThanOrEqual(chance.chance);
    expect(chance.landing.middle).toEqual({ unit: 'money', amount: usd(80_000) });
  });
});

describe('a goal without a quota', () => {
  it.each([
    ['of nothing', goalOf(0)],
    ['that is missing', goalOf(null)],
  ])('%s has no attainment, no gap, no pace and no chance, and says why', (_, goal) => {
    const standing = goalStanding(bookOf([dealOf('w', 10, '2026-10-05')], []), goal, { today, odds: new Map() });
    for (const answer of [
      standing.quota,
      standing.attainment,
      standing.gap,
      standing.pace,
      standing.chance,
      standing.coverage,
    ])
      expect(reasonOf(answer).because.key).toBe('goals_no_quota');
  });
});

describe('a goal that is made', () => {
  const book = bookOf([dealOf('w', 120_000, '2026-10-05')], [dealOf('o', 5_000, '2026-12-05')]);
  const made = goalStanding(book, goalOf(100_000), { today, odds: odds({ o: 0.5 }) });

  it('is a state with what lies beyond it, never a negative gap', () => {
    expect(answered(made.gap)).toEqual({ state: 'made', amount: { unit: 'money', amount: usd(20_000) } });
    expect(answered(made.requiredRate)).toEqual({ unit: 'money', amount: usd(0) });
    expect(answered(made.chance).chance).toBe(1);
    expect(reasonOf(made.coverage).because.key).toBe('goals_made_no_coverage');
  });

  it('is made when it is reached exactly', () => {
    const exact = goalStanding(book, goalOf(120_000), { today, odds: new Map() });
    expect(answered(exact.gap).state).toBe('made');
  });

  it('opens the next goal at once: the nearest that is not made', () => {
    const other = (id: string, target: number) =>
      goalStanding(book, goalOf(target, { id, measure: { id, name: id, unit: 'money', filter: [] } }), {
        today,
        odds: new Map(),
      });
    const far = other('far', 1_000_000);
    const near = other('near', 150_000);
    expect(nearestGoal([made, far, near])?.goal.id).toBe('near');
    expect(nearestGoal([made])).toBeNull();
  });
});

describe('what counts for a goal', () => {
  it('is the credited part of a split, not the whole deal', () => {
    const standing = goalStanding(bookOf([dealOf('w', 10_000, '2026-10-05', {}, 0.4)], []), goalOf(10_000), {
      today,
      odds: new Map(),
    });
    expect(answered(standing.attainment)).toBeCloseTo(0.4, 12);
  });

  it('lists a deal whose amount nobody may see, and does not take it for nothing', () => {
    const standing = goalStanding(bookOf([dealOf('w', null, '2026-10-05')], []), goalOf(10_000), {
      today,
      odds: new Map(),
    });
    expect(standing.uncounted).toMatchObject([{ dealId: 'w', because: { key: 'goals_amount_unknown' } }]);
  });

  it('goes by the filter: new logos by type; a hidden type is unknown, another type is not counted', () => {
    const goal = goalOf(null, {
      target: known({ unit: 'count', count: 4 }),
      measure: { id: 'logos', name: 'New logos', unit: 'count', filter: [{ field: 'type', is: ['New'] }] },
    });
    const deals = [
      dealOf('a', 1, '2026-10-05', { type: known('New') }),
      dealOf('b', 1, '2026-10-05', { type: known('Renewal') }),
      dealOf('c', 1, '2026-10-05', { type: missing('hidden') }),
    ];
    const standing = goalStanding(bookOf(deals, []), goal, { today, odds: new Map() });
    expect(answered(standing.credited)).toEqual({ unit: 'count', count: 1 });
    expect(standing.uncounted.map(({ dealId }) => dealId)).toEqual(['c']);
  });

  it('takes the share of a deal that lies on products of the family', () => {
    const line = (id: string, family: string, amount: number, quantity: number) => ({
      id,
      product: id,
      family: known(family),
      quantity: known(quantity),
      amount: known(usd(amount)),
    });
    const products = known([line('a', 'GTX', 750, 3), line('b', 'MG', 250, 5)]);
    const deals = [dealOf('w', 1_000, '2026-10-05', { products }, 0.5)];
    const byFamily = { id: 'gtx', name: 'GTX', unit: 'money', filter: [{ field: 'family', is: ['GTX'] }] } as const;
    expect(
      answered(
        goalStanding(bookOf(deals, []), goalOf(1_000, { measure: byFamily }), { today, odds: new Map() }).credited,
      ),
    ).toEqual({
      unit: 'money',
      amount: usd(375),
    });
    const units = goalOf(null, {
      target: known({ unit: 'count', count: 10 }),
      measure: { ...byFamily, unit: 'count', counts: 'quantity' },
    });
    expect(answered(goalStanding(bookOf(deals, []), units, { today, odds: new Map() }).credited)).toEqual({
      unit: 'count',
      count: 3,
    });
  });

  it('counts margin from a field of the organisation, by the share of the credit', () => {
    const margin = { id: 'margin', name: 'Margin', unit: 'money', counts: { field: 'Margin__c' }, filter: [] } as const;
    const deals = [
      dealOf('w', 1_000, '2026-10-05', { fields: { Margin__c: known(300) } }, 0.5),
      dealOf('x', 10, '2026-10-05'),
    ];
    const standing = goalStanding(bookOf(deals, []), goalOf(1_000, { measure: margin }), { today, odds: new Map() });
    expect(answered(standing.credited)).toEqual({ unit: 'money', amount: usd(150) });
    expect(standing.uncounted.map(({ dealId }) => dealId)).toEqual(['x']);
  });

  it('counts acts for a leading goal: meetings held in the period, up to today', () => {
    const goal = goalOf(null, {
      leads: true,
      target: known({ unit: 'count', count: 4 }),
      measure: { id: 'meetings', name: 'Meetings held', unit: 'count', counts: 'acts', filter: [] },
    });
    const acts = known(['2026-09-30', '2026-10-01', '2026-11-20', '2026-11-21'].map(civilDate));
    expect(answered(goalStanding(bookOf([], []), goal, { today, odds: new Map(), acts }).attainment)).toBe(0.5);
    expect(reasonOf(goalStanding(bookOf([], []), goal, { today, odds: new Map() }).attainment).missing).toBe(
      'not-yet-read',
    );
  });

  it('adds what was won earlier in the year to a yearly goal, and says so when that is not known', () => {
    const year = { label: '2026', kind: 'year', start: civilDate('2026-01-01'), end: Q4.end } as const;
    const goal = goalOf(100_000, { period: year });
    const won = [dealOf('w', 10_000, '2026-10-05')];
    const looking = { today, odds: new Map() };
    expect(
      answered(goalStanding(bookOf(won, [], { yearToDate: known(usd(50_000)) }), goal, looking).attainment),
    ).toBeCloseTo(0.6, 12);
    expect(reasonOf(goalStanding(bookOf(won, []), goal, looking).attainment).because.key).toBe('goals_earlier_unknown');
  });

  // The year began in January: its 500,000 hold what was won before July as well.
  it('does not take the year to date for a half year that begins later', () => {
    const half = (start: string) =>
      goalOf(200_000, { period: { label: 'H', kind: 'half', start: civilDate(start), end: Q4.end } });
    const book = bookOf([dealOf('w', 80_000, '2026-10-10')], [], {
      yearToDate: known(usd(500_000)),
      yearStart: civilDate('2026-01-01'),
    });
    const credited = (start: string) => goalStanding(book, half(start), { today, odds: new Map() }).credited;
    expect(reasonOf(credited('2026-07-01')).because.key).toBe('goals_earlier_unknown');
    expect(answered(credited('2026-01-01'))).toEqual({ unit: 'money', amount: usd(580_000) });
  });

  it('never shows 100 % for what is not reached, and never fewer deals than it takes', () => {
    const standing = (won: number) => {
      const usual = [11_111, 11_111, 11_111].map((amount, each) => dealOf(`u${each}`, amount, '2026-10-05'));
      const rest = dealOf('w', won - 33_333, '2026-10-06');
      return goalStanding(bookOf([...usual, rest], []), goalOf(1_000_000), { today, odds: new Map() });
    };
    const shown = (won: number) => {
      const { attainment } = standing(won);
      return isExplained(attainment) && attainment.figure;
    };
    expect(shown(996_000)).toEqual({ unit: 'share', share: 0.999, digits: 1 });
    expect(shown(994_000)).toMatchObject({ share: 0.994, digits: 0 });
    expect(shown(1_000_000)).toMatchObject({ share: 1, digits: 0 });
    // 115,000 still to go are 10.35 deals of 11,111: eleven of them.
    const { gapInDeals } = standing(885_000);
    expect(isExplained(gapInDeals) && gapInDeals.figure).toEqual({ unit: 'number', number: 11, digits: 0 });
  });

  it('leaves another currency out by name unless it can be converted', () => {
    const eur = {
      ...dealOf('w', 0, '2026-10-05'),
      credit: { ...dealOf('w', 1, '2026-10-05').credit, amount: known({ minor: 1_000, currency: 'EUR' as never }) },
    };
    const none = goalStanding(bookOf([eur], []), goalOf(10_000), { today, odds: new Map() });
    expect(none.uncounted.map(({ because }) => because.key)).toEqual(['goals_other_currency']);
    const some = goalStanding(bookOf([eur], []), goalOf(10_000), {
      today,
      odds: new Map(),
      convert: ({ minor }) => ({ ...usd(0), minor: minor * 2 }),
    });
    expect(answered(some.credited)).toEqual({ unit: 'money', amount: usd(20) });
  });
});
