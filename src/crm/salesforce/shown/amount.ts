import { currency as currencyOf, minorDigits } from '../../../core/value/currency';
import { type Money, moneyOf } from '../../../core/value/money';

/** Signs that stand for one currency only. Others - $, ¥, £, kr - stand for several, and say nothing by themselves. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '₹': 'INR',
  '₩': 'KRW',
  '₪': 'ILS',
  '₺': 'TRY',
  '₫': 'VND',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  US$: 'USD',
  CA$: 'CAD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  R$: 'BRL',
  MX$: 'MXN',
};

/** Spaces that locales put into numbers, and marks of direction that no reader sees. */
const SPACES = /[\u00a0\u202f\u2009]/g;
const UNSEEN = /[\u200e\u200f\u061c\u2066-\u2069]/g;

const AMOUNT = /^([-−]?)([^\d\s.,'’()-]*)\s*([-−]?)(\d[\d.,'’ ]*\d|\d)\s*([^\d\s.,'’()-]*)$/;

/**
 * An amount as a page shows it. `undefined` where it could mean two things: what currency a sign stands for, or whether a mark
 * parts thousands or decimals, is never guessed.
 *
 * @param otherwise - the currency where only a sign of several currencies, or none, is shown; null where nothing says which
 * @example shownAmount('12.000,00 €', null) // 12,000 euros
 * @example shownAmount('$12,000.00', null) // undefined: dollars of which country?
 */
export function shownAmount(text: string, otherwise: string | null): Money | undefined {
  // An organisation with several currencies shows the record's own first, and the user's in parentheses.
  const shown = text
    .replace(SPACES, ' ')
    .replace(UNSEEN, '')
    .trim()
    .replace(/(.)\s*\([^()]*\)$/, '$1');
  const parts = AMOUNT.exec(shown);
  if (!parts) return undefined;
  const [, minus = '', before = '', inner = '', number = '', after = ''] = parts;
  if (before !== '' && after !== '') return undefined;
  const code = codeOf(before === '' ? after : before, otherwise);
  if (code === undefined) return undefined;
  try {
    const digits = plainNumber(number, minorDigits(currencyOf(code)));
    return digits === undefined ? undefined : moneyOf(minus === '' && inner === '' ? digits : `-${digits}`, code);
  } catch {
    return undefined;
  }
}

function codeOf(sign: string, otherwise: string | null): string | undefined {
  if (/^[A-Z]{3}$/.test(sign)) return sign;
  const own = SIGNS[sign];
  if (own !== undefined) return own;
  return otherwise !== null && (sign === '' || signsOf(otherwise).includes(sign)) ? otherwise : undefined;
}

function signsOf(code: string): readonly string[] {
  return (['symbol', 'narrowSymbol'] as const).map(
    (currencyDisplay) =>
      new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value ?? code,
  );
}

/**
 * A number without its marks. Thousands stand in threes (or, in India, twos before the last three), and an amount has as many
 * decimals as its currency: together they tell which mark is which, except where a currency itself has three.
 */
function plainNumber(text: string, decimals: number): string | undefined {
  const marks = [...text.matchAll(/[.,'’ ]/g)];
  const last = marks.at(-1);
  if (!last) return text;
  const tail = text.slice(last.index + 1);
  const kinds = new Set(marks.map(([mark]) => mark));
  const isOnce = marks.filter(([mark]) => mark === last[0]).length === 1;
  const mayPart = /[.,]/.test(last[0]) && isOnce && tail.length === decimals;
  const whole = (grouped: string) => (isGrouped(grouped) ? grouped.replace(/\D/g, '') : undefined);
  const head = text.slice(0, last.index);
  if (kinds.size > 1) {
    if (isOnce) return mayPart ? joined(whole(head), tail) : undefined;
    return undefined;
  }
  if (mayPart) return isGrouped(text) ? undefined : joined(whole(head), tail);
  return whole(text);
}

function joined(whole: string | undefined, tail: string): string | undefined {
  return whole === undefined ? undefined : `${whole}.${tail}`;
}

function isGrouped(text: string): boolean {
  if (/^\d+$/.test(text)) return true;
  return /^[1-9]\d{0,2}(?:([.,'’ ])\d{3})(?:\1\d{3})*$/.test(text) || /^[1-9]\d?(?:,\d{2})+,\d{3}$/.test(text);
}
