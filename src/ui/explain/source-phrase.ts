import { countFigure, type Phrase, phrase, textFigure } from '../../core/value/phrase';
import type { Source } from '../../core/value/source';

/** Where a value came from, as a sentence. */
export function sourcePhrase(source: Source): Phrase {
  switch (source.kind) {
    case 'crm':
      return phrase('ui_source_crm', textFigure(source.field));
    case 'file':
      return source.path === undefined
        ? phrase('ui_source_file', textFigure(source.name))
        : phrase('ui_source_file_at', textFigure(source.name), textFigure(source.path));
    case 'entered':
      return phrase('ui_source_entered', textFigure(source.where));
    case 'learned':
      return phrase('ui_source_learned', countFigure(source.n), textFigure(source.from));
    case 'published':
      // A year is not grouped like a quantity.
      return phrase('ui_source_published', textFigure(source.by), textFigure(String(source.year)));
    case 'derived':
      return phrase('ui_source_derived', textFigure(source.rule));
  }
}
