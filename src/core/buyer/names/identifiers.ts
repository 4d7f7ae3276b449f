/** An identifier that two accounts have in common: its name as the CRM has it, and its value in one spelling. */
export type Identifier = { readonly name: string; readonly value: string };

/** Shorter than this, an entry may be anything; tickers are the exception. */
const SHORTEST = 6;

/**
 * The identifiers of a company in one spelling: DUNS, LEI, VAT number, ticker. What people write in to fill the field
 * ("000000000", "n/a", "123") is none.
 */
export function identifiersOf(identifiers: Readonly<Record<string, string>>): Identifier[] {
  return Object.entries(identifiers).flatMap(([key, text]) => {
    const name = key.trim().toLowerCase();
    const value = String(text)
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    const ticker = name.includes('ticker');
    if (value.length > 40 || value.length < (ticker ? 1 : SHORTEST)) return [];
    return /^(.)\1*$/u.test(value) && !ticker ? [] : [{ name, value }];
  });
}
