import type { Answer } from '../../core/value/explained';
import type { Phrase } from '../../core/value/phrase';
import type { Line } from '../../ui/language/line';
import type { Tone } from '../../ui/pieces/chip';
import type { OutcomeName } from '../../ui/pieces/outcome-bar';

export type TileGraphic =
  | {
      readonly kind: 'bar';
      readonly value: number;
      readonly ahead: number | undefined;
      readonly mark: number | undefined;
      readonly label: Phrase;
    }
  | { readonly kind: 'outcomes'; readonly chances: Readonly<Record<OutcomeName, number>>; readonly label: Phrase };

export type Mark = { readonly tone: Tone; readonly line: Line };

/** One of the four answers as it is drawn. What is not there is not drawn; why it is not there is one of the lines. */
export type TileView = {
  readonly title: Phrase;
  readonly chip: Mark | null;
  readonly big: { readonly answer: Answer; readonly name: Phrase; readonly after: Line | null } | null;
  readonly graphic: TileGraphic | null;
  readonly lines: readonly Line[];
  /** Named things with a mark before each. */
  readonly marks: readonly Mark[];
  /** A way to give what is lacking: the options page. */
  readonly offersOptions: Phrase | null;
  /** Where it says what would be, and not what is: what its number is, where that is another one. */
  readonly supposed?: { readonly was: Answer | null };
};

/** A tile with what is given, and nothing of the rest. */
export function tileView(title: Phrase, given: Partial<Omit<TileView, 'title'>>): TileView {
  return { title, chip: null, big: null, graphic: null, lines: [], marks: [], offersOptions: null, ...given };
}
