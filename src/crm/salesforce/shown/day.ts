import { type CivilDate, parseCivilDate } from '../../../core/value/civil-date';

/** Which comes first where day and month are parted by a slash. */
export type DayOrder = 'day-first' | 'month-first';

const WITH_SLASHES = /(?<!\d)(\d{1,2})\/(\d{1,2})\/\d{4}(?!\d)/g;
const YEAR_FIRST = /^(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})\.?$/;
const YEAR_LAST = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})\.?$/;

/** No deal closes outside of these; other calendars count other years. */
const YEARS = { first: 1990, last: 2100 };

/**
 * The order of day and month, by what the page itself shows: a number above twelve is a day. Where the page's dates do not tell,
 * its language tells if it names a country and the browser's names the same. `undefined` where nothing does, or two things differ.
 *
 * @param texts - everything that the page shows
 */
export function dayOrder(
  texts: readonly string[],
  pageLanguage: string,
  browserLanguage: string,
): DayOrder | undefined {
  const seen = new Set<DayOrder>();
  for (const [, a, b] of texts.flatMap((text) => [...text.matchAll(WITH_SLASHES)])) {
    if (Number(a) > 12 && Number(b) <= 12) seen.add('day-first');
    if (Number(b) > 12 && Number(a) <= 12) seen.add('month-first');
  }
  if (seen.size > 0) return seen.size === 1 ? [...seen][0] : undefined;
  const country = commonCountry(pageLanguage, browserLanguage);
  return country === undefined ? undefined : orderIn(pageLanguage);
}

/** The country that the page's language and the browser's both name, ISO 3166. */
export function commonCountry(pageLanguage: string, browserLanguage: string): string | undefined {
  const country = countryOf(pageLanguage);
  return country !== undefined && country === countryOf(browserLanguage) ? country : undefined;
}

function countryOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language.replace('_', '-')).region;
  } catch {
    return undefined;
  }
}

function orderIn(language: string): DayOrder | undefined {
  const parts = new Intl.DateTimeFormat(language.replace('_', '-'), {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  })
    .formatToParts(new Date(0))
    .map(({ type }) => type);
  const [day, month, year] = [parts.indexOf('day'), parts.indexOf('month'), parts.indexOf('year')];
  if (day < 0 || month < 0 || year === undefined || year < day) return undefined;
  return day < month ? 'day-first' : 'month-first';
}

/**
 * A day as a page shows it. `undefined` where it could be two days: never guessed.
 *
 * @param order - where a slash parts day and month
 * @example shownDay('24.11.2026', undefined) // '2026-11-24'
 * @example shownDay('03/04/2026', undefined) // undefined
 */
export function shownDay(text: string, order: DayOrder | undefined): CivilDate | undefined {
  const shown = text.trim();
  const yearFirst = YEAR_FIRST.exec(shown);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const [, a, mark, b, year] = YEAR_LAST.exec(shown) ?? [];
  if (a === undefined || b === undefined) return undefined;
  // Where points or dashes part them, the day comes first in every locale that has them.
  if (mark !== '/') return dateOf(year, b, a);
  if (Number(a) > 12 || a.padStart(2, '0') === b.padStart(2, '0')) return dateOf(year, b, a);
  if (Number(b) > 12) return dateOf(year, a, b);
  if (order === undefined) return undefined;
  return order === 'day-first' ? dateOf(year, b, a) : dateOf(year, a, b);
}

function dateOf(year = '', month = '', day = ''): CivilDate | undefined {
  if (Number(year) < YEARS.first || Number(year) > YEARS.last) return undefined;
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
