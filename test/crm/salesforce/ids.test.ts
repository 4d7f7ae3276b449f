import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordId } from '../../../src/crm/salesforce/ids';

describe('ids in 15 and 18 characters', () => {
  // Pairs as they stand in public code bases that handle Salesforce ids.
  test.each([
    ['001R0000005hDFY', '001R0000005hDFYIA2'],
    ['0055i000000YOs1', '0055i000000YOs1AAG'],
    ['06m1r000000vb4p', '06m1r000000vb4pAAA'],
    ['a00D0000008pQSN', 'a00D0000008pQSNIA2'],
  ])('%s is %s', (short, long) => {
    expect(recordId(short)).toBe(long);
    expect(recordId(long)).toBe(long);
  });

  const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
  const id = fc.array(character, { minLength: 15, maxLength: 15 }).map((letters) => letters.join(''));

  test('an id of 18 characters is itself, and begins with the one of 15', () => {
    fc.assert(
      fc.property(id, (short) => {
        const long = recordId(short);
        expect(long).toHaveLength(18);
        expect(long?.slice(0, 15)).toBe(short);
        expect(recordId(long)).toBe(long);
      }),
    );
  });

  test('two ids that differ in case alone differ in their last three characters', () => {
    const flips = fc.array(fc.boolean(), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(id, flips, (a, flip) => {
        const b = [...a]
          .map((letter, place) => {
            if (!flip[place]) return letter;
            return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
          })
          .join('');
        expect(recordId(a)?.toLowerCase() === recordId(b)?.toLowerCase()).toBe(a === b);
      }),
    );
  });

  test('one whose last three do not fit is taken as it stands: copies of answers have such', () => {
    // As in Salesforce's own Lightning Web Components recipes (jest-mocks).
    expect(recordId('003xx000004WhR6AA1')).toBe('003xx000004WhR6AA1');
  });

  test('refuses what is none, and what has lost its capitals', () => {
    for (const text of [
      '',
      '006',
      '006R0000005hDF',
      '006R0000005hDFYI',
      '006r0000005hdfyia2',
      "006R0000005hD'Y",
      6,
      null,
    ]) {
      expect(recordId(text)).toBeUndefined();
    }
  });
});
