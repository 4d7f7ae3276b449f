import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossCheck } from '../../../../src/core/pay/cross-check/cross-check';
import { CAUSES } from '../../../../src/core/pay/cross-check/difference';
import type { PaidLine } from '../../../../src/core/pay/cross-check/paid-line';
import { payout } from '../../../../src/core/pay/payout/payout';
import { civilDate } from '../../../../src/core/value/civil-date';
import { currency } from '../../../../src/core/value/currency';
import type { Instant } from '../../../../src/core/value/instant';
import { given, type Known, missing } from '../../../../src/core/value/known';
import { type Money, moneyOf } from '../../../../src/core/value/money';
import { planOf } from '../plan-kit';

const usd = (amount: number | string): Money => moneyOf(amount, 'USD');
const AT = '2026-11-24T00:00:00.000Z' as Instant;
const said = <T>(value: T): Known<T> => given(value, { kind: 'file', name: 'payroll.csv' }, AT);

/** Eight per cent of what is credited; half of it on the day the customer pays, where the plan is told so. */
const plan = (instalments: boolean) =>
  planOf({
    components: [{ kind: 'commission', id: 'commission', pays: 'sales', rate: 0.08 }],
    ...(instalments && {
      instalments: [
        { share: 0.5, on: 'booking' },
        { share: 0.5, on: 'cash' },
      ],
    }),
  });

/** Three deals of 10,000, 5,000 and 2,000: 800, 400 and 160 of pay. */
const DEALS = [
  { id: 'a', name: 'Acme', amount: usd(10_000), closeDate: civilDate('2026-10-20') },
  { id: 'b', name: 'Bolt', amount: usd(5_000), closeDate: civilDate('2026-11-02') },
  { id: 'c', name: 'Coil', amount: usd(2_000), closeDate: civilDate('2026-11-10') },
];
const COUNTED = new Map(DEALS.map(({ id, name, amount }) => [id, { name, credit: amount }]));
const statementOf = (instalments = false) =>
  payout(plan(instalments), {
    period: { label: 'Q4', kind: 'quarter', start: civilDate('2026-10-01'), end: civilDate('2027-01-01') },
    deals: DEALS,
    quotas: {},
  });
const line = (dealId: string | null, pay: Money, more: Partial<PaidLine> = {}): PaidLine => ({
  dealId,
  name: COUNTED.get(dealId ?? '')?.name ?? 'something else',
  pay,
  base: missing('not-recorded'),
  on: missing('not-recorded'),
  ...more,
});
const RIGHT = [line('a', usd(800)), line('b', usd(400)), line('c', usd(160))];
const found = (paid: readonly PaidLine[], instalments = false) => {
  const { differences, apart, agree } = crossCheck(statementOf(instalments), COUNTED, paid);
  return {
    parts: differences.map(({ cause, dealId, amount }) => [cause, dealId, amount.value.minor / 100]),
    apart: apart.value.minor / 100,
    agree,
  };
};

describe('two statements that say the same', () => {
  it('differ in nothing', () => {
    expect(found(RIGHT)).toEqual({ parts: [], apart: 0, agree: 3 });
  });
});

describe('a planted difference is named by its cause and its amount', () => {
  const without = (id: string) => RIGHT.filter(({ dealId }) => dealId !== id);

  it.each<[what: string, paid: readonly PaidLine[], cause: string, dealId: string | null, amount: number]>([
    ['a deal that is not there', without('b'), 'not-paid', 'b', -400],
    ['a deal that is another rep’s', [...RIGHT, line('x', usd(75))], 'not-ours', 'x', 75],
    ['a line that stands there twice', [...RIGHT, line('c', usd(160))], 'twice', 'c', 160],
    // 8 % of 4,000 instead of 5,000.
    ['a wrong split', [...without('b'), line('b', usd(320), { base: said(usd(4_000)) })], 'base', 'b', -80],
    // 6 % of 10,000 instead of 8 %.
    ['a wrong rate', [...without('a'), line('a', usd(600), { base: said(usd(10_000)) })], 'rate', 'a', -200],
    ['one of the two, and nobody says which', [...without('a'), line('a', usd(600))], 'unsaid', 'a', -200],
    ['a bonus that the plan does not know', [...RIGHT, line(null, usd(50))], 'no-deal', null, 50],
    ['a cent', [...without('c'), line('c', usd('160.005'))], 'rounding', 'c', 0.01],
  ])('%s', (_, paid, cause, dealId, amount) => {
    if (cause === 'rounding') {
      // One line of ours and one of theirs may differ by less than a unit each, so by nothing; two lines by one.
      const two = [...without('c'), line('c', usd('80.01')), line('c', usd(80), { name: 'second line' })];
      expect(found(two).parts).toEqual([[cause, dealId, amount]]);
      return;
    }
    expect(found(paid).parts).toEqual([[cause, dealId, amount]]);
  });

  it('two at once: 6 % of 4,000 instead of 8 % of 5,000', () => {
    expect(found([...without('b'), line('b', usd(240), { base: said(usd(4_000)) })]).parts).toEqual([
      ['base', 'b', -80],
      ['rate', 'b', -80],
    ]);
  });

  it('what waits for the customer’s money is no mistake', () => {
    const half = [line('a', usd(400)), line('b', usd(200)), line('c', usd(80))];
    expect(found(half, true).parts).toEqual([
      ['timing', 'a', -400],
      ['timing', 'b', -200],
      ['timing', 'c', -80],
    ]);
  });

  it('lines in another currency are set aside with their deals, and counted nowhere', () => {
    const euros: PaidLine = { ...line('b', { minor: 37_000, currency: currency('EUR') }) };
    const check = crossCheck(statementOf(), COUNTED, [...without('b'), euros]);
    expect(check.otherCurrency).toEqual([euros]);
    expect([check.ours.value.minor, check.theirs.value.minor, check.differences]).toEqual([96_000, 96_000, []]);
  });
});

describe('the parts of a difference', () => {
  const paid = fc.array(
    fc.record({
      dealId: fc.constantFrom('a', 'b', 'c', 'x', 'y', null),
      pay: fc.integer({ min: -50_000, max: 150_000 }),
      base: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
    }),
    { maxLength: 12 },
  );

  it('add up to the cent, whatever stands on their statement, and each has one cause', () => {
    fc.assert(
      fc.property(paid, fc.boolean(), (lines, instalments) => {
        const theirs = lines.map(({ dealId, pay, base }) =>
          line(
            dealId,
            { minor: pay, currency: currency('USD') },
            {
              ...(base !== undefined && { base: said({ minor: base, currency: currency('USD') }) }),
            },
          ),
        );
        const check = crossCheck(statementOf(instalments), COUNTED, theirs);
        const total = check.differences.reduce((all, { amount }) => all + amount.value.minor, 0);
        expect(total).toBe(check.apart.value.minor);
        expect(check.theirs.value.minor - check.ours.value.minor).toBe(check.apart.value.minor);
        expect(check.byCause.reduce((all, { amount }) => all + amount.minor, 0)).toBe(total);
        for (const { cause, amount } of check.differences) {
          expect(CAUSES).toContain(cause);
          expect(amount.value.minor).not.toBe(0);
        }
      }),
    );
  });
});
