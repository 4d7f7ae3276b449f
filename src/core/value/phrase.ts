import type { CivilDate } from './civil-date';
import type { Instant } from './instant';
import type { Money } from './money';

/**
 * A sentence of the interface: its key in `_locales`, and the figures that fill its places in order ($1, $2, …).
 * `core` says what is meant; the page says it in the user's language.
 *
 * Where the first count in `figures` decides the wording, the catalogue holds `<key>_one`, `<key>_other`, … beside each
 * other and `key` itself is not in it.
 */
export type Phrase = { readonly key: string; readonly figures: readonly Figure[] };

/** A value as it is shown; the page formats it by the user's locale. */
export type Figure =
  | { readonly unit: 'money'; readonly money: Money }
  /** Attainment, rates, shares: 1 = 100 %. `digits` decimals of the percentage, 0 unless told. */
  | { readonly unit: 'share'; readonly share: number; readonly digits?: number }
  /** A probability, 0..1: shown to the nearest whole per cent. */
  | { readonly unit: 'probability'; readonly probability: number }
  /** A difference between two percentages or probabilities: 0.04 = 4 points. Shown with its sign. */
  | { readonly unit: 'points'; readonly points: number }
  | { readonly unit: 'count'; readonly count: number }
  /** A plain number with so many decimals: a multiplier, a coefficient. */
  | { readonly unit: 'number'; readonly number: number; readonly digits: number }
  | { readonly unit: 'days'; readonly days: number }
  | { readonly unit: 'date'; readonly date: CivilDate }
  | { readonly unit: 'instant'; readonly instant: Instant }
  /** A month of any year, 1..12: shown by its name. */
  | { readonly unit: 'month'; readonly month: number }
  /** A country as it was recorded: an ISO 3166 code of two letters, shown by its name, or words, shown as they are. */
  | { readonly unit: 'country'; readonly country: string }
  /** Words from outside - a name, a stage - shown as they are. */
  | { readonly unit: 'text'; readonly text: string }
  | { readonly unit: 'phrase'; readonly phrase: Phrase }
  | { readonly unit: 'list'; readonly figures: readonly Figure[] };

/** @example phrase('goal_to_go', moneyFigure(gap)) */
export function phrase(key: string, ...figures: readonly Figure[]): Phrase {
  return { key, figures };
}

export const moneyFigure = (money: Money): Figure => ({ unit: 'money', money });
export const shareFigure = (share: number, digits = 0): Figure => ({ unit: 'share', share, digits });
/** A share of a target. What is not reached is never written as if it were: 99.6 % does not read 100 %. */
export const attainedFigure = (share: number, digits = 0): Figure =>
  share < 1 && Number(share.toFixed(digits + 2)) >= 1
    ? shareFigure(0.999, Math.max(1, digits))
    : shareFigure(share, digits);
/** A number of deals that it takes, rounded up: ten and a half are eleven. */
export const dealsFigure = (deals: number): Figure => {
  const digits = deals < 10 ? 1 : 0;
  return numberFigure(Math.ceil(deals * 10 ** digits - 1e-9) / 10 ** digits, digits);
};
export const probabilityFigure = (probability: number): Figure => ({ unit: 'probability', probability });
export const pointsFigure = (points: number): Figure => ({ unit: 'points', points });
export const countFigure = (count: number): Figure => ({ unit: 'count', count });
export const numberFigure = (number: number, digits: number): Figure => ({ unit: 'number', number, digits });
export const daysFigure = (days: number): Figure => ({ unit: 'days', days });
export const dateFigure = (date: CivilDate): Figure => ({ unit: 'date', date });
export const instantFigure = (instant: Instant): Figure => ({ unit: 'instant', instant });
export const monthFigure = (month: number): Figure => ({ unit: 'month', month });
export const countryFigure = (country: string): Figure => ({ unit: 'country', country });
export const textFigure = (text: string): Figure => ({ unit: 'text', text });
export const phraseFigure = (inner: Phrase): Figure => ({ unit: 'phrase', phrase: inner });
export const listFigure = (figures: readonly Figure[]): Figure => ({ unit: 'list', figures });
