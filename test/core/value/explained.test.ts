import { describe, expect, test } from 'vitest';
import { explained, isExplained, read, readOr, term, unanswered } from '../../../src/core/value/explained';
import { instantOf } from '../../../src/core/value/instant';
import { given, isGiven, mapKnown, missing } from '../../../src/core/value/known';
import { countFigure, phrase } from '../../../src/core/value/phrase';

const old = instantOf(0);
const fresh = instantOf(1_000_000);
const field = { kind: 'crm', field: 'Opportunity.Amount' } as const;

describe('an explained value', () => {
  test('is as old as its oldest input, however deep that lies', () => {
    const inner = explained(3, countFigure(3), phrase('value_as_read'), [
      term('value_as_read', read(given(1, field, old), countFigure(1))),
      term('value_as_read', read(given(2, field, fresh), countFigure(2))),
    ]);
    const outer = explained(4, countFigure(4), phrase('value_as_read'), [
      term('value_as_read', inner),
      term('value_as_read', read(given(1, field, fresh), countFigure(1))),
    ]);
    expect(outer.asOf).toBe(old);
    expect(explained(1, countFigure(1), phrase('value_as_read')).asOf).toBeNull();
  });

  test('that cannot be given says why, and keeps the terms that are there', () => {
    const because = phrase('value_as_read');
    const answer = unanswered('hidden', because, [term('value_as_read', read(given(1, field, old), countFigure(1)))]);
    expect(isExplained(answer)).toBe(false);
    expect(answer).toMatchObject({ missing: 'hidden', because, asOf: old });
    expect(readOr(missing('feature-off'), countFigure, because)).toMatchObject({ missing: 'feature-off', because });
  });
});

describe('an unknown value', () => {
  test('stays unknown through every calculation, with its reason', () => {
    expect(mapKnown(missing('hidden', field), (amount: number) => amount + 1)).toEqual({
      missing: 'hidden',
      source: field,
    });
    expect(isGiven(mapKnown(given(1, field, old), (amount) => amount + 1))).toBe(true);
  });
});
