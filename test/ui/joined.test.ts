import { describe, expect, test } from 'vitest';
import { countFigure } from '../../src/core/value/phrase';
import { joined } from '../../src/ui/language/joined';
import type { Part } from '../../src/ui/language/language';

const figure = (place: number): Part => ({ figure: countFigure(1), place });
const drawn = (parts: readonly Part[]) =>
  joined(parts).map(({ before, part, after }) => ('words' in part ? part.words : `${before}#${after}`));

describe('what touches a figure stays on its line', () => {
  test('a colon or a full stop behind it', () => {
    expect(drawn([figure(0), { words: ': hidden' }])).toEqual(['#:', ' hidden']);
    expect(drawn([{ words: 'within ' }, figure(0), { words: '.' }])).toEqual(['within ', '#.']);
  });

  test('a bracket on either side', () => {
    expect(drawn([{ words: 'one (' }, figure(0), { words: ') of ' }, figure(1)])).toEqual(['one ', '(#)', ' of ', '#']);
  });

  test('words that a no-break space binds to it', () => {
    expect(drawn([{ words: 'slips and no\u00a0decision\u00a0' }, figure(0), { words: '\u00a0days ago' }])).toEqual([
      'slips and ',
      'no\u00a0decision\u00a0#\u00a0days',
      ' ago',
    ]);
  });

  test('a sign between two goes with the first', () => {
    expect(drawn([figure(0), { words: '–' }, figure(1)])).toEqual(['#–', '#']);
  });

  test('words that only stand beside it are free, also where a language has no spaces', () => {
    expect(drawn([{ words: '最終行動は' }, figure(0), { words: '前です' }])).toEqual(['最終行動は', '#', '前です']);
  });
});
