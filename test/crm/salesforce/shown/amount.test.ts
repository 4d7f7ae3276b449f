import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownAmount } from '../../../../src/crm/salesforce/shown/amount';

const said = (text: string, otherwise: string | null = null) => {
  const money = shownAmount(text, otherwise);
  return money && `${money.minor} ${money.currency}`;
};

describe('an amount as a page shows it', () => {
  // As CLDR 46 writes 12,345.60 (and whole yen) in these locales.
  test.each([
    ['$12,345.60', 'USD', '1234560 USD'],
    ['12.345,60 €', null, '1234560 EUR'],
    ['€ 12.345,60', null, '1234560 EUR'],
    ['12 345,60 €', null, '1234560 EUR'],
    ['12\u202f345,60\u00a0€', null, '1234560 EUR'],
    ["CHF 12'345.60", null, '1234560 CHF'],
    ['CHF 12’345.60', null, '1234560 CHF'],
    ['₹12,34,567.80', null, '123456780 INR'],
    ['12 345,60 Kč', null, '1234560 CZK'],
    ['USD 12,345.60', null, '1234560 USD'],
    ['USD 12,345.60 (EUR 11,000.00)', null, '1234560 USD'],
    ['¥12,345', 'JPY', '12345 JPY'],
    ['-$12,345.60', 'USD', '-1234560 USD'],
    ['$-12,345.60', 'USD', '-1234560 USD'],
    ['12.345 €', null, '1234500 EUR'],
    ['€1.234.567', null, '123456700 EUR'],
    ['\u200f12,345.60\u00a0US$', null, '1234560 USD'],
    ['€0.50', null, '50 EUR'],
    ['€0', null, '0 EUR'],
  ] as const)('%s is understood', (text, otherwise, amount) => {
    expect(said(text, otherwise)).toBe(amount);
  });

  test.each([
    ['dollars of which country', '$12,345.60', null],
    ['a sign that the organisation’s currency has not', '$12,345.60', 'EUR'],
    ['kronor, kroner or krónur', '12 345,60 kr', null],
    ['no currency at all', '12,345.60', null],
    ['thousands or three decimals', 'KWD 12,345', null],
    ['decimals that the currency has not', 'JPY 12.34', null],
    ['threes that are none', '€ 12,34,56', null],
    ['two decimal marks', '€ 1.23,45.67', null],
    ['an accountant’s negative', '(€12.00)', null],
    ['two signs', '€12.00$', 'USD'],
    ['words', '€ a lot', null],
    ['nothing', '', 'USD'],
    ['more than can be exact', `€${'9'.repeat(40)}`, null],
    ['code', '<img src=x onerror=alert(1)>', 'USD'],
  ] as const)('%s is not guessed', (_, text, otherwise) => {
    expect(said(text, otherwise)).toBeUndefined();
  });

  test('what Intl writes is read back to the cent, whatever the locale', () => {
    const locales = ['en-US', 'en-GB', 'de-DE', 'de-CH', 'fr-FR', 'nl-NL', 'it-IT', 'en-IN', 'sv-SE', 'pl-PL', 'pt-BR'];
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom('EUR', 'USD', 'GBP', 'JPY'),
        fc.integer({ min: 0, max: 99_999_999_99 }),
        (locale, currency, minor) => {
          const digits = currency === 'JPY' ? 0 : 2;
          const text = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(
            minor / 10 ** digits,
          );
          expect(said(text)).toBe(`${minor} ${currency}`);
        },
      ),
    );
  });
});
