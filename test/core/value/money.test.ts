import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currency } from '../../../src/core/value/currency';
import { Decimal } from '../../../src/core/value/decimal';
import { DomainError } from '../../../src/core/value/domain-error';
import {
  add,
  allocate,
  compare,
  major,
  money,
  moneyOf,
  ratio,
  roundMoney,
  subtract,
  sum,
} from '../../../src/core/value/money';

const usd = currency('USD');
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((minor) => money(minor, usd));

describe('an amount', () => {
  // ISO 4217:2015, list one: the yen has no minor unit, the dollar hundredths, the Kuwaiti dinar thousandths.
  test.each([
    ['JPY', 1234, 1234],
    ['USD', 12.34, 1234],
    ['KWD', 1.234, 1234],
  ])('in %s has the digits its currency has', (code, stated, minor) => {
    expect(moneyOf(stated, code)).toEqual({ minor, currency: code });
  });

  test('keeps what binary floating point loses: 0.1 + 0.2 is 0.3, and 1.005 rounds up', () => {
    expect(add(moneyOf(0.1, 'USD'), moneyOf(0.2, 'USD'))).toEqual(moneyOf('0.3', 'USD'));
    expect(roundMoney(new Decimal('1.005'), usd).minor).toBe(101);
    expect(roundMoney(new Decimal('-1.005'), usd).minor).toBe(-101);
    // A third of half a cent ends after thirty digits: three of them are half a cent all the same.
    const third = new Decimal('0.005').div(3);
    expect(roundMoney(third.plus(third).plus(third), usd).minor).toBe(1);
    expect(roundMoney(new Decimal('0.00499999999999'), usd).minor).toBe(0);
  });

  test('in one currency is never added to, compared with or divided by one in another', () => {
    const euro = moneyOf(1, 'EUR');
    for (const work of [add, subtract, compare, ratio])
      expect(() => work(moneyOf(1, 'USD'), euro)).toThrow(DomainError);
  });

  test('is refused when it is not one', () => {
    for (const bad of ['', 'a lot', 'NaN', Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => moneyOf(bad, 'USD')).toThrow(DomainError);
    // Written out, it would fill the memory.
    expect(() => moneyOf('1e999999999', 'USD')).toThrow(DomainError);
    expect(moneyOf('1e-999999999', 'USD').minor).toBe(0);
    for (const bad of ['usd', 'US', 'DOLLAR', '']) expect(() => moneyOf(1, bad)).toThrow(DomainError);
    expect(() => money(0.5, usd)).toThrow(DomainError);
    expect(() => money(2 ** 53, usd)).toThrow(DomainError);
    expect(() => ratio(money(1, usd), money(0, usd))).toThrow(DomainError);
  });

  test('survives the way to major units and back', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(roundMoney(major(amount), usd)).toEqual(amount);
      }),
    );
  });
});

describe('a split', () => {
  // Hamilton's method: 100 over three equal states gives 34, 33, 33.
  test('gives the units left over to the largest remainders, first come first served', () => {
    expect(allocate(money(100, usd), [1, 1, 1]).map(({ minor }) => minor)).toEqual([34, 33, 33]);
    expect(allocate(money(-100, usd), [1, 1, 1]).map(({ minor }) => minor)).toEqual([-34, -33, -33]);
    // 5,000.01 at 60/25/15: 3,000.006, 1,250.0025, 750.0015 -> the last cent goes to the first.
    expect(allocate(money(500_001, usd), ['0.6', '0.25', '0.15']).map(({ minor }) => minor)).toEqual([
      300_001, 125_000, 75_000,
    ]);
  });

  test('adds up to the amount, each part within one unit of its exact share', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 })
      .filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        const parts = allocate(amount, shares);
        const whole = shares.reduce((a, b) => a + b, 0);
        expect(sum(parts, usd)).toEqual(amount);
        parts.forEach((part, index) => {
          expect(Math.abs(part.minor - (amount.minor * shares[index]!) / whole)).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test('needs a positive weight and no negative one', () => {
    for (const weights of [[], [0], [0, 0], [2, -1]])
      expect(() => allocate(money(1, usd), weights)).toThrow(DomainError);
  });
});
