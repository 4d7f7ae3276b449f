import { DomainError } from './domain-error';

/** An ISO 4217 alphabetic code: three capital letters. */
export type Currency = string & { readonly __currency: true };

/** Currencies whose minor unit is not a hundredth. Source: ISO 4217:2015 list one (active currencies), column "minor unit". */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

export function isCurrency(code: string): code is Currency {
  return /^[A-Z]{3}$/.test(code);
}

/**
 * Reads a currency code.
 *
 * @throws {DomainError} anything but three capital letters
 */
export function currency(code: string): Currency {
  if (!isCurrency(code)) throw new DomainError(`not a currency code: ${JSON.stringify(code)}`);
  return code;
}

/** How many decimal digits the smallest unit of a currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(of: Currency): number {
  return MINOR_DIGITS[of] ?? 2;
}
