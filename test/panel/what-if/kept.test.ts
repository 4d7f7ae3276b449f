import { describe, expect, test } from 'vitest';
import { keptOf, type Memory, NO_WHAT_IF, suppose } from '../../../src/panel/view/what-if/what-if';
import { NOTHING } from '../../../src/panel/view/what-if/wish';
import { REF } from '../readings';

/** A frame's session, as a browser keeps it: texts by key. */
function session(): Memory & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

const WHAT_IF = { wish: { ...NOTHING, amount: '15000' }, a: { ...NOTHING, chance: '40' }, b: null };
const nowhere = () => undefined;

describe('what was typed', () => {
  test('is there again when the frame is loaded again, for its own record only', () => {
    const memory = session();
    suppose(WHAT_IF, REF, memory, nowhere);
    expect(keptOf(memory, REF)).toEqual(WHAT_IF);
    expect(keptOf(memory, { ...REF, id: '006R0000009zzzzIAA' })).toEqual(NO_WHAT_IF);
    expect(keptOf(memory, { ...REF, host: 'other.lightning.force.com' })).toEqual(NO_WHAT_IF);
  });

  test('leaves nothing behind once the record is gone back to', () => {
    const memory = session();
    suppose(WHAT_IF, REF, memory, nowhere);
    suppose(NO_WHAT_IF, REF, memory, nowhere);
    expect(memory.texts.size).toBe(0);
  });

  test.each([
    '',
    'no json',
    '[]',
    '7',
    '{"wish":7}',
    '{"wish":{"amount":7,"other":"x"}}',
    `{"wish":{"amount":"${'9'.repeat(300)}"}}`,
  ])('is nothing where what is kept is %s', (text) => {
    const memory = session();
    suppose(WHAT_IF, REF, memory, nowhere);
    for (const key of memory.texts.keys()) memory.texts.set(key, text);
    expect(keptOf(memory, REF)).toEqual(NO_WHAT_IF);
  });

  test('lives on where the browser keeps nothing', () => {
    const refuses = () => {
      throw new Error('SecurityError');
    };
    const memory: Memory = { getItem: refuses, setItem: refuses, removeItem: refuses };
    expect(keptOf(memory, REF)).toEqual(NO_WHAT_IF);
    let taken: unknown;
    suppose(WHAT_IF, REF, memory, (next) => {
      taken = next;
    });
    expect(taken).toEqual(WHAT_IF);
  });
});
