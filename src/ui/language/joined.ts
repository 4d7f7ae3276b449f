import type { Part } from './language';

/** A piece of a sentence with the words that must not be torn from it. */
export type JoinedPart = { readonly before: string; readonly part: Part; readonly after: string };

/** What opens right before a figure, or is bound to it by a no-break space. */
const BOUND_BEFORE = /(?:[^ \n]*[\u00a0\u202f]|[\p{Ps}\p{Pi}\p{Sc}]+)$/u;
/** What closes right behind a figure, or is bound to it by a no-break space. */
const BOUND_AFTER = /^(?:[\u00a0\u202f][^ \n]*|[\p{Pe}\p{Pf}\p{Po}\p{Pd}\p{S}]+)/u;

/**
 * Gives each figure of a sentence the signs that touch it. A figure that can be opened is a button, and browsers break a line on
 * either side of one even where words would hold together: a colon or a closing bracket would begin the next line.
 *
 * @example joined([{ figure, place: 0 }, { words: ': hidden' }]) // the figure with ':' after it, then ' hidden'
 */
export function joined(parts: readonly Part[]): readonly JoinedPart[] {
  const found: JoinedPart[] = [];
  let taken = '';
  for (const [index, part] of parts.entries()) {
    if ('words' in part) {
      const words = part.words.slice(taken.length);
      const next = parts[index + 1];
      const bound = next !== undefined && 'figure' in next ? (BOUND_BEFORE.exec(words)?.[0] ?? '') : '';
      const free = words.slice(0, words.length - bound.length);
      if (free !== '') found.push({ before: '', part: { words: free }, after: '' });
      taken = bound;
      continue;
    }
    const before = taken;
    const next = parts[index + 1];
    taken = next !== undefined && 'words' in next ? (BOUND_AFTER.exec(next.words)?.[0] ?? '') : '';
    found.push({ before, part, after: taken });
  }
  return found;
}
