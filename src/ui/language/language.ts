import type { Figure, Phrase } from '../../core/value/phrase';
import { countFigure, phrase as phraseOf } from '../../core/value/phrase';
import { type Calendar, type FigureWriter, figureWriter, type Writing } from './figures';

/** What the browser's catalogue gives for a key with its places filled; '' where it has no such key. */
export type GetMessage = (key: string, substitutions: string[]) => string;

/** A piece of a sentence: words of the catalogue, or the figure that stands at this place. */
export type Part =
  | { readonly words: string }
  | { readonly figure: Figure /** Its place in the phrase, from 0. */; readonly place: number };

/** Says phrases and writes figures in the user's language. */
export type Language = {
  readonly locale: string;
  readonly say: (phrase: Phrase) => string;
  readonly show: (figure: Figure, writing?: Writing) => string;
  /** The sentence with its figures left whole, so that each can be opened where it stands. */
  readonly parts: (phrase: Phrase) => readonly Part[];
  /** The same language, telling dates from another day or zone. */
  readonly on: (calendar: Calendar) => Language;
};

// Private-use characters: no catalogue and no CRM has them.
const OPEN = '\uE000';
const CLOSE = '\uE001';

export function languageOf(getMessage: GetMessage, locale: string, calendar: Calendar | null = null): Language {
  const writer = figureWriter(locale, calendar);

  const lookUp = (phrase: Phrase, fill: (figure: Figure, place: number) => string): string => {
    const filled = phrase.figures.map(fill);
    const said = getMessage(phrase.key, filled);
    if (said !== '') return said;
    const count = firstCount(phrase);
    const form = count === undefined ? 'other' : writer.plural(count);
    return getMessage(`${phrase.key}_${form}`, filled) || getMessage(`${phrase.key}_other`, filled) || phrase.key;
  };
  const say = (phrase: Phrase): string =>
    parts(phrase)
      .map((part) => ('words' in part ? part.words : show(part.figure)))
      .join('');
  const show = (figure: Figure, writing: Writing = 'exact'): string => write(figure, writing, writer, say, show);
  const parts = (phrase: Phrase): readonly Part[] =>
    lookUp(phrase, (_, place) => `${OPEN}${place}${CLOSE}`)
      .split(OPEN)
      .flatMap((piece, index) => {
        if (index === 0) return piece === '' ? [] : [{ words: piece }];
        const [place = '', words = ''] = piece.split(CLOSE);
        const figure = phrase.figures[Number(place)];
        const shown = figure === undefined ? [] : [{ figure, place: Number(place) }];
        // A short month, or a company's "Inc.", brings a stop of its own: a sentence has one at its end.
        const isStopped = words.startsWith('.') && figure !== undefined && show(figure).endsWith('.');
        const rest = isStopped ? words.slice(1) : words;
        return rest === '' ? shown : [...shown, { words: rest }];
      });
  return { locale, say, show, parts, on: (other) => languageOf(getMessage, locale, other) };
}

function firstCount(phrase: Phrase): number | undefined {
  for (const figure of phrase.figures) {
    if (figure.unit === 'count') return figure.count;
    if (figure.unit === 'days') return figure.days;
  }
  return undefined;
}

function pointsOf(points: number, writer: FigureWriter): Phrase {
  const written = { unit: 'text', text: writer.signed(points) } as const;
  return Math.abs(Math.round(points)) === 1 ? phraseOf('ui_point', written) : phraseOf('ui_points', written);
}

function write(
  figure: Figure,
  writing: Writing,
  writer: FigureWriter,
  say: Language['say'],
  show: Language['show'],
): string {
  switch (figure.unit) {
    case 'money':
      return writer.money(figure.money, writing);
    case 'share':
      return writer.share(figure.share, figure.digits ?? 0);
    case 'probability':
      return writer.probability(figure.probability);
    case 'points':
      return say(pointsOf(figure.points * 100, writer));
    case 'count':
      return writer.number(figure.count, 0);
    case 'number':
      return writer.number(figure.number, figure.digits);
    case 'month':
      return writer.month(figure.month);
    case 'days':
      // Said through a count, or the catalogue's own sentence would ask for itself.
      return say(phraseOf('ui_days', countFigure(figure.days)));
    case 'date':
      return writer.date(figure.date);
    case 'instant':
      return writer.instant(figure.instant);
    case 'country':
      return writer.country(figure.country);
    case 'text':
      return figure.text;
    case 'phrase':
      return say(figure.phrase);
    case 'list':
      return writer.list(figure.figures.map((item) => show(item, writing)));
  }
}
