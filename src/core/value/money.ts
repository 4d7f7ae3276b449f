import { type Currency, minorDigits, currency as parseCurrency } from './currency';
import { Decimal, ONE, ZERO } from './decimal';
import { DomainError } from './domain-error';

/**
 * An exact amount: a whole number of the currency's smallest unit.
 *
 * A plain object of a safe integer and a code, so that it crosses messages and the store unchanged.
 */
export type Money = {
  /** Whole minor units (cents for USD, yen for JPY); may be negative; always a safe integer. */
  readonly minor: number;
  readonly currency: Currency;
};

/**
 * An amount from its minor units.
 *
 * @throws {DomainError} not a whole number, or beyond 2^53 - 1 minor units
 * @example money(125_00, usd) // 125 dollars
 */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new DomainError(`not a whole number of minor units: ${minor}`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** Nothing, in a currency. */
export function noMoney(currency: Currency): Money {
  return money(0, currency);
}

/** Digits of a sum of quotients that their own ends cannot reach, see {@link Decimal}. */
const SURE_DIGITS = 24;

/**
 * Rounds an exact decimal amount of major units, half away from zero, to the currency's own digits: the one place where pay
 * is rounded, once per statement line.
 *
 * @example roundMoney(new Decimal('10.005'), usd).minor // 1001
 */
export function roundMoney(major: Decimal, currency: Currency): Money {
  const digits = minorDigits(currency);
  // Quotients end after thirty digits: of three thirds of half a cent a whole half must be left.
  const whole = major.round(SURE_DIGITS, Decimal.roundHalfUp);
  return money(Number(whole.round(digits, Decimal.roundHalfUp).times(inOne(digits)).toFixed(0)), currency);
}

/** Whole digits of the largest amount of minor units that is exact. */
const MOST_DIGITS = 16;

/**
 * An amount as a CRM or a file states it: a number or decimal text of major units.
 *
 * @throws {DomainError} not a finite number, or not a currency code
 * @example moneyOf(1274.5, 'USD').minor // 127450
 */
export function moneyOf(major: number | string, code: string): Money {
  let amount: Decimal;
  try {
    amount = new Decimal(major);
  } catch {
    throw new DomainError(`not an amount: ${JSON.stringify(major)}`);
  }
  // Written out, a number like 1e999999999 would fill the memory.
  if (amount.e > MOST_DIGITS) throw new DomainError(`not an amount: ${JSON.stringify(major)}`);
  return roundMoney(amount, parseCurrency(code));
}

/** The amount in major units, exact. */
export function major(of: Money): Decimal {
  // To multiply is exact and far quicker than to divide, and pay asks this of every deal it tries.
  return new Decimal(of.minor).times(smallest(minorDigits(of.currency)));
}

/** How many smallest units are in a major one, and the reverse, for the digits that currencies have. */
const IN_ONE = [1, 10, 100, 1_000, 10_000].map((units) => new Decimal(units));
const SMALLEST = IN_ONE.map((units) => ONE.div(units));

const inOne = (digits: number): Decimal => IN_ONE[digits] ?? new Decimal(10).pow(digits);
const smallest = (digits: number): Decimal => SMALLEST[digits] ?? new Decimal(10).pow(-digits);

/** @throws {DomainError} the currencies differ */
export function add(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

/** @throws {DomainError} the currencies differ */
export function subtract(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

/** Sum of amounts; nothing when there are none. @throws {DomainError} the currencies differ */
export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, noMoney(currency));
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. @throws {DomainError} the currencies differ */
export function compare(a: Money, b: Money): number {
  requireSameCurrency(a, b);
  return a.minor - b.minor;
}

/**
 * `a / b` as an exact decimal.
 *
 * @throws {DomainError} the currencies differ, or `b` is zero
 */
export function ratio(a: Money, b: Money): Decimal {
  requireSameCurrency(a, b);
  if (b.minor === 0) throw new DomainError('a ratio to nothing');
  return new Decimal(a.minor).div(b.minor);
}

/**
 * Divides an amount by weights so that the parts add up to it exactly: each part is rounded down, and the units left over go
 * to the largest remainders, first come first served (Hamilton's method).
 *
 * @param weights - not negative, at least one positive
 * @throws {DomainError} a negative weight, or no positive one
 * @example allocate(money(100, usd), [1, 1, 1]) // 34, 33, 33
 */
export function allocate(amount: Money, weights: readonly (number | string | Decimal)[]): Money[] {
  const parts = weights.map((weight) => new Decimal(weight));
  const total = parts.reduce((all, part) => all.plus(part), ZERO);
  if (parts.some((part) => part.lt(0)) || total.lte(0)) throw new DomainError('weights must be positive');
  const sign = amount.minor < 0 ? -1 : 1;
  const whole = new Decimal(Math.abs(amount.minor));
  const shares = parts.map((part) => whole.times(part).div(total));
  const floors = shares.map((share) => share.round(0, Decimal.roundDown));
  let left = Number(floors.reduce((rest, floor) => rest.minus(floor), whole).toFixed(0));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share.minus(floors[index] ?? ZERO) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index);
  const extra = new Set<number>();
  for (const { index } of byRemainder) {
    if (left === 0) break;
    extra.add(index);
    left -= 1;
  }
  return floors.map((floor, index) =>
    money(sign * (Number(floor.toFixed(0)) + (extra.has(index) ? 1 : 0)), amount.currency),
  );
}

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new DomainError(`two currencies in one sum: ${a.currency} and ${b.currency}`);
}
