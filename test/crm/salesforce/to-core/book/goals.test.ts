import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../../src/core/value/civil-date';
import { instantOf } from '../../../../../src/core/value/instant';
import { ifGiven } from '../../../../../src/core/value/known';
import {
  type ForecastTypes,
  splitUse,
  toForecastTypes,
  toGoals,
} from '../../../../../src/crm/salesforce/to-core/book/goals';

const REP = { id: '005000000000001AAA', name: 'Rita' };
const [REVENUE, TERRITORY] = ['0Db000000000001CAA', '0Db000000000002CAA'];
const YEAR = {
  label: 'FY 2026',
  kind: 'year',
  start: civilDate('2026-01-01'),
  end: civilDate('2027-01-01'),
} as const;
const QUARTER = {
  label: 'Q4',
  kind: 'quarter',
  start: civilDate('2026-10-01'),
  end: civilDate('2027-01-01'),
} as const;
const kinds = { '026000000000001AAA': 'month', '026000000000003AAA': 'year' } as const;
const as = { asOf: instantOf(Date.UTC(2026, 10, 24)), currency: 'USD' };
const goals = (rows: readonly object[], types: ForecastTypes = {}) =>
  toGoals(rows as never, REP, { period: QUARTER, periods: [QUARTER, YEAR], kinds, types }, as);
const quota = (more: object = {}) => ({
  Id: '0J9000000000001CAA',
  QuotaOwnerId: REP.id,
  StartDate: '2026-10-01',
  PeriodId: '026000000000001AAA',
  QuotaAmount: 100,
  IsAmount: true,
  IsQuantity: false,
  ProductFamily: null,
  ForecastingTypeId: REVENUE,
  ...more,
});
const amounts = (rows: readonly object[], types: ForecastTypes = {}) =>
  goals(rows, types).goals.map(({ target }) => {
    const value = ifGiven(target);
    return value?.unit === 'money' ? value.amount.minor : value?.count;
  });

describe('quotas as goals', () => {
  test('three months make a quarter, to the cent', () => {
    const months = ['2026-10-01', '2026-11-01', '2026-12-01'].map((StartDate) =>
      quota({ StartDate, QuotaAmount: 33.34 }),
    );
    expect(amounts(months)).toEqual([10_002]);
  });

  test('a quota for a year is a goal of that year, and no part of the quarter that begins with it', () => {
    const year = quota({ StartDate: '2026-01-01', PeriodId: '026000000000003AAA', QuotaAmount: 4000 });
    expect(goals([year, quota()]).goals.map(({ period }) => period.kind)).toEqual(['year', 'quarter']);
    expect(amounts([year, quota()])).toEqual([400_000, 10_000]);
  });

  test('of territories are in no goal, and counted', () => {
    const types = toForecastTypes({ [TERRITORY]: { RoleType: 'Territory' }, [REVENUE]: { RoleType: 'Role' } });
    const read = goals(
      [quota(), quota({ ForecastingTypeId: TERRITORY }), quota({ Territory2Id: '0MI000000000001' })],
      types,
    );
    expect(read.goals).toHaveLength(1);
    expect(read.ofTerritories).toBe(2);
  });

  test('of a territory by the month are one of the quarter', () => {
    const months = ['2026-10-01', '2026-11-01', '2026-12-01'].map((StartDate) =>
      quota({ StartDate, Territory2Id: '0MI000000000001' }),
    );
    expect(goals(months)).toEqual({ goals: [], ofTerritories: 1 });
    expect(goals([...months, quota({ Territory2Id: '0MI000000000002' })]).ofTerritories).toBe(2);
  });

  test('of others are theirs', () => {
    expect(goals([quota({ QuotaOwnerId: '005000000000009AAA' })]).goals).toEqual([]);
  });

  test('in two currencies are no sum', () => {
    const two = [quota({ CurrencyIsoCode: 'USD' }), quota({ CurrencyIsoCode: 'EUR', StartDate: '2026-11-01' })];
    expect(goals(two).goals[0]?.target).toMatchObject({ missing: 'not-readable' });
  });

  test('say by which split the book counts: the first forecast in money that names one', () => {
    const types = toForecastTypes({ [REVENUE]: { OpportunitySplitTypeId: '149000000000001AAA' } });
    expect(splitUse(goals([quota()], types).goals, types)).toBe('149000000000001AAA');
    expect(
      splitUse(goals([quota({ IsAmount: false, IsQuantity: true, QuotaQuantity: 3 })], types).goals, types),
    ).toBeNull();
    expect(splitUse([], types)).toBeNull();
  });
});
