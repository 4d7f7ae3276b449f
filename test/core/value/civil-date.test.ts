import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  dayNumber,
  daysBetween,
  isoWeekday,
  parseCivilDate,
} from '../../../src/core/value/civil-date';
import { DomainError } from '../../../src/core/value/domain-error';

const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => civilDate(date.toISOString().slice(0, 10)));

describe('a civil date', () => {
  test('is a day of the Gregorian calendar and nothing else', () => {
    // 2000 was a leap year and 1900 was not (the rule of four hundred years).
    expect(parseCivilDate('2000-02-29')).toBe('2000-02-29');
    for (const bad of [
      '1900-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-1-1',
      '2026-01-01T00:00:00Z',
      '01/02/2026',
      '',
      null,
      20260101,
    ]) {
      expect(parseCivilDate(bad)).toBeUndefined();
    }
    expect(() => civilDate('tomorrow')).toThrow(DomainError);
  });

  test('is as many days from 1970-01-01 as the platform counts', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
      }),
    );
    expect(dayNumber(civilDate('1600-02-29'))).toBe(-135_081);
    expect(dayNumber(civilDate('9999-12-31'))).toBe(2_932_896);
  });

  // RFC 3339, appendix B computes weekdays; 1970-01-01 was a Thursday, 2026-11-24 is a Tuesday.
  test('knows its weekday', () => {
    expect(isoWeekday(civilDate('1970-01-01'))).toBe(4);
    expect(isoWeekday(civilDate('2026-11-24'))).toBe(2);
    expect(isoWeekday(civilDate('2026-11-29'))).toBe(7);
    expect(isoWeekday(civilDate('1969-12-28'))).toBe(7);
  });

  test('counts days over a leap day and over a summer time change without losing one', () => {
    expect(daysBetween(civilDate('2024-02-28'), civilDate('2024-03-01'))).toBe(2);
    expect(daysBetween(civilDate('2026-03-28'), civilDate('2026-03-30'))).toBe(2);
  });

  test('a month later stays inside that month', () => {
    expect(addMonths(civilDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(civilDate('2026-10-31'), 3)).toBe('2027-01-31');
    expect(addMonths(civilDate('2024-02-29'), -12)).toBe('2023-02-28');
  });

  test('goes there and back', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });
});
