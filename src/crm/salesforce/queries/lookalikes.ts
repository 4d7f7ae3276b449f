import { isDescriptive } from '../../../core/buyer/names/common-words';
import { companyWords } from '../../../core/buyer/names/company-name';
import { registeredDomain } from '../../../core/buyer/names/web-domain';
import type { Account } from '../../../core/model/account';
import { ifGiven } from '../../../core/value/known';
import type { Select } from '../api/soql';
import { literal } from '../api/soql';
import { currencyField } from './deals';
import { COMPANY } from './family';

/** Accounts with a near name that are looked at. */
export const MOST_LOOKALIKES = 50;

/** Shorter beginnings of a name are those of too many. */
const SHORTEST = 3;

/**
 * Which accounts may be of the same family though nothing links them: the same first word that tells companies apart, the same
 * domain, the same identifier. Names are compared from their beginning, which an index answers at any size. People who are accounts
 * (person accounts) are nobody's company.
 * `undefined`: there is nothing to go by.
 *
 * @param fields - those of accounts that the user may see, where known: a condition on another one is refused
 */
export function soundsLike(account: Account, fields: readonly string[] | undefined): string | undefined {
  const sees = (field: string) => fields?.includes(field) ?? (field === 'Name' || field === 'Website');
  const conditions: string[] = [];
  const start = distinctiveStart(account.name);
  if (start !== undefined) for (const one of start) conditions.push(`Name LIKE ${literal(`${wild(one)}%`)}`);
  const website = ifGiven(account.website);
  const domain = website === undefined ? undefined : registeredDomain(website);
  if (domain !== undefined && sees('Website')) conditions.push(`Website LIKE ${literal(`%${wild(domain)}%`)}`);
  const { duns } = account.identifiers;
  if (duns !== undefined && sees('DunsNumber')) conditions.push(`DunsNumber = ${literal(duns)}`);
  if (conditions.length === 0) return undefined;
  const near = `(${conditions.join(' OR ')})`;
  return fields?.includes('IsPersonAccount') ? `(${near} AND IsPersonAccount = false)` : near;
}

/** The beginnings of names that would be near, as they are written: with the first word that tells, and behind a leading "The". */
function distinctiveStart(name: string): string[] | undefined {
  const words = companyWords(name);
  const telling = words.findIndex((word) => !isDescriptive(word) && word.length >= SHORTEST);
  const word = words[telling];
  if (word === undefined) return undefined;
  const written = name.trim().split(/[\s,;]+/);
  // The word as the name spells it, accents and all: an index compares letters, and folds only their case.
  const spelt = written.find((one) => companyWords(one).includes(word))?.replace(/[^\p{L}\p{N}]+$/u, '') ?? word;
  const starts = new Set([word, spelt.toLowerCase(), `the ${word}`]);
  // "Ron-Tech" and "Rontech" begin alike up to where the mark stands.
  const [head = ''] = spelt.toLowerCase().split(/[^\p{L}\p{N}]/u);
  if (head.length >= SHORTEST) starts.add(head);
  return [...starts];
}

/** The accounts that {@link soundsLike} finds. */
export function lookalikes(condition: string, multiCurrency: boolean): Select {
  return {
    object: 'Account',
    fields: [...COMPANY, ...currencyField(multiCurrency)],
    rest: `WHERE ${condition} ORDER BY Name`,
    needs: ['Name'],
    limit: 2 * MOST_LOOKALIKES,
  };
}

/** A pattern's own signs stand for anything: nothing is lost of a name without them. */
function wild(text: string): string {
  return text.replace(/[%_\\]/g, '');
}
