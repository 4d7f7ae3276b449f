import { formatRecordRef, type RecordRef } from '../../../core/model/record-ref';
import { FIELDS, NOTHING, type Wish } from './wish';

/** What is being supposed of one record, and two what-ifs put aside to be compared. It lives in the frame's own session only. */
export type WhatIf = { readonly wish: Wish; readonly a: Wish | null; readonly b: Wish | null };

export const NO_WHAT_IF: WhatIf = { wish: NOTHING, a: null, b: null };

/** Where a what-if is kept while the tab lives: texts by key. The browser may refuse it. */
export type Memory = {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, text: string) => void;
  readonly removeItem: (key: string) => void;
};

/** Longer texts than these nobody types. */
const LONGEST = 255;

export function isNothing(wish: Wish): boolean {
  return FIELDS.every((field) => wish[field].trim() === '');
}

/** What was typed before the frame was loaded again; nothing where it cannot be read. */
export function keptOf(memory: Memory, ref: RecordRef): WhatIf {
  try {
    const kept: unknown = JSON.parse(memory.getItem(keyOf(ref)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return NO_WHAT_IF;
    const { wish, a, b } = kept as Readonly<Record<string, unknown>>;
    return { wish: wishIn(wish) ?? NOTHING, a: wishIn(a), b: wishIn(b) };
  } catch {
    return NO_WHAT_IF;
  }
}

/** Takes a what-if up, and keeps it for as long as the tab lives. */
export function suppose(next: WhatIf, ref: RecordRef, memory: Memory, then: (whatIf: WhatIf) => void): void {
  keep(memory, keyOf(ref), next);
  then(next);
}

const keyOf = (ref: RecordRef) => `what-if ${formatRecordRef(ref)}`;

function keep(memory: Memory, key: string, whatIf: WhatIf): void {
  try {
    if (isNothing(whatIf.wish) && whatIf.a === null && whatIf.b === null) memory.removeItem(key);
    else memory.setItem(key, JSON.stringify(whatIf));
  } catch {
    // A browser that keeps nothing for a frame: the what-if lives as long as the frame.
  }
}

function wishIn(kept: unknown): Wish | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const texts = kept as Readonly<Record<string, unknown>>;
  const wish: Record<string, string> = { ...NOTHING };
  for (const field of FIELDS) {
    const text = texts[field];
    if (typeof text === 'string' && text.length <= LONGEST) wish[field] = text;
  }
  return wish as Wish;
}
