import type { Answer } from '../../core/value/explained';
import type { Phrase } from '../../core/value/phrase';

/** A number with its name, as a row of a table. */
export type FigureRow = {
  readonly name: Phrase;
  readonly answer: Answer;
  /** Nothing to look at: a line of 0. */
  readonly quiet?: boolean;
};
