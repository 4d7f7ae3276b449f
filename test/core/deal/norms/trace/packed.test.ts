import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../../src/core/deal/norms/trace/moment';
import { pack, unpack } from '../../../../../src/core/deal/norms/trace/packed';
import type { Trace } from '../../../../../src/core/deal/norms/trace/trace';
import { traceOf } from '../../../../../src/core/deal/norms/trace/trace-of';
import { civilDate } from '../../../../../src/core/value/civil-date';
import { madeUpClosed } from '../closed-deals';

const days = fc.integer({ min: 0, max: 4000 });
const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', ''));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const moment: fc.Arbitrary<Moment> = fc.tuple(
  maybe(days),
  maybe(days),
  maybe(days),
  maybe(fc.boolean()),
  maybe(fc.double({ min: 0, max: 1, noNaN: true })),
);
const trace: fc.Arbitrary<Trace> = fc.record({
  o: fc.constantFrom('w', 'l', 'n'),
  u: name,
  t: maybe(name),
  p: maybe(name),
  a: maybe(fc.maxSafeNat()),
  c: maybe(fc.constantFrom('USD', 'JPY')),
  f: fc.integer({ min: -100_000, max: 100_000 }),
  e: fc.integer({ min: -100_000, max: 100_000 }),
  s: maybe(fc.array(fc.tuple(name, days), { maxLength: 6 })),
  k: maybe(days),
  r: maybe(fc.array(name, { maxLength: 4 })),
  g: maybe(fc.array(days, { maxLength: 6 })),
  m: fc.array(moment, { maxLength: 5 }),
});

describe('packed traces', () => {
  it('come out as they went in, whatever is not known of them, and after they were stored', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), trace), { selector: ([id]) => id, maxLength: 12 }), (all) => {
        const packed = structuredClone(pack(new Map(all)));
        expect(packed.ids).toEqual(all.map(([id]) => id));
        expect(all.map((_, place) => unpack(packed, place))).toEqual(all.map(([, one]) => one));
      }),
    );
  });

  it('hold each name once', () => {
    const traces = madeUpClosed(400, civilDate('2026-11-20')).flatMap((deal) => {
      const one = traceOf(deal);
      return one ? [[deal.id, one] as const] : [];
    });
    // Forty reps, five teams, seven products, a currency, three stages and three roles.
    expect(pack(new Map(traces)).names).toHaveLength(59);
  });
});
