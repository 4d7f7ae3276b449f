/**
 * Numbers from 0 up to (not including) 1 that follow from a name alone: the same organisation every time, and no chance that
 * knows how a deal ended. FNV-1a seeds a small generator (mulberry32); neither is for secrets.
 */
export function chances(name: string): () => number {
  let state = 2166136261;
  for (let index = 0; index < name.length; index++) state = Math.imul(state ^ name.charCodeAt(index), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
