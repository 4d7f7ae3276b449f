import type { Book, BookDeal } from '../../../src/core/model/book';
import type { Goal, Measure, Period } from '../../../src/core/model/goal';
import type { Opportunity } from '../../../src/core/model/opportunity';
import { civilDate } from '../../../src/core/value/civil-date';
import type { Instant } from '../../../src/core/value/instant';
import { given, type Known, missing } from '../../../src/core/value/known';
import { type Money, moneyOf } from '../../../src/core/value/money';

export const AS_OF = '2026-11-20T08:00:00.000Z' as Instant;
const SOURCE = { kind: 'crm', field: 'Opportunity' } as const;

export const known = <T>(value: T): Known<T> => given(value, SOURCE, AS_OF);

export const Q4: Period = {
  label: 'Q4 2026',
  kind: 'quarter',
  start: civilDate('2026-10-01'),
  end: civilDate('2027-01-01'),
};

export const BOOKINGS: Measure = { id: 'bookings', name: 'Bookings', unit: 'money', filter: [] };

export const usd = (major: number | string): Money => moneyOf(major, 'USD');

export function goalOf(target: number | null, more: Partial<Goal> = {}): Goal {
  return {
    id: 'g1',
    measure: BOOKINGS,
    target: target === null ? missing('not-recorded') : known({ unit: 'money', amount: usd(target) }),
    period: Q4,
    ownerId: 'r1',
    leads: false,
    ...more,
  };
}

export function dealOf(
  id: string,
  amount: number | null,
  on: string,
  more: Partial<Opportunity> = {},
  share = 1,
): BookDeal {
  return {
    opportunity: {
      id,
      name: `Deal ${id}`,
      outcome: 'open',
      account: missing('not-recorded'),
      owner: known({ id: 'r1', name: 'Maria Berg' }),
      stage: missing('not-recorded'),
      forecastCategory: missing('not-recorded'),
      amount: amount === null ? missing('not-recorded') : known(usd(amount)),
      closeDate: known(civilDate(on)),
      createdOn: missing('not-recorded'),
      probability: missing('not-recorded'),
      nextStep: missing('not-recorded'),
      type: missing('not-recorded'),
      products: missing('not-recorded'),
      fields: {},
      ...more,
    },
    credit: {
      opportunityId: id,
      repId: 'r1',
      amount: amount === null ? missing('not-recorded') : known(usd(amount * share)),
      share,
      rule: share === 1 ? 'owner' : 'split',
    },
    lastBuyerActOn: missing('not-recorded'),
  };
}

export function bookOf(won: readonly BookDeal[], open: readonly BookDeal[], more: Partial<Book> = {}): Book {
  return {
    rep: { id: 'r1', name: 'Maria Berg' },
    period: Q4,
    goals: missing('not-recorded'),
    won: known(won),
    open: known(open),
    yearToDate: missing('not-yet-read'),
    holidays: known([]),
    asOf: AS_OF,
    ...more,
  };
}
