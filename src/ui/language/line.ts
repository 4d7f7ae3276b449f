import { type Answer, isExplained } from '../../core/value/explained';
import { type Figure, type Phrase, phrase, phraseFigure } from '../../core/value/phrase';

/** A sentence of the page with what stands behind its figures, place by place. */
export type Line = { readonly phrase: Phrase; readonly behind: readonly (Answer | Line | undefined)[] };

/** What fills a place of a sentence: an answer, which can be opened there; a figure, which cannot; a clause with places of its own. */
export type Filling = Answer | Figure | Line;

/** @example line('panel_goal_left', toGo, daysLeft) */
export function line(key: string, ...fillings: readonly Filling[]): Line {
  return {
    phrase: { key, figures: fillings.map(figureOf) },
    behind: fillings.map((filling) => ('unit' in filling ? undefined : filling)),
  };
}

/** A sentence that an engine gave, as it is. */
export function lineOf(said: Phrase): Line {
  return { phrase: said, behind: [] };
}

export function isLine(behind: Answer | Line): behind is Line {
  return 'behind' in behind;
}

function figureOf(filling: Filling): Figure {
  if ('unit' in filling) return filling;
  if (isLine(filling)) return phraseFigure(filling.phrase);
  return isExplained(filling) ? filling.figure : phraseFigure(phrase('ui_not_known'));
}
