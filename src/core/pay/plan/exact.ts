import { Decimal } from '../../value/decimal';

/**
 * A number of a plan or of its inputs: a JSON number, or decimal text where a number would lose digits. `0.07` is 7 %.
 * Turned into a {@link Decimal} by its shortest decimal form, so 0.1 is a tenth.
 */
export type Exact = number | string;

const DECIMAL_TEXT = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,18})?$/;

/** Whether text is a plain decimal: no exponent, no spaces, at most 18 digits on either side of the point. */
export function isDecimalText(text: string): boolean {
  return DECIMAL_TEXT.test(text);
}

/** @throws {Error} not a number; plans and inputs are parsed before they come here */
export function exact(of: Exact): Decimal {
  return new Decimal(of);
}
