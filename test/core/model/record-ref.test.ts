import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecordRef, parseRecordRef } from '../../../src/core/model/record-ref';

describe('a reference in a frame’s address', () => {
  test('reads back as it was written', () => {
    const ref = {
      crm: 'salesforce',
      host: 'acme--uat.sandbox.lightning.force.com',
      kind: 'opportunity',
      id: '006R0000005hDFYIA2',
    } as const;
    expect(parseRecordRef(formatRecordRef(ref))).toEqual(ref);
  });

  test.each([
    '',
    'salesforce',
    'salesforce/acme.lightning.force.com/opportunity',
    'salesforce/acme.lightning.force.com/opportunity/006R0000005hDFYIA2/view',
    'salesforce/acme.lightning.force.com/lead/00QR0000005hDFYIA2',
    'siebel/acme.lightning.force.com/opportunity/006R0000005hDFYIA2',
    'salesforce/localhost/opportunity/006R0000005hDFYIA2',
    'salesforce/acme.lightning.force.com:443/opportunity/006R0000005hDFYIA2',
    'salesforce/ACME.lightning.force.com/opportunity/006R0000005hDFYIA2',
    'salesforce/acme..force.com/opportunity/006R0000005hDFYIA2',
    "salesforce/acme.lightning.force.com/opportunity/006' OR Name LIKE '%",
    'salesforce/acme.lightning.force.com/opportunity/<img src=x>',
    `salesforce/acme.lightning.force.com/opportunity/${'6'.repeat(65)}`,
  ])('%s is none', (text) => {
    expect(parseRecordRef(text)).toBeUndefined();
  });

  test('whatever is read can be written, and nothing read holds a character an address or a query would mind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (noise) => {
        const ref = parseRecordRef(`salesforce/acme.lightning.force.com/opportunity/${noise}`);
        if (ref !== undefined) expect(ref.id).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });
});
