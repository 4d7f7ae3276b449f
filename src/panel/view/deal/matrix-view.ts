import { type Level, PROCESS_LEVELS, RELATIONSHIP_LEVELS } from '../../../core/deal/process-level/levels';
import { type BookPosition, dealPosition } from '../../../core/deal/process-level/matrix';
import type { RecordRef } from '../../../core/model/record-ref';
import { type Answer, explained, isExplained } from '../../../core/value/explained';
import { countFigure, type Phrase, phrase, phraseFigure } from '../../../core/value/phrase';
import type { DealSight } from '../deal-sight';
import type { FigureRow } from '../rows';

/**
 * One field of the relationship × process matrix: whether the deal may stand there by what is recorded, and whether it is the lowest
 * such field where both levels are known.
 */
export type MatrixCell = {
  readonly process: number;
  readonly relationship: number;
  readonly here: boolean;
  readonly read: boolean;
};

export type MatrixView = {
  /** The upper relationship first, as the matrix is drawn. */
  readonly rows: readonly { readonly name: Phrase; readonly cells: readonly MatrixCell[] }[];
  readonly columns: readonly Phrase[];
  /** Where the deal stands, in a sentence. */
  readonly says: Phrase;
  readonly figures: readonly FigureRow[];
  readonly ref: RecordRef;
  readonly label: Phrase;
  readonly published: readonly Answer[];
};

export function matrixView({ dossier, clock }: DealSight): MatrixView {
  const { process, relationship, label, published } = dealPosition(dossier, clock);
  const known = isExplained(process.level) || isExplained(relationship);
  return {
    rows: RELATIONSHIP_LEVELS.map((name, index) => ({
      name,
      cells: PROCESS_LEVELS.map((_, column) => ({
        process: column + 1,
        relationship: index + 1,
        here: known && mayBe(process.level, column + 1) && mayBe(relationship, index + 1),
        read: isAt(process.level, column + 1) && isAt(relationship, index + 1),
      })),
    })).reverse(),
    columns: PROCESS_LEVELS,
    says: phrase('panel_matrix_says', nameOf(relationship), nameOf(process.level)),
    figures: [
      { name: phrase('panel_matrix_relationship'), answer: relationship },
      { name: phrase('panel_matrix_process'), answer: process.level },
      { name: phrase('deal_process_in_order'), answer: process.inOrder },
      { name: phrase('panel_matrix_with_buyer'), answer: process.withBuyer },
    ],
    ref: dossier.ref,
    label,
    published: published.map(({ says, source }) =>
      explained(true, phraseFigure(says), phrase('panel_matrix_published_rule'), [], { sources: [source] }),
    ),
  };
}

/** A level that is not known may be any. */
function mayBe(answer: Answer<Level>, level: number): boolean {
  if (!isExplained(answer)) return true;
  return answer.value.orAbove ? level >= answer.value.level : level === answer.value.level;
}

function isAt(answer: Answer<Level>, level: number): boolean {
  return isExplained(answer) && answer.value.level === level;
}

function nameOf(answer: Answer<Level>) {
  return isExplained(answer) ? answer.figure : phraseFigure(phrase('ui_not_known'));
}

/** The same of the rep's book, as far as its deals were read on this machine. */
export function bookRows({ process, relationships, unknown, deals }: BookPosition): FigureRow[] {
  const of = countFigure(deals);
  const stand = [
    ...relationships.map(({ name, deals: n }) => ({ name, n })),
    { name: phrase('ui_not_known'), n: unknown },
  ];
  return [
    {
      name: phrase('panel_matrix_book_deals'),
      answer: explained(deals, of, phrase('panel_matrix_book_rule')),
    },
    { name: phrase('panel_matrix_process'), answer: process.level },
    { name: phrase('deal_process_in_order'), answer: process.inOrder },
    { name: phrase('panel_matrix_with_buyer'), answer: process.withBuyer },
    ...stand
      .filter(({ n }) => n > 0)
      .map(({ name, n }) => ({
        name: phrase('panel_matrix_at', phraseFigure(name)),
        answer: explained(n, countFigure(n), phrase('panel_matrix_at_rule', phraseFigure(name), of)),
      })),
  ];
}
