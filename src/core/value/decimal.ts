import Big from 'big.js';

/**
 * Exact decimal arithmetic for rates and for amounts between the first input and the one declared rounding.
 *
 * Division is the only operation that can lose digits: it keeps 30, far below the smallest unit of any currency.
 * A constructor of our own, so that nobody else's settings of `big.js` reach pay.
 */
export const Decimal = Big();
Decimal.DP = 30;
Decimal.RM = Big.roundHalfUp;

export type Decimal = Big;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

/** The smaller of two decimals. */
export function least(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? a : b;
}

/** The larger of two decimals. */
export function greatest(a: Decimal, b: Decimal): Decimal {
  return a.gt(b) ? a : b;
}

/** Whether it is nothing. Held against a decimal: `big.js` reads a plain number as text, and pay asks this thousands of times. */
export function isZero(of: Decimal): boolean {
  return of === ZERO || of.eq(ZERO);
}

/** Whether it leaves what it multiplies as it is. */
export function isOne(of: Decimal): boolean {
  return of === ONE || of.eq(ONE);
}
