import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOrder, shownDay } from '../../../../src/crm/salesforce/shown/day';

describe('a day as a page shows it', () => {
  // As CLDR 46 writes the 24th of November 2026 in these locales.
  test.each([
    ['11/24/2026', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['3.4.2026', '2026-04-03'],
    ['24-11-2026', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['2026/11/24', '2026-11-24'],
    ['2026. 11. 24.', '2026-11-24'],
    ['5/5/2026', '2026-05-05'],
  ])('%s is understood by itself', (text, day) => {
    expect(shownDay(text, undefined)).toBe(day);
  });

  test.each(['3/4/2026', '03/04/2026', '24/11/26', '31/2/2026', '11-24-2026', '24/11/2569', 'Nov 24, 2026', '', 'x'])(
    '%s is not guessed',
    (text) => {
      expect(shownDay(text, undefined)).toBeUndefined();
    },
  );

  test('the order decides what a slash leaves open', () => {
    expect(shownDay('3/4/2026', 'month-first')).toBe('2026-03-04');
    expect(shownDay('3/4/2026', 'day-first')).toBe('2026-04-03');
  });

  test('is never read as another day: what one order writes is that day, or unknown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 36_000 }),
        fc.constantFrom('en-US', 'en-GB', 'de-DE', 'nl-NL', 'sv-SE'),
        (days, locale) => {
          const date = new Date(Date.UTC(1995, 0, 1) + days * 86_400_000);
          const text = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(date);
          const order = locale === 'en-US' ? 'month-first' : 'day-first';
          expect(shownDay(text, order)).toBe(date.toISOString().slice(0, 10));
          expect([undefined, date.toISOString().slice(0, 10)]).toContain(shownDay(text, undefined));
        },
      ),
    );
  });
});

describe('which order a page has', () => {
  test('is told by a number above twelve, whatever the languages say', () => {
    expect(dayOrder(['3/4/2026', '13/4/2026, 15:20'], 'en-US', 'en-US')).toBe('day-first');
    expect(dayOrder(['Cecily, 11/24/2026 3:00 PM'], 'en-GB', 'en-GB')).toBe('month-first');
  });

  test('is unknown where the page contradicts itself', () => {
    expect(dayOrder(['13/4/2026', '4/13/2026'], 'en-US', 'en-US')).toBeUndefined();
  });

  test('goes by the language only where page and browser name the same country', () => {
    expect(dayOrder(['3/4/2026'], 'en-US', 'en-US')).toBe('month-first');
    expect(dayOrder(['3/4/2026'], 'en-GB', 'en-GB')).toBe('day-first');
    expect(dayOrder(['3/4/2026'], 'en-US', 'en-GB')).toBeUndefined();
    expect(dayOrder(['3/4/2026'], 'en', 'en-US')).toBeUndefined();
    expect(dayOrder(['3/4/2026'], '"><script>', 'en-US')).toBeUndefined();
  });
});
