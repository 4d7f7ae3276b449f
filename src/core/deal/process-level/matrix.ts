import type { Dossier } from '../../model/dossier';
import type { Stage } from '../../model/opportunity';
import { type Answer, isExplained } from '../../value/explained';
import type { Known } from '../../value/known';
import { type Phrase, phrase } from '../../value/phrase';
import type { Clock } from '../evidence/clock';
import { type Level, PUBLISHED, type Published, RELATIONSHIP_LEVELS } from './levels';
import { type Path, pathOfDossier } from './path';
import { FEWEST_MOVES, type ProcessReading, processReading } from './process';
import { relationship } from './relationship';

/** Where a deal stands in the relationship × process matrix, by what was done. A leading indicator; it gates nothing. */
export type MatrixPosition = {
  readonly process: ProcessReading;
  readonly relationship: Answer<Level>;
  /** Said beside every position. */
  readonly label: Phrase;
  readonly published: readonly Published[];
};

/** Where a rep's book stands: one reading of process over all its moves, and how many deals stand at each relationship. */
export type BookPosition = {
  readonly process: ProcessReading;
  readonly relationships: readonly { readonly name: Phrase; readonly deals: number }[];
  /** Deals whose relationship is not known. */
  readonly unknown: number;
  readonly deals: number;
  readonly label: Phrase;
  readonly published: readonly Published[];
};

const LABEL = phrase('deal_matrix_label');

/** The position of one deal. */
export function dealPosition(dossier: Dossier, clock: Clock): MatrixPosition {
  return {
    process: processReading([pathOfDossier(dossier, clock)], dossier.stages, clock, FEWEST_MOVES.deal),
    relationship: relationship(dossier.family),
    label: LABEL,
    published: PUBLISHED,
  };
}

/**
 * The position of a rep's book.
 *
 * @param dossiers - the rep's deals that were read
 * @param ended - the rep's ended deals, as paths (see `pathOfClosed`)
 */
export function bookPosition(
  dossiers: readonly Dossier[],
  ended: readonly Path[],
  stages: Known<readonly Stage[]>,
  clock: Clock,
): BookPosition {
  const paths = [...dossiers.map((dossier) => pathOfDossier(dossier, clock)), ...ended];
  const levels = dossiers.map(({ family }) => relationship(family));
  const known = levels.flatMap((answer) => (isExplained(answer) ? [answer.value.level] : []));
  return {
    process: processReading(paths, stages, clock, FEWEST_MOVES.book),
    relationships: RELATIONSHIP_LEVELS.map((name, index) => ({
      name,
      deals: known.filter((level) => level === index + 1).length,
    })),
    unknown: levels.length - known.length,
    deals: dossiers.length,
    label: LABEL,
    published: PUBLISHED,
  };
}
