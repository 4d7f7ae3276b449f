import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import de from '../../assets/_locales/de/messages.json' with { type: 'json' };
import { civilDate } from '../../src/core/value/civil-date';
import { type Instant, parseInstant } from '../../src/core/value/instant';
import { moneyOf } from '../../src/core/value/money';
import {
  countFigure,
  countryFigure,
  dateFigure,
  daysFigure,
  instantFigure,
  listFigure,
  moneyFigure,
  numberFigure,
  phrase,
  phraseFigure,
  pointsFigure,
  probabilityFigure,
  shareFigure,
  textFigure,
} from '../../src/core/value/phrase';
import { languageOf } from '../../src/ui/language/language';
import { localeFor } from '../../src/ui/language/locale';
import { english, messagesOf } from './english';

const instant = (text: string) => parseInstant(text) as Instant;
/** Every kind of white space that Intl may choose, as one plain space. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('figures in English of the United States', () => {
  test.each([
    [moneyFigure(moneyOf(1274, 'USD')), '$1,274'],
    [moneyFigure(moneyOf('1274.5', 'USD')), '$1,274.50'],
    [moneyFigure(moneyOf('-20.1', 'USD')), '−$20.10'],
    [moneyFigure(moneyOf(500, 'JPY')), '¥500'],
    [moneyFigure(moneyOf('1.234', 'KWD')), 'KWD 1.234'],
    [shareFigure(0.81), '81%'],
    [shareFigure(0.8125, 1), '81.3%'],
    [probabilityFigure(0.41), '41%'],
    [pointsFigure(-0.04), '−4 pts'],
    [pointsFigure(0.04), '+4 pts'],
    [countFigure(8800), '8,800'],
    [numberFigure(1.5, 2), '1.5'],
    [daysFigure(1), '1 day'],
    [daysFigure(19), '19 days'],
    [dateFigure(civilDate('2026-12-18')), 'Dec 18, 2026'],
    [textFigure('<b>Proposal</b>'), '<b>Proposal</b>'],
    [listFigure([textFigure('Konex'), textFigure('Isdom'), textFigure('Zathunicon')]), 'Konex, Isdom, and Zathunicon'],
    [phraseFigure(phrase('ui_not_known')), 'not known'],
  ])('%o', (figure, written) => {
    expect(plain(english.show(figure))).toBe(written);
  });

  test('a sentence that ends with a stopped word has one stop', () => {
    const german = languageOf(messagesOf(de), 'de');
    const told = phrase('deal_shown_close_buyer', dateFigure(civilDate('2026-12-10')));
    expect(plain(german.on({ today: civilDate('2026-11-24'), zone: 'UTC' }).say(told))).toBe(
      'Der Kunde hat einen Termin davor gesetzt: 10. Dez.',
    );
    expect(english.say(phrase('deal_changed_joined', textFigure('Sonron Inc.')))).toBe(
      'New on the committee: Sonron Inc.',
    );
    expect(english.parts(phrase('deal_changed_joined', textFigure('Sonron Inc.')))).toHaveLength(2);
    expect(english.say(phrase('deal_changed_joined', textFigure('Maria Orr')))).toBe(
      'New on the committee: Maria Orr.',
    );
  });

  test('a country that is recorded as a code is written by its name, and one that is recorded by name as it is', () => {
    const shown = ['US', 'de', ' GB ', 'United States', 'Deutschland', 'XQ', ''].map((country) =>
      english.show(countryFigure(country)),
    );
    expect(shown).toEqual(['United States', 'Germany', 'United Kingdom', 'United States', 'Deutschland', 'XQ', '']);
  });

  test('a tile writes whole units from a hundred on, an explanation every cent', () => {
    const amount = moneyFigure(moneyOf('1274.49', 'USD'));
    expect([english.show(amount, 'short'), english.show(amount, 'exact')]).toEqual(['$1,274', '$1,274.49']);
    expect(english.show(moneyFigure(moneyOf('99.99', 'USD')), 'short')).toBe('$99.99');
    expect(english.show(moneyFigure(moneyOf('12345678', 'USD')), 'short')).toBe('$12.35M');
  });

  test('no chance that is not certain is written as if it were', () => {
    expect([0, 0.001, 0.999, 1].map((p) => english.show(probabilityFigure(p)))).toEqual(['0%', '<1%', '>99%', '100%']);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }), (p) => {
        expect(['0%', '100%']).not.toContain(english.show(probabilityFigure(p)));
      }),
    );
  });
});

describe('a calendar', () => {
  const spoken = english.on({ today: civilDate('2026-11-24'), zone: 'Europe/Berlin' });

  test('leaves out the year of this year and the day of today', () => {
    expect(spoken.show(dateFigure(civilDate('2026-12-18')))).toBe('Dec 18');
    expect(spoken.show(dateFigure(civilDate('2027-01-04')))).toBe('Jan 4, 2027');
    expect(plain(spoken.show(instantFigure(instant('2026-11-24T13:02:00Z'))))).toBe('2:02 PM');
    expect(plain(spoken.show(instantFigure(instant('2026-11-12T13:02:00Z'))))).toBe('Nov 12, 2:02 PM');
  });

  test('counts days in its own zone: 23:30 in London is tomorrow in Berlin', () => {
    expect(plain(spoken.show(instantFigure(instant('2026-11-23T23:30:00Z'))))).toBe('12:30 AM');
  });
});

describe('sentences', () => {
  const language = languageOf(
    messagesOf({
      deals_one: { message: '$1 deal' },
      deals_other: { message: '$1 deals' },
      twice: { message: '$a$, $b$, $a$', placeholders: { a: { content: '$1' }, b: { content: '$2' } } },
      price: { message: '$$5 and $A$', placeholders: { a: { content: '$1' } } },
    }),
    'en',
  );

  test('the first count decides the wording', () => {
    expect(language.say(phrase('deals', countFigure(1)))).toBe('1 deal');
    expect(language.say(phrase('deals', countFigure(0)))).toBe('0 deals');
  });

  test('Polish has a form for few, and falls back to the one for others', () => {
    const polish = languageOf(
      messagesOf({ deals_few: { message: '$1 szanse' }, deals_other: { message: '$1 szansy' } }),
      'pl',
    );
    expect([3, 5].map((n) => polish.say(phrase('deals', countFigure(n))))).toEqual(['3 szanse', '5 szansy']);
  });

  test('a sentence that is in no catalogue is its key', () => {
    expect(language.say(phrase('nowhere'))).toBe('nowhere');
  });

  test('words from outside fill a place and are never read as places or markup', () => {
    expect(language.say(phrase('price', textFigure('$1 <i>$A$</i>')))).toBe('$5 and $1 <i>$A$</i>');
  });

  test('parts keep each figure whole, at each of its places', () => {
    const parts = language.parts(phrase('twice', countFigure(1), textFigure('x')));
    expect(parts.map((part) => ('words' in part ? part.words : part.place))).toEqual([0, ', ', 1, ', ', 0]);
  });
});

test('numbers are written in the language of the catalogue, in the region of the browser', () => {
  expect([localeFor('en', 'en-GB'), localeFor('en', 'de-AT'), localeFor('', 'fr')]).toEqual(['en-GB', 'en', 'en']);
});
