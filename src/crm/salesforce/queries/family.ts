import { isDescriptive } from '../../../core/buyer/names/common-words';
import { companyWords } from '../../../core/buyer/names/company-name';
import { registeredDomain } from '../../../core/buyer/names/web-domain';
import type { Account } from '../../../core/model/account';
import { ifGiven } from '../../../core/value/known';
import type { Children, Select } from '../api/soql';
import { list, literal } from '../api/soql';
import { emails, events, tasks } from './around';
import { currencyField } from './deals';

const FIELDS = [
  'Id',
  'Name',
  'ParentId',
  'Industry',
  'Website',
  'BillingCountry',
  'AnnualRevenue',
  'NumberOfEmployees',
  'DunsNumber',
  'TickerSymbol',
  'LastActivityDate',
];

/** The ids of the companies above one, past those that are not shared. */
const ABOVE = Array.from({ length: 5 }, (_, n) => `${'Parent.'.repeat(n + 1)}ParentId`);

/** Whose the companies above an account are. */
export function lineAbove(account: string): Select {
  return {
    object: 'Account',
    fields: ['Id', 'ParentId', ...ABOVE],
    rest: `WHERE Id = ${literal(account)}`,
    optional: true,
  };
}

/** Companies of a family that one look takes in, beside those from an account upwards. */
export const MOST_MEMBERS = 300;

/** Open deals of a family that are shown one by one. */
export const MOST_DEALS = 200;

/** Accounts with a near name that are looked at. */
export const MOST_LOOKALIKES = 50;

/** A query goes up five relations at most; so many generations below the top of a family it can tell apart. */
export const DEEPEST_QUERY = 6;

/** Companies whose families are asked for: those from an account upwards, and the topmost of them. */
export type Line = { readonly chain: readonly string[]; readonly tops: readonly string[] };

/** @param chain - an account and the companies above it, upwards */
export function lineOf(chain: readonly string[]): Line {
  return { chain, tops: chain.slice(-1) };
}

/**
 * A condition that holds for every company below the top of a family, and for the chain itself. `to` is the way from the rows to
 * the company: '' for accounts, 'Account.' for their deals, which are one relation further away.
 */
function inFamily({ chain, tops }: Line, to: '' | 'Account.'): string {
  const own = to === '' ? 'Id' : 'AccountId';
  const steps = to === '' ? DEEPEST_QUERY : DEEPEST_QUERY - 1;
  const below = Array.from({ length: steps }, (_, n) => `${to}${'Parent.'.repeat(n)}ParentId IN ${list(tops)}`);
  return `(${own} IN ${list(chain)} OR ${to}ParentId IN ${list(chain)} OR ${below.slice(1).join(' OR ')})`;
}

/**
 * The companies of a family: those of a chain from an account upwards, and all below its top. Only of the account itself: what was
 * recorded with it and with no deal.
 */
export function family(
  line: Line,
  account: string | undefined,
  multiCurrency: boolean,
  { among, withDeals = false }: AskedWith = {},
): Select {
  const own = account === undefined ? undefined : literal(account);
  return {
    object: 'Account',
    fields: [...FIELDS, ...currencyField(multiCurrency), ...ABOVE],
    children: [
      ...(own === undefined
        ? []
        : [tasks(100, `WhatId = ${own}`), events(100, `WhatId = ${own}`), emails(50, `RelatedToId = ${own}`)]),
      ...(withDeals ? [openDeals(multiCurrency)] : []),
    ],
    // Those with a parent first: a limit must not cut the family for companies that only sound like it.
    rest: `WHERE ${inFamily(line, '')}${among === undefined ? '' : ` OR ${among}`}`,
    needs: ['ParentId', 'Name'],
    order: { field: 'ParentId', text: 'ParentId NULLS LAST, Name' },
    limit: MOST_MEMBERS,
  };
}

/** What a question about a family brings along where one of its own has no place. */
export type AskedWith = {
  /** A condition that other accounts meet which are wanted in the same answer. */
  readonly among?: string | undefined;
  /** Also the open deals of each company: those of companies that are not shared stay out then. */
  readonly withDeals?: boolean;
};

/** Groups that one answer of sums holds; more than that Salesforce refuses, and gives no further page. */
export const MOST_SUMS = 2000;

/** What the organisation has with each of those companies: deals and their amounts, open and closed. */
export function standings(line: Line, multiCurrency: boolean): Select {
  const by = ['AccountId', 'IsClosed', 'IsWon', ...currencyField(multiCurrency)];
  return {
    object: 'Opportunity',
    fields: [...by, 'COUNT(Id) deals', 'SUM(Amount) total'],
    rest: `WHERE ${inFamily(line, 'Account.')} GROUP BY ${by.join(', ')}`,
    needs: ['AccountId', 'Account.ParentId'],
    limit: MOST_SUMS,
  };
}

const FAMILY_DEAL = [
  'Id',
  'Name',
  'AccountId',
  'OwnerId',
  'Owner.Name',
  'StageName',
  'Amount',
  'CloseDate',
  'IsClosed',
  'IsWon',
];
const LARGEST_FIRST = { field: 'Amount', text: 'Amount DESC NULLS LAST, Id' };

/** The relation by which the deals of a company hang on it. */
export const DEALS_OF_COMPANY = 'Opportunities';

function openDeals(multiCurrency: boolean): Children {
  return {
    relation: DEALS_OF_COMPANY,
    object: 'Opportunity',
    fields: [...FAMILY_DEAL, ...currencyField(multiCurrency)],
    rest: 'WHERE IsClosed = false',
    order: LARGEST_FIRST,
    limit: MOST_DEALS,
  };
}

/** Their open deals, largest first. */
export function familyDeals(line: Line, multiCurrency: boolean): Select {
  return {
    object: 'Opportunity',
    fields: [...FAMILY_DEAL, ...currencyField(multiCurrency)],
    rest: `WHERE IsClosed = false AND ${inFamily(line, 'Account.')}`,
    needs: ['AccountId', 'Account.ParentId'],
    order: LARGEST_FIRST,
    limit: MOST_DEALS,
  };
}

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
    fields: [...FIELDS, ...currencyField(multiCurrency)],
    rest: `WHERE ${condition} ORDER BY Name`,
    needs: ['Name'],
    limit: 2 * MOST_LOOKALIKES,
  };
}

/** A pattern's own signs stand for anything: nothing is lost of a name without them. */
function wild(text: string): string {
  return text.replace(/[%_\\]/g, '');
}
