import { expect, test } from 'vitest';
import { crmTime, offsetOf } from '../../src/background/clock';
import { instantOf } from '../../src/core/value/instant';

const NOW = Date.UTC(2026, 10, 24, 9);
const MINUTE = 60_000;

test('a machine that is a few minutes off is left alone', () => {
  expect(offsetOf(instantOf(NOW + 4 * MINUTE), NOW)).toBe(0);
  expect(offsetOf(instantOf(NOW - 4 * MINUTE), NOW)).toBe(0);
});

test("a machine that is a quarter off tells the CRM's time", () => {
  const wrong = NOW - 92 * 24 * 60 * MINUTE;
  expect(crmTime(wrong + MINUTE, offsetOf(instantOf(NOW), wrong))).toBe('2026-11-24T09:01:00.000Z');
});
