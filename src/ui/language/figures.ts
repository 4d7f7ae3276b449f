import { type CivilDate, dayNumber } from '../../core/value/civil-date';
import { minorDigits } from '../../core/value/currency';
import { civilDateAt, type Instant } from '../../core/value/instant';
import type { Money } from '../../core/value/money';

/**
 * How much of an amount is written: `exact` to its smallest unit where it has any, as an explanation needs it; `short` in whole
 * units from a hundred on, as a tile needs it; `axis` with two figures and the size in a letter, as an axis has room for.
 */
export type Writing = 'exact' | 'short' | 'axis';

/**
 * The day and the zone that dates are told from: the year is left out of this year's dates, the day out of today's times. null for
 * what is read on some other day, as paper is: nothing is left out.
 */
export type Calendar = { readonly today: CivilDate | null; readonly zone: string };

/** Writes numbers, amounts and dates the way a locale does. Formatters are kept: building one costs more than using it. */
export type FigureWriter = {
  readonly money: (amount: Money, writing: Writing) => string;
  readonly share: (share: number, digits: number) => string;
  readonly probability: (probability: number) => string;
  readonly number: (number: number, digits: number) => string;
  readonly signed: (number: number) => string;
  readonly date: (date: CivilDate) => string;
  readonly instant: (instant: Instant) => string;
  readonly month: (month: number) => string;
  /** A country's name for its code of two letters; anything else as it is. */
  readonly country: (country: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly plural: (count: number) => string;
};

/** The months have the same names in all years. */
const ANY_YEAR = 2000;
const MINUS = '\u2212';
const WHOLE_FROM = 100;
const COMPACT_FROM = 10_000_000;

export function figureWriter(locale: string, calendar: Calendar | null): FigureWriter {
  const kept = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions): { readonly format: (number: number) => string } => {
    const key = JSON.stringify(options);
    const format = kept.get(key) ?? new Intl.NumberFormat(locale, options);
    kept.set(key, format);
    // Most locales are given a hyphen; a minus is as wide as a plus, so that signs stand under one another.
    return { format: (number) => format.format(number).replace('-', MINUS) };
  };
  const percent = (share: number, digits: number) =>
    numbers({ style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: digits }).format(share);
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    money: (amount, writing) => numbers(moneyOptions(amount, writing)).format(majorOf(amount)),
    share: percent,
    probability: (probability) => {
      // A chance that is not certain is never written as if it were.
      if (probability > 0 && probability < 0.005) return `<${percent(0.01, 0)}`;
      if (probability < 1 && probability > 0.995) return `>${percent(0.99, 0)}`;
      return percent(probability, 0);
    },
    number: (number, digits) => numbers({ minimumFractionDigits: 0, maximumFractionDigits: digits }).format(number),
    signed: (number) => numbers({ signDisplay: 'exceptZero', maximumFractionDigits: 0 }).format(number),
    date: (date) =>
      dateFormat(locale, date.slice(0, 4) !== calendar?.today?.slice(0, 4)).format(dayNumber(date) * 86_400_000),
    instant: (instant) => writeInstant(locale, calendar, instant),
    month: (month) =>
      // What a CRM holds is no month for certain.
      month >= 1 && month <= 12
        ? new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(ANY_YEAR, month - 1))
        : numbers({}).format(month),
    country: (country) => countryName(locale, country),
    list: (items) => lists.format(items),
    plural: (count) => plurals.select(count),
  };
}

function majorOf(amount: Money): number {
  return amount.minor / 10 ** minorDigits(amount.currency);
}

function moneyOptions(amount: Money, writing: Writing): Intl.NumberFormatOptions {
  const digits = minorDigits(amount.currency);
  const size = Math.abs(majorOf(amount));
  const style = { style: 'currency', currency: amount.currency } as const;
  if (writing === 'axis')
    return { ...style, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: size < 10 ? digits : 1 };
  if (writing === 'short' && size >= COMPACT_FROM) return { ...style, notation: 'compact', maximumFractionDigits: 2 };
  const whole = amount.minor % 10 ** digits === 0 || (writing === 'short' && size >= WHOLE_FROM);
  return { ...style, minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: whole ? 0 : digits };
}

const CODE = /^[A-Za-z]{2}$/;

function countryName(locale: string, country: string): string {
  const code = country.trim();
  if (!CODE.test(code)) return country;
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code.toUpperCase()) ?? country;
}

function dateFormat(locale: string, withYear: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(withYear && { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

function writeInstant(locale: string, calendar: Calendar | null, instant: Instant): string {
  const zone = calendar === null ? undefined : calendar.zone;
  const day = calendar === null ? undefined : civilDateAt(instant, calendar.zone);
  const isToday = day !== undefined && day === calendar?.today;
  return new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    ...(!isToday && { day: 'numeric', month: 'short' }),
    ...(day?.slice(0, 4) !== calendar?.today?.slice(0, 4) && { year: 'numeric' }),
    ...(zone !== undefined && { timeZone: zone }),
  }).format(new Date(instant));
}
