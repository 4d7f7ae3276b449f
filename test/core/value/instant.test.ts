import { describe, expect, test } from 'vitest';
import { civilDateAt, instantOf, oldest, parseInstant } from '../../../src/core/value/instant';

describe('an instant', () => {
  test('is read in the form Salesforce writes, without a colon in the offset', () => {
    expect(parseInstant('2026-11-24T03:22:33.000+0000')).toBe('2026-11-24T03:22:33.000Z');
    expect(parseInstant('2026-11-24T03:22:33+05:30')).toBe('2026-11-23T21:52:33.000Z');
  });

  test('without an offset is nobody’s instant', () => {
    for (const bad of ['2026-11-24T03:22:33', '2026-11-24', 'now', '', null, 0, '2026-13-24T03:22:33Z'])
      expect(parseInstant(bad)).toBeUndefined();
  });

  // At 23:30 UTC it is already the next day in Berlin (UTC+1) and still the same in New York (UTC-5).
  test('falls on a different civil date in different zones', () => {
    const late = instantOf(Date.parse('2026-12-31T23:30:00Z'));
    expect(civilDateAt(late, 'Europe/Berlin')).toBe('2027-01-01');
    expect(civilDateAt(late, 'America/New_York')).toBe('2026-12-31');
    expect(() => civilDateAt(late, 'Mars/Olympus')).toThrow(RangeError);
  });

  test('the oldest age counts, and what has none does not', () => {
    const early = instantOf(0);
    const late = instantOf(1);
    expect(oldest(late, early)).toBe(early);
    expect(oldest(null, late)).toBe(late);
    expect(oldest(null, null)).toBeNull();
  });
});
