import { jaroWinkler } from './jaro-winkler';

/** A name as words with weights whose squares add up to 1. */
export type WeightedName = { readonly words: readonly string[]; readonly weights: readonly number[] };

/** Two words that stand for each other in two names, how alike they are, and what they add to the score. */
export type WordMatch = { readonly a: string; readonly b: string; readonly alike: number; readonly adds: number };

/** Words less alike than this are different words. Source: Cohen, Ravikumar, Fienberg (2003), threshold of SoftTFIDF. */
export const CLOSE = 0.9;

/** The weights of a name's words, scaled to length 1; each word counts once. */
export function weighted(words: readonly string[], weigh: (word: string) => number): WeightedName {
  const unique = [...new Set(words)];
  const raw = unique.map(weigh);
  const length = Math.sqrt(raw.reduce((all, weight) => all + weight * weight, 0));
  return { words: unique, weights: raw.map((weight) => (length > 0 ? weight / length : 0)) };
}

/**
 * SoftTFIDF: the cosine of two names over their words, where close spellings stand for each other as far as they are alike.
 * Each word stands for at most one other, dearest first, so that the measure is symmetric and never above 1.
 *
 * Source: W. W. Cohen, P. Ravikumar, S. E. Fienberg, "A Comparison of String Distance Metrics for Name-Matching Tasks",
 * IJCAI-03 Workshop on Information Integration on the Web, https://www.cs.cmu.edu/~wcohen/postscript/ijcai-ws-2003.pdf
 */
export function softTfIdf(
  a: WeightedName,
  b: WeightedName,
): { readonly score: number; readonly matches: readonly WordMatch[] } {
  const pairs: (WordMatch & { i: number; j: number })[] = [];
  a.words.forEach((wordA, i) => {
    b.words.forEach((wordB, j) => {
      const alike = alikeness(wordA, wordB);
      if (alike < CLOSE) return;
      const adds = (a.weights[i] ?? 0) * (b.weights[j] ?? 0) * alike;
      pairs.push({ a: wordA, b: wordB, alike, adds, i, j });
    });
  });
  pairs.sort((p, q) => q.adds - p.adds || q.alike - p.alike || compareText(pair(p), pair(q)));
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const matches = pairs.filter(({ i, j }) => {
    if (usedA.has(i) || usedB.has(j)) return false;
    usedA.add(i);
    usedB.add(j);
    return true;
  });
  return {
    score: Math.min(
      1,
      matches.reduce((all, { adds }) => all + adds, 0),
    ),
    matches,
  };
}

/** Jaro's search for common letters is not quite symmetric: the order of the two words is fixed, so that the score is. */
export function alikeness(a: string, b: string): number {
  return a < b ? jaroWinkler(a, b) : jaroWinkler(b, a);
}

function pair({ a, b }: WordMatch): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
