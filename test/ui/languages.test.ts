import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../src/core/value/civil-date';
import { moneyOf } from '../../src/core/value/money';
import { dateFigure, daysFigure, moneyFigure, phrase } from '../../src/core/value/phrase';
import { languageOf } from '../../src/ui/language/language';
import { CATALOGUE, messagesOf } from './english';

const LOCALES = resolve(import.meta.dirname, '../../assets/_locales');
type Catalogue = typeof CATALOGUE;

const read = (language: string) =>
  JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8')) as Catalogue;
const LANGUAGES = readdirSync(LOCALES).filter((language) => language !== 'en');

/** The places of a message: name and which figure stands there. */
const placesOf = ({ placeholders = {} }: Catalogue[string]) =>
  Object.values(placeholders)
    .map(({ content }) => content)
    .sort();
const isOne = (key: string) => key.endsWith('_one') && `${key.slice(0, -4)}_other` in CATALOGUE;
const otherOf = (key: string) => CATALOGUE[`${key.slice(0, -4)}_other`]!;

test('the panel speaks English and five languages more', () => {
  expect(LANGUAGES.sort()).toEqual(['de', 'es', 'fr', 'ja', 'pt']);
});

// Counts as CLDR has them: French says "0 jour", Japanese has one form for all.
test.each([
  ['de', 1, '1 Tag'],
  ['de', 11, '11 Tage'],
  ['fr', 0, '0 jour'],
  ['fr', 2, '2 jours'],
  ['es', 1, '1 día'],
  ['pt', 2, '2 dias'],
  ['ja', 11, '11日'],
])('in %s %i days are %s', (language, days, words) => {
  const { show } = languageOf(messagesOf(read(language)), language);
  expect(show(daysFigure(days)).replace(/\s/g, ' ')).toBe(words);
});

test('a whole sentence stands in the reader’s own language, with amounts and dates of that language', () => {
  const { say, on } = languageOf(messagesOf(read('de')), 'de');
  const german = on({ today: civilDate('2026-11-24'), zone: 'Europe/Berlin' });
  const line = phrase('deal_changed_close_set', dateFigure(civilDate('2026-12-31')));
  expect(german.say(line)).toBe('Abschlussdatum auf den 31. Dez. gesetzt.');
  expect(say(phrase('pay_point_milestone', moneyFigure(moneyOf(1200, 'EUR')))).replace(/\s/g, ' ')).toBe(
    'Zahlt einmal 1.200 €',
  );
});

describe.each(LANGUAGES)('in %s', (language) => {
  const catalogue = read(language);
  const plurals = new Intl.PluralRules(language);
  const hasOne = plurals.resolvedOptions().pluralCategories.includes('one');

  test('every sentence is there, and none that English has not', () => {
    const wanted = Object.keys(CATALOGUE).filter((key) => hasOne || !isOne(key));
    expect(wanted.filter((key) => !(key in catalogue))).toEqual([]);
    expect(Object.keys(catalogue).filter((key) => !(key in CATALOGUE))).toEqual([]);
  });

  test('every figure of a sentence has its place', () => {
    const wrong = Object.entries(catalogue).flatMap(([key, message]) => {
      const english = CATALOGUE[key];
      if (english === undefined) return [];
      const places = placesOf(message);
      const least = placesOf(english);
      const most = isOne(key) ? placesOf(otherOf(key)) : least;
      const bare = message.message.replaceAll('$$', '');
      const used = new Set([...bare.matchAll(/\$([a-z0-9_@]+)\$/gi)].map(([, name]) => (name ?? '').toLowerCase()));
      const declared = Object.keys(message.placeholders ?? {}).map((name) => name.toLowerCase());
      const whole = least.every((place) => places.includes(place)) && places.every((place) => most.includes(place));
      const same = used.size === declared.length && declared.every((name) => used.has(name));
      const stray = bare.replace(/\$[a-z0-9_@]+\$/gi, '').includes('$');
      return whole && same && !stray ? [] : [key];
    });
    expect(wrong).toEqual([]);
  });

  // "One deal" would be said of none where the form for one is that of nothing too.
  test('a form that is said of 0 as well names the number', () => {
    if (plurals.select(0) !== 'one') return;
    const silent = Object.entries(catalogue).flatMap(([key, message]) =>
      isOne(key) && placesOf(otherOf(key)).includes('$1') && !placesOf(message).includes('$1') ? [key] : [],
    );
    expect(silent).toEqual([]);
  });

  test('no sentence was left in English', () => {
    const left = Object.entries(catalogue).flatMap(([key, { message }]) =>
      message === CATALOGUE[key]?.message && (message.replace(/\$[^$]*\$/g, '').match(/\p{L}{2,}/gu)?.length ?? 0) > 3
        ? [key]
        : [],
    );
    expect(left).toEqual([]);
  });

  test('the language says which it is, for numbers and dates', () => {
    expect(catalogue.ui_language?.message).toBe(language);
  });
});
