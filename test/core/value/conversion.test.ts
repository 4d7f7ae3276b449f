import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../src/core/value/civil-date';
import { convert, type Rates, rateOn } from '../../../src/core/value/conversion';
import { currency } from '../../../src/core/value/currency';
import { money } from '../../../src/core/value/money';

const [USD, EUR, JPY] = [currency('USD'), currency('EUR'), currency('JPY')];
const RATES: Rates = {
  own: USD,
  standing: { EUR: '0.8', JPY: '150' },
  dated: [
    { currency: EUR, rate: '0.5', from: civilDate('2026-01-01'), end: civilDate('2026-04-01') },
    { currency: EUR, rate: '0.9', from: civilDate('2026-07-01'), end: null },
  ],
};

describe('conversion', () => {
  it('divides by the units for one of the own currency', () => {
    expect(convert(money(100_00, EUR), USD, RATES, null)).toEqual(money(125_00, USD));
    expect(convert(money(125_00, USD), EUR, RATES, null)).toEqual(money(100_00, EUR));
  });

  it('goes through the own currency, and rounds once to the digits of the target', () => {
    // 1.00 EUR / 0.8 x 150 = 187.5 yen, half up.
    expect(convert(money(1_00, EUR), JPY, RATES, null)).toEqual(money(188, JPY));
  });

  it.each([
    ['2025-12-31', '0.8'],
    ['2026-01-01', '0.5'],
    ['2026-03-31', '0.5'],
    ['2026-04-01', '0.8'],
    ['2030-01-01', '0.9'],
  ])('takes the rate of the day: %s has %s', (on, rate) => {
    expect(rateOn(RATES, EUR, civilDate(on))?.toFixed()).toBe(rate);
  });

  it('gives nothing where no usable rate is known', () => {
    expect(convert(money(1, currency('GBP')), USD, RATES, null)).toBeUndefined();
    for (const rate of ['0', '-1', '', 'x', '1e5', 'NaN'])
      expect(convert(money(1, EUR), USD, { ...RATES, standing: { EUR: rate }, dated: [] }, null)).toBeUndefined();
  });

  it('leaves an amount in its own currency as it is', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (minor) => {
        expect(convert(money(minor, EUR), EUR, RATES, null)).toEqual(money(minor, EUR));
      }),
    );
  });
});
