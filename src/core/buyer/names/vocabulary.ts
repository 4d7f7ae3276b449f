import { alikeness, CLOSE } from './soft-tf-idf';

/** The words of many names: in which names each stands, and which other words are spelt almost the same. */
export type Vocabulary = {
  /** Places of the names that hold the word; empty for a word that none holds. */
  readonly holders: (word: string) => readonly number[];
  /** The words at least {@link CLOSE} alike, the word itself first where it is one of them. */
  readonly close: (word: string) => readonly string[];
};

type Entry = { readonly word: string; readonly letters: number; readonly at: number[] };

export function vocabulary(names: readonly (readonly string[])[]): Vocabulary {
  const entries = new Map<string, Entry>();
  names.forEach((words, place) => {
    for (const word of new Set(words)) {
      const entry = entries.get(word);
      if (entry) entry.at.push(place);
      else entries.set(word, { word, letters: lettersIn(word), at: [place] });
    }
  });
  const all = [...entries.values()];
  return {
    holders: (word) => entries.get(word)?.at ?? [],
    close: (word) => {
      const letters = lettersIn(word);
      const near = all.filter((entry) => couldBeClose(word, letters, entry) && alikeness(word, entry.word) >= CLOSE);
      return near
        .map((entry) => entry.word)
        .sort((a, b) => Number(b === word) - Number(a === word) || (a < b ? -1 : 1));
    },
  };
}

/** Which letters a word has, as bits. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/**
 * The least Jaro that four common leading letters can lift to {@link CLOSE}: `j + 0.4 (1 - j) = 0.9`. With every letter in
 * order, `(m/a + m/b + 1) / 3 >= j`, so that the shares of common letters must add up to `3 j - 1`.
 */
const LEAST_COMMON = 3 * ((CLOSE - 0.4) / 0.6) - 1;

/** Whether two words could still be close by the letters they share at most: leaves nothing out, and most words out. */
function couldBeClose(word: string, letters: number, other: Entry): boolean {
  const common = Math.min(
    word.length - bitsIn(letters & ~other.letters),
    other.word.length - bitsIn(other.letters & ~letters),
  );
  return common / word.length + common / other.word.length >= LEAST_COMMON - 1e-9;
}

function bitsIn(of: number): number {
  let bits = of - ((of >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
