/**
 * The locale that numbers and dates are written in: the browser's own where the catalogue speaks its language (British dates in
 * English sentences), else the catalogue's, so that no sentence mixes two.
 *
 * @example localeFor('en', 'en-GB') // 'en-GB'
 * @example localeFor('en', 'de-AT') // 'en'
 */
export function localeFor(catalogue: string, browser: string): string {
  const language = catalogue === '' ? 'en' : catalogue;
  return browser.split('-')[0] === language ? browser : language;
}
