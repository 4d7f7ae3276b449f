import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContentCall } from '../../src/messages/content-call';

test('reads the calls there are', () => {
  expect(readContentCall({ call: 'toggle', extra: 1 })).toEqual({ call: 'toggle' });
  expect(readContentCall({ call: 'dock', change: { open: false } })).toEqual({ call: 'dock', change: { open: false } });
  expect(readContentCall({ call: 'dock', change: { width: 400 } })).toEqual({ call: 'dock', change: { width: 400 } });
});

test('refuses everything else', () => {
  for (const message of [
    null,
    'toggle',
    {},
    { call: 'dock' },
    { call: 'dock', change: { open: true } },
    { call: 'dock', change: { width: Number.NaN } },
  ]) {
    expect(readContentCall(message)).toBeUndefined();
  }
  fc.assert(
    fc.property(fc.anything(), (message) => readContentCall(message) === undefined || typeof message === 'object'),
  );
});
