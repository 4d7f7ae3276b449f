import { describe, expect, it } from 'vitest';
import type { Book, BookDeal } from '../../../src/core/model/book';
import type { Goal } from '../../../src/core/model/goal';
import { creditedDealOf, payInputsOf } from '../../../src/core/pay/from-book';
import { payout } from '../../../src/core/pay/payout/payout';
import type { CompPlan } from '../../../src/core/pay/plan/plan';
import { civilDate } from '../../../src/core/value/civil-date';
import type { Rates } from '../../../src/core/value/conversion';
import { currency } from '../../../src/core/value/currency';
import { isExplained } from '../../../src/core/value/explained';
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

const goal: Goal = {
  id: 'g',
  measure: { id: 'bookings', name: 'Bookings', unit: 'money', filter: [] },
  target: known({ unit: 'money', amount: moneyOf(1000, 'USD') }),
  period: Q2,
  ownerId: 'r',
  leads: false,
};

const empty: Book = {
  rep: { id: 'r', name: 'R' },
  period: Q2,
  goals: none,
  won: known([]),
  open: known([]),
  yearToDate: none,
  holidays: none,
  asOf: at,
};

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

  it('takes nothing for granted of a year so far that it is not told', () => {
    const tiers = [
      { from: 0, to: 8000, rate: 0.1 },
      { from: 8000, rate: 0.2 },
    ];
    const pays = (yearToDate: Book['yearToDate'], where?: CompPlan['measures'][number]['where']) => {
      const plan = planOf({
        measures: [{ id: 'sales', counts: 'credit', ...(where && { where }) }],
        components: [{ kind: 'commission', id: 'c', pays: 'sales', scope: 'year-to-date', tiers }],
      });
      const [line] = payout(
        plan,
        payInputsOf(plan, { ...empty, won: known([bookDeal('a', 1000, 1000, 1)]), yearToDate }).inputs,
      ).lines;
      return line && isExplained(line.pay) ? dollars(line.pay.value) : line?.pay;
    };
    const unknown = { missing: 'not-recorded', because: { key: 'pay_earlier_unknown' } };
    // 8,000 before: all of this quarter's 1,000 lies in the second tier.
    expect(pays(known(moneyOf(8000, 'USD')))).toBe(200);
    expect(pays(known(moneyOf(0, 'USD')))).toBe(100);
    expect(pays(none)).toMatchObject(unknown);
    expect(pays(known(moneyOf(8000, 'EUR')))).toMatchObject(unknown);
    // What was won in all says nothing of what was won of a kind.
    expect(pays(known(moneyOf(8000, 'USD')), [{ field: 'type', is: ['Renewal'] }])).toMatchObject(unknown);
  });

  it('counts deals and quotas of other currencies by the rates of their day, and never at par', () => {
    const euro = (target: string, rates?: Rates): Book => ({
      ...empty,
      goals: known([{ ...goal, target: known({ unit: 'money', amount: moneyOf(800, target) }) }]),
      won: known([bookDeal('a', 1000, 1000, 1)]),
      ...(rates && { rates: known(rates) }),
    });
    const plan = planOf({ currency: 'EUR', components: [{ kind: 'commission', id: 'c', pays: 'sales', rate: 0.1 }] });
    const rates: Rates = { own: currency('USD'), standing: { EUR: '0.8' }, dated: [] };
    const converted = payout(plan, payInputsOf(plan, euro('EUR', rates)).inputs);
    // 1,000 dollars at 0.8 are 800 euros: 100 % of 800, and 80 of pay.
    expect(converted.total.value).toEqual(moneyOf(80, 'EUR'));
    expect(converted.measures[0]!.attainment).toMatchObject({ value: 1 });
    // A quota of 800 dollars is one of 640 euros.
    expect(payout(plan, payInputsOf(plan, euro('USD', rates)).inputs).measures[0]!.attainment).toMatchObject({
      value: 1.25,
    });
    const without = payout(plan, payInputsOf(plan, euro('USD')).inputs);
    expect(without.complete).toBe(false);
    expect(isExplained(without.measures[0]!.attainment)).toBe(false);
  });

  it('never takes a number of deals for a quota in money', () => {
    const plan = planOf({ components: [{ kind: 'commission', id: 'c', pays: 'sales', rate: 0.1 }] });
    const counted: Goal = {
      ...goal,
      measure: { ...goal.measure, id: 'sales', unit: 'count' },
      target: known({ unit: 'count', count: 5 }),
    };
    expect(payInputsOf(plan, { ...empty, goals: known([counted]) }).inputs.quotas).toEqual({});
  });
});
