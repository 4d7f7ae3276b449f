import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileRow, paidLines } from '../../../../src/core/pay/cross-check/statement-file';
import { decimalMarkOf, writtenAmount } from '../../../../src/core/pay/cross-check/written-amount';
import { currency } from '../../../../src/core/value/currency';
import type { Instant } from '../../../../src/core/value/instant';
import { moneyOf } from '../../../../src/core/value/money';

const AS = {
  file: 'payroll.csv',
  asOf: '2026-11-24T00:00:00.000Z' as Instant,
  currency: currency('USD'),
  counted: new Map([
    ['0065i000001AbCdEFG', { name: 'Acme - 200 seats', credit: moneyOf(10_000, 'USD') }],
    ['0065i000001AbCeEFG', { name: 'Twins', credit: null }],
    ['0065i000001AbCfEFG', { name: 'Twins', credit: null }],
  ]),
};
const read = (...rows: readonly FileRow[]) => paidLines(rows, AS);

describe('a commission statement in a file', () => {
  it('is a line a payment, by the deal’s id in fifteen characters or eighteen, or by its name', () => {
    const lines = read(
      { 'Deal ID': '0065i000001AbCd', Deal: '', Commission: '$800.00', Credited: '10,000.00', 'Paid on': '2026-11-15' },
      { 'Deal ID': '', Deal: ' acme -  200 SEATS', Commission: '(12.50)', Credited: '', 'Paid on': '15 Nov' },
      { 'Deal ID': '', Deal: '', Commission: '50', Credited: '', 'Paid on': '' },
    );
    expect(lines).toMatchObject({
      ok: true,
      value: [
        {
          dealId: '0065i000001AbCdEFG',
          pay: { minor: 80_000 },
          base: { value: { minor: 1_000_000 }, source: { kind: 'file', name: 'payroll.csv' } },
          on: { value: '2026-11-15' },
        },
        {
          dealId: '0065i000001AbCdEFG',
          pay: { minor: -1250 },
          base: { missing: 'not-recorded' },
          on: { missing: 'not-readable' },
        },
        { dealId: null, pay: { minor: 5000 } },
      ],
    });
  });

  it('stands for no deal of ours where two are called so', () => {
    expect(read({ Deal: 'Twins', Pay: '1' })).toMatchObject({ value: [{ dealId: 'Twins' }] });
  });

  it('in euros is in euros', () => {
    expect(read({ Deal: 'x', Pay: '1.234,50 €', Currency: 'eur' })).toMatchObject({
      value: [{ pay: { minor: 123_450, currency: 'EUR' } }],
    });
  });

  it.each<[string, readonly FileRow[], number, string]>([
    ['without a column of pay', [{ Deal: 'x', Colour: 'red' }], 1, 'pay_file_no_pay'],
    ['without a column of deals', [{ Pay: '1' }], 1, 'pay_file_no_deal'],
    [
      'with words for an amount',
      [
        { Deal: 'x', Pay: '1' },
        { Deal: 'y', Pay: 'soon' },
      ],
      3,
      'pay_file_no_amount',
    ],
    ['with an unknown currency', [{ Deal: 'x', Pay: '1', Currency: 'dollars' }], 2, 'pay_file_no_currency'],
    [
      'in two ways of writing decimals',
      [
        { Deal: 'x', Pay: '1,5' },
        { Deal: 'y', Pay: '1.5' },
      ],
      1,
      'pay_file_two_marks',
    ],
    ['with nothing in it', [], 1, 'pay_file_empty'],
  ])('%s is refused by line', (_, rows, line, key) => {
    expect(read(...rows)).toMatchObject({ ok: false, problem: [{ line, because: { key } }] });
  });

  it('survives any text at all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom('Deal', 'Pay', 'Amount', '__proto__'), fc.string())),
        (rows) => {
          expect(typeof paidLines(rows, AS).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('an amount as people write it', () => {
  it.each([
    ['1234.5', '.', '1234.5'],
    ['$1,234.50', '.', '1234.50'],
    ['1.234,50 €', ',', '1234.50'],
    ['1 234,50', ',', '1234.50'],
    ['1’234', '.', '1234'],
    ['-3', null, '-3'],
    ['−3', null, '-3'],
    ['(1,000)', null, '-1000'],
    ['.50', '.', '0.50'],
    ['USD 12', null, '12'],
  ] as const)('%s', (text, mark, amount) => {
    expect(writtenAmount(text, mark)).toBe(amount);
  });

  it.each(['', '-', '12,34,56', '1.2.3', 'n/a', '12%'])('is not %j', (text) => {
    expect(writtenAmount(text, '.')).toBeUndefined();
  });

  it('has its decimals after the mark that the file’s clear cases tell', () => {
    expect(decimalMarkOf(['1,234', '12,5'])).toBe(',');
    expect(decimalMarkOf(['1,234.00', '5'])).toBe('.');
    expect(decimalMarkOf(['1,234', '2.345'])).toBeNull();
    expect(decimalMarkOf(['1,5', '1.5'])).toBeUndefined();
  });
});
