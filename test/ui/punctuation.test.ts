import { describe, expect, test } from 'vitest';
import de from '../../assets/_locales/de/messages.json' with { type: 'json' };
import es from '../../assets/_locales/es/messages.json' with { type: 'json' };
import fr from '../../assets/_locales/fr/messages.json' with { type: 'json' };
import ja from '../../assets/_locales/ja/messages.json' with { type: 'json' };

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** The sentences of a catalogue that hold something, with their keys. */
const holding = (catalogue: Catalogue, what: RegExp) =>
  Object.entries(catalogue)
    .filter(([, { message }]) => what.test(message))
    .map(([key, { message }]) => `${key}: ${message}`);

describe('the signs of each language', () => {
  // Lexique des règles typographiques en usage à l'Imprimerie nationale: a no-break space before « : » and inside
  // guillemets, a narrow one before « ; », « ! » and « ? ».
  test('French binds its double signs to the word before them, and writes its own apostrophe', () => {
    expect(holding(fr, /[^\u00a0]:(?!\/\/)|[^\u202f][;!?]|«[^\u00a0]|[^\u00a0]»|\p{L}'\p{L}/u)).toEqual([]);
  });

  test('German, French and Spanish keep a percent sign with its number', () => {
    for (const catalogue of [de, fr, es]) expect(holding(catalogue, /\d[ ]?%/)).toEqual([]);
  });

  test('Spanish opens what it asks, and quotes in its own signs', () => {
    expect(holding(es, /^[^¿]*\?|[“”]/)).toEqual([]);
  });

  test('Japanese has full-width signs behind its letters, and no space between them and a figure', () => {
    expect(holding(ja, /[\u3040-\u9fff][:;,?!]|[\u3040-\u9fff] \$|\$ [\u3040-\u9fff]/)).toEqual([]);
  });
});
