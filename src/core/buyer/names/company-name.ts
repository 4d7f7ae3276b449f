import type { Account } from '../../model/account';
import { isGiven } from '../../value/known';
import { type Identifier, identifiersOf } from './identifiers';
import { withoutLegalForm } from './legal-forms';
import { lettersOf } from './letters';
import { registeredDomain } from './web-domain';

/** What there is to recognise a company by. */
export type CompanySigns = {
  readonly account: Account;
  /** Words of the name without its legal form; empty for a name without letters. */
  readonly words: readonly string[];
  /** The same in one piece: "Ron-Tech" and "Rontech" are one. */
  readonly compact: string;
  readonly domain: string | undefined;
  readonly identifiers: readonly Identifier[];
  readonly country: string | undefined;
};

/** @example companySigns(account).words // ['acme'] for "ACME Inc." */
export function companySigns(account: Account): CompanySigns {
  const words = companyWords(account.name);
  return {
    account,
    words,
    compact: words.join(''),
    domain: isGiven(account.website) ? registeredDomain(account.website.value) : undefined,
    identifiers: identifiersOf(account.identifiers),
    country: isGiven(account.country) ? lettersOf(account.country.value).join(' ') || undefined : undefined,
  };
}

/** A company's name as words, without its legal form. @example companyWords('Müller & Co. KG') // ['muller'] */
export function companyWords(name: string): string[] {
  return withoutLegalForm(lettersOf(name));
}
