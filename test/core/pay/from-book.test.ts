import { describe, expect, it } from 'vitest';
import type { Book, BookDeal } from '../../../src/core/model/book';
import { creditedDealOf, payInputsOf } from '../../../src/core/pay/from-book';
import { payout } from '../../../src/core/pay/payout/payout';
import { civilDate } from '../../../src/core/value/civil-date';
import { instantOf } from '../../../src/core/value/instant';
import { given, missing } from '../../../src/core/value/known';
import { moneyOf } from '../../../src/core/value/money';
import { dollars, planOf, Q2 } from './plan-kit';

const at = instantOf(0);
const known = <T>(value: T) => given(value, { kind: 'entered', where: 'test' }, at);
const none = missing('not-recorded');

function bookDeal(id: string, amount: number | null, credited: number | null, share: number): BookDeal {
  const line = (product: string, part: number) => ({
    id: product,
    product,
    family: known('GTX'),
    quantity: none,
    amount: known(moneyOf(part, 'USD')),
  });
  return {
    opportunity: {
      id,
      name: id,
      outcome: 'won',
      account: none,
      owner: none,
      stage: none,
      forecastCategory: none,
      amount: amount === null ? none : known(moneyOf(amount, 'USD')),
      closeDate: known(civilDate('2017-05-02')),
      createdOn: none,
      probability: none,
      nextStep: none,
      type: known('Renewal'),
      products: known([line('GTX Pro', 750), line('GTX Basic', 250)]),
      fields: {},
    },
    credit: {
      opportunityId: id,
      repId: 'r',
      amount: credited === null ? none : known(moneyOf(credited, 'USD')),
      share,
      rule: 'split',
    },
    lastBuyerActOn: none,
  };
}

describe('a book as inputs of pay', () => {
  it('counts the credit, splits it over the product lines, and names deals without an amount', () => {
    const book: Book = {
      rep: { id: 'r', name: 'R' },
      period: Q2,
      goals: known([
        {
          id: 'g',
          measure: { id: 'bookings', name: 'Bookings', unit: 'money', filter: [] },
          target: known({ unit: 'money', amount: moneyOf(1000, 'USD') } as const),
          period: Q2,
          ownerId: 'r',
          leads: false,
        },
      ]),
      won: known([bookDeal('a', 1000, 600, 0.6), bookDeal('b', null, null, 1), bookDeal('c', 1000, null, 0.5)]),
      open: known([]),
      yearToDate: known(moneyOf(5000, 'USD')),
      holidays: none,
      asOf: at,
    };
    const plan = planOf({
      components: [
        { kind: 'commission', id: 'c', pays: 'sales', rate: 0.1 },
        { kind: 'kicker', id: 'pro', rate: 0.1, where: [{ field: 'product', is: ['GTX Pro'] }] },
      ],
    });
    const { inputs, withoutAmount } = payInputsOf(plan, book);
    expect(withoutAmount).toEqual(['b']);
    const statement = payout(plan, inputs);
    // 600 and half of 1,000; three quarters of it are GTX Pro.
    expect(statement.lines.map(({ amount }) => dollars(amount))).toEqual([110, 82.5]);
    expect(statement.measures[0]!.attainment).toMatchObject({ value: 1.1 });
    expect(inputs.earlier?.credit).toEqual({ sales: '5000' });
  });

  it('has no amount where neither the deal nor its credit has one', () => {
    expect(creditedDealOf(bookDeal('b', null, null, 1))).toBe(null);
  });
});
