import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowed, type Calls, callsOf, counted, refusal, USUAL_SHARE } from '../../../src/background/ahead/calls';
import type { Strain } from '../../../src/crm/port';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 24, 12);
const FINE: Strain = { usage: null, busy: false, pause: null };
const BUSY: Strain = { ...FINE, busy: true };
const told = (used: number, limit = 100_000): Strain => ({ ...FINE, usage: { used, limit } });

/** Calls one after another. */
const having = (strains: readonly (Strain | null)[], chance = 0, from = NOON, ahead = true): Calls =>
  strains.reduce<Calls | null>((calls, strain, n) => counted(calls, { now: from + n, ahead, strain }, chance), null)!;

describe('our share', () => {
  test('five per cent of what the organisation may call in a day, asked for or not', () => {
    const day = having(Array.from({ length: 4999 }, () => told(5000)));
    expect(allowed(day, USUAL_SHARE)).toBe(5000);
    expect(refusal(day, USUAL_SHARE, NOON + MINUTE)).toBeNull();
    const spent = counted(day, { now: NOON + MINUTE, ahead: false, strain: told(5001) }, 0);
    expect(spent).toMatchObject({ own: 5000, ahead: 4999 });
    expect(refusal(spent, USUAL_SHARE, NOON + MINUTE)).toEqual({ why: 'share', until: Date.UTC(2026, 10, 25) });
    expect(refusal(spent, 0.1, NOON + MINUTE)).toBeNull();
  });

  test('begins anew with the day, by UTC', () => {
    const spent = having(Array.from({ length: 60 }, () => told(100, 1000)));
    expect(refusal(spent, USUAL_SHARE, NOON + MINUTE)?.why).toBe('share');
    const tomorrow = Date.UTC(2026, 10, 25, 0, 1);
    expect(refusal(spent, USUAL_SHARE, tomorrow)).toBeNull();
    expect(counted(spent, { now: tomorrow, ahead: true, strain: FINE }, 0)).toMatchObject({ own: 1, ahead: 1 });
  });

  test('where the CRM tells no limit, 500 calls', () => {
    expect(refusal(having(Array.from({ length: 499 }, () => FINE)), USUAL_SHARE, NOON + MINUTE)).toBeNull();
    expect(refusal(having(Array.from({ length: 500 }, () => FINE)), USUAL_SHARE, NOON + MINUTE)?.why).toBe('share');
  });

  test('none at all is none', () => {
    expect(refusal(having([told(1)]), 0, NOON + 1)?.why).toBe('share');
  });
});

describe('the whole organisation', () => {
  test('above four fifths of its calls nothing is read ahead, until there may be news', () => {
    expect(refusal(having([told(80_000)]), USUAL_SHARE, NOON + MINUTE)).toBeNull();
    const tight = having([told(80_001)]);
    expect(refusal(tight, USUAL_SHARE, NOON + MINUTE)).toEqual({ why: 'organisation', until: NOON + 60 * MINUTE });
    expect(refusal(tight, USUAL_SHARE, NOON + 61 * MINUTE)).toBeNull();
    expect(
      refusal(counted(tight, { now: NOON + 5, ahead: false, strain: told(100) }, 0), USUAL_SHARE, NOON + 6),
    ).toBeNull();
  });
});

describe('being asked to wait', () => {
  test('twice as long each time in a row, half of it up to chance, an hour at most', () => {
    const waits = (chance: number) =>
      Array.from({ length: 10 }, (_, n) => {
        const strikes = Array.from({ length: n + 1 }, () => BUSY);
        return Math.round((having(strikes, chance).until - NOON - n) / 1000);
      });
    expect(waits(0)).toEqual([15, 30, 60, 120, 240, 480, 960, 1800, 1800, 1800]);
    expect(waits(1)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
  });

  test('never shorter than the CRM said', () => {
    const calls = having([{ ...BUSY, pause: 120_000 }], 0);
    expect(calls.until - NOON).toBe(135_000);
    expect(refusal(calls, USUAL_SHARE, NOON + 134_999)).toEqual({ why: 'pressed', until: NOON + 135_000 });
    expect(refusal(calls, USUAL_SHARE, NOON + 135_000)).toBeNull();
  });

  test('an answer that comes meanwhile ends no wait; one after it clears the row', () => {
    const strikes = having([BUSY, BUSY]);
    const meanwhile = counted(strikes, { now: NOON + 10, ahead: false, strain: FINE }, 0);
    expect(meanwhile).toMatchObject({ strikes: 2, until: strikes.until });
    expect(counted(meanwhile, { now: strikes.until, ahead: true, strain: FINE }, 0).strikes).toBe(0);
  });

  test('no answer at all is no wish of the CRM', () => {
    expect(having([null, null])).toMatchObject({ strikes: 0, until: 0, own: 2 });
  });

  test('law: whatever comes, a wait is never longer than an hour beyond what the CRM said', () => {
    const strain = fc.record({
      usage: fc.constant(null),
      busy: fc.boolean(),
      pause: fc.option(fc.integer({ min: 0, max: 600_000 })),
    });
    fc.assert(
      fc.property(
        fc.array(strain, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, chance) => {
          const calls = having(all, chance);
          const longest = Math.max(0, ...all.map(({ pause }) => pause ?? 0));
          expect(calls.until).toBeLessThanOrEqual(NOON + all.length + longest + 60 * MINUTE);
        },
      ),
    );
  });
});

test('what another release kept is forgotten', () => {
  expect(callsOf({ format: 2 })).toBeNull();
  expect(callsOf('x')).toBeNull();
  expect(callsOf(having([FINE]))).toMatchObject({ own: 1 });
});
