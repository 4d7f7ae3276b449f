import type { Children, Select } from '../api/soql';
import { list, literal } from '../api/soql';
import { emails, events, tasks } from './around';
import { currencyField } from './deals';

/** What is asked of every company. */
export const COMPANY = [
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
const MOST_MEMBERS = 300;

/** Open deals of a family that are shown one by one. */
export const MOST_DEALS = 200;

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
    fields: [...COMPANY, ...currencyField(multiCurrency), ...ABOVE],
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
