import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, type Truth } from '../../../../src/core/deal/risks/condition';
import type { FactName } from '../../../../src/core/deal/risks/fact';
import type { Condition } from '../../../../src/core/deal/risks/rule';
import { type Answer, explained, unanswered } from '../../../../src/core/value/explained';
import type { MissingReason } from '../../../../src/core/value/known';
import { phrase, textFigure } from '../../../../src/core/value/phrase';

const is = (value: unknown) => explained(value, textFigure(''), phrase('test'));
const lacks = (why: MissingReason) => unanswered(why, phrase('test'));
const FACTS: Partial<Record<FactName, Answer<unknown>>> = {
  pushes: is(3),
  days_overdue: is(-4),
  evidenced: is(false),
  stage: is(' Négotiation '),
  next_step: lacks('not-recorded'),
  probability: lacks('hidden'),
};
const fact = (name: FactName) => FACTS[name] ?? lacks('not-yet-read');
const truth = (condition: Condition) => holds(condition, fact);

const YES: Condition = { fact: 'pushes', is: '=', than: 3 };
const NO: Condition = { fact: 'pushes', is: '=', than: 4 };
const WHO_KNOWS: Condition = { fact: 'probability', is: '>', than: 0 };

describe('a rule is true, false or not to be told (Kleene 1952, §64, the strong connectives)', () => {
  const T = [YES, NO, WHO_KNOWS];
  const table = (make: (a: Condition, b: Condition) => Condition): Truth[][] =>
    T.map((a) => T.map((b) => truth(make(a, b))));
  const u = undefined;

  it('all', () => {
    expect(table((a, b) => ({ all: [a, b] }))).toEqual([
      [true, false, u],
      [false, false, false],
      [u, false, u],
    ]);
  });

  it('any', () => {
    expect(table((a, b) => ({ any: [a, b] }))).toEqual([
      [true, true, true],
      [true, false, u],
      [true, u, u],
    ]);
  });

  it('not', () => {
    expect(T.map((a) => truth({ not: a }))).toEqual([false, true, u]);
  });

  it('missing is true of a field that is known to be empty, and unknown of one that is hidden', () => {
    expect(truth({ missing: 'next_step' })).toBe(true);
    expect(truth({ missing: 'probability' })).toBeUndefined();
    expect(truth({ missing: 'pushes' })).toBe(false);
  });
});

describe('comparisons', () => {
  it('of numbers', () => {
    const of = (than: number) =>
      (['>', '>=', '<', '<=', '=', '!='] as const).map((how) => truth({ fact: 'days_overdue', is: how, than }));
    expect(of(-5)).toEqual([true, true, false, false, false, true]);
    expect(of(-4)).toEqual([false, true, false, true, true, false]);
    expect(of(-3)).toEqual([false, false, true, true, false, true]);
  });

  it('of words: case and blanks around them do not matter', () => {
    expect(truth({ fact: 'stage', is: '=', than: 'négotiation' })).toBe(true);
    expect(truth({ fact: 'stage', is: '!=', than: 'négotiation' })).toBe(false);
  });

  it('of two facts, one so many times over', () => {
    expect(truth({ fact: 'pushes', is: '<', than: { fact: 'pushes', times: 1.5 } })).toBe(true);
    expect(truth({ fact: 'pushes', is: '<', than: { fact: 'probability' } })).toBeUndefined();
  });

  it('of unlike kinds, which an own field may bring about, are not to be told', () => {
    expect(truth({ fact: 'stage', is: '=', than: 3 })).toBeUndefined();
    expect(truth({ fact: 'evidenced', is: '>', than: false })).toBeUndefined();
  });
});

describe('laws', () => {
  const condition = fc.letrec<{ one: Condition }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(YES, NO, WHO_KNOWS, { missing: 'next_step' as const }),
      fc.array(tie('one'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
      fc.array(tie('one'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
      tie('one').map((not) => ({ not })),
    ),
  })).one;

  it('de Morgan, and not twice is nothing', () => {
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        expect(truth({ not: { all: [a, b] } })).toBe(truth({ any: [{ not: a }, { not: b }] }));
        expect(truth({ not: { not: a } })).toBe(truth(a));
      }),
    );
  });

  it('whatever a rule says while a fact is hidden, it says with any value of that fact', () => {
    fc.assert(
      fc.property(condition, fc.double({ noNaN: true }), (one, value) => {
        const hidden = truth(one);
        fc.pre(hidden !== undefined);
        const seen = (name: FactName) => (name === 'probability' ? is(value) : fact(name));
        expect(holds(one, seen)).toBe(hidden);
      }),
    );
  });
});
