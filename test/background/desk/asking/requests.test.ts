import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileIn, hostIn, idOrNoneIn, keyIn, refIn } from '../../../../src/background/desk/asking/requests';
import { parseRecordRef } from '../../../../src/core/model/record-ref';

const ref = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: '006R0000005hDFYIA2' };

describe('requests are read, not trusted', () => {
  test('a record', () => {
    expect(refIn({ ref })).toEqual(ref);
    for (const broken of [
      { ...ref, host: 'acme.lightning.force.com/opportunity' },
      { ...ref, id: "006' OR Id != '" },
      { ...ref, kind: 'contact' },
      { ...ref, crm: 'other' },
      { ...ref, id: undefined },
      null,
    ]) {
      expect(() => refIn({ ref: broken })).toThrow();
    }
  });

  test('whatever comes, a record comes out whole or not at all', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (a, b) => {
        for (const request of [a, { ref: a }, { ref: { ...ref, id: a, host: b } }]) {
          try {
            const { crm, host, kind, id } = refIn(request);
            expect(parseRecordRef(`${crm}/${host}/${kind}/${id}`)).toEqual({ crm, host, kind, id });
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        }
      }),
    );
  });

  test('a key, a host, a file, an id', () => {
    const key = { crm: 'salesforce', organisation: '00D', user: '005', id: '006' };
    expect(keyIn({ key })).toEqual(key);
    expect(() => keyIn({ key: { ...key, crm: 'x' } })).toThrow();
    expect(() => keyIn({ key: { ...key, id: 6 } })).toThrow();
    expect(hostIn({ host: 'acme.lightning.force.com' })).toBe('acme.lightning.force.com');
    expect(() => hostIn({ host: 'x'.repeat(300) })).toThrow();
    expect(fileIn({ fileName: 'a.json', text: '{}' })).toEqual({ fileName: 'a.json', text: '{}' });
    expect(() => fileIn({ fileName: 'a.json', text: 'x'.repeat(1_000_001) })).toThrow();
    expect(idOrNoneIn({ id: null })).toBeNull();
    expect(() => idOrNoneIn({})).toThrow();
  });
});
