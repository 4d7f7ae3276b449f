import type { Account, AccountStanding, FamilyAccounts, FamilyDeal } from '../../../core/model/account';
import type { CivilDate } from '../../../core/value/civil-date';
import { given, ifGiven, isGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import { add, type Money } from '../../../core/value/money';
import { isId, type Row } from '../api/rows';
import { recordId } from '../ids';
import { fieldsOf, type ReadAs, unkept } from './field';
import { noLines, type ReadDeals, toOpportunity } from './opportunity';
import type { Relations } from './relations';
import { outcomeOf } from './stages';

export const PARTY_FIELDS = ['rec_name', 'name', 'code', 'tax_identifier', 'tax_identifier.code'];

/** Parties as no more than a name: what a search for look-alikes brings. */
export function toLookalikes(rows: readonly Row[], database: string, as: ReadAs): Account[] {
  return rows.flatMap((row) => {
    const name = ifGiven(fieldsOf('party.party', row, as).text('name'));
    return isId(row.id) && name !== undefined ? [empty(recordId(database, row.id), name, as)] : [];
  });
}

/** What is known of one party beside its own row. */
export type Around = {
  readonly mechanisms: Known<readonly Row[]>;
  readonly addresses: Known<readonly Row[]>;
  readonly parent: Known<string>;
};

/** A company. `undefined` where the row is none. */
export function toAccount(row: Row, database: string, around: Around, as: ReadAs): Account | undefined {
  const fields = fieldsOf('party.party', row, as);
  const name = ifGiven(fields.text('name')) ?? ifGiven(fields.text('rec_name'));
  if (!isId(row.id) || name === undefined) return undefined;
  const vat = ifGiven(fields.text('tax_identifier.code'));
  return {
    ...empty(recordId(database, row.id), name, as),
    parentId: around.parent,
    website: firstText(around.mechanisms, 'value', 'party.contact_mechanism', as, ({ type }) => type === 'website'),
    country: firstText(around.addresses, 'country.rec_name', 'party.address', as, () => true),
    identifiers: vat === undefined ? {} : { vat },
  };
}

/** The companies around one, with what we have with each. A party that a relation names and the user may not see is counted. */
export function toFamily(
  own: Account,
  relations: Relations,
  deals: Known<readonly Row[]>,
  today: CivilDate,
  as: ReadDeals,
): FamilyAccounts {
  const { database } = as;
  const open = mapKnown(deals, (rows) =>
    rows.flatMap((row) => familyDeal(row, as) ?? []).sort((a, b) => size(b) - size(a)),
  );
  const others = [...relations.names]
    .filter(([id]) => recordId(database, id) !== own.id)
    .map(([id, name]) => ({
      ...empty(recordId(database, id), name, as),
      parentId: parentOf(id, relations, database, as),
    }));
  const members = [own, ...others];
  return {
    members,
    standings: isGiven(deals) ? members.map(({ id }) => standing(id, deals.value, today, database, as)) : [],
    hidden: relations.hidden.size,
    deals: mapKnown(open, (all) => all.slice(0, MOST_DEALS)),
    moreDeals: mapKnown(open, (all) => Math.max(0, all.length - MOST_DEALS)),
  };
}

/** Open deals of a family that are listed one by one. */
const MOST_DEALS = 200;

function familyDeal(row: Row, as: ReadDeals): FamilyDeal | undefined {
  const deal = toOpportunity(row, as, noLines(as));
  const accountId = deal && ifGiven(deal.account)?.id;
  if (deal?.outcome !== 'open' || accountId === undefined) return undefined;
  const { id, name, outcome, owner, stage, amount, closeDate } = deal;
  return { id, name, outcome, owner, stage, amount, closeDate, accountId };
}

const size = ({ amount }: FamilyDeal) => ifGiven(amount)?.minor ?? 0;

export function parentOf(party: number, relations: Relations, database: string, as: ReadAs): Known<string> {
  const parent = relations.parents.get(party);
  const source = { kind: 'crm', field: 'party.relation.all', record: String(party) } as const;
  return parent === undefined
    ? missing('not-recorded', source, as.asOf)
    : given(recordId(database, parent), source, as.asOf);
}

function empty(id: string, name: string, { asOf }: ReadAs): Account {
  const unread = missing('not-yet-read', { kind: 'crm', field: 'party.party', record: id }, asOf);
  return {
    id,
    name,
    parentId: unread,
    industry: unkept('industry', asOf),
    website: unread,
    country: unread,
    annualRevenue: unkept('annual revenue', asOf),
    employees: unkept('employees', asOf),
    identifiers: {},
    fiscalYearStartMonth: unkept('fiscal year', asOf),
  };
}

function firstText(
  rows: Known<readonly Row[]>,
  field: string,
  model: string,
  as: ReadAs,
  fits: (row: Row) => boolean,
): Known<string> {
  if (!isGiven(rows)) return rows;
  for (const row of rows.value) {
    const text = fieldsOf(model, row, as).text(field);
    if (fits(row) && isGiven(text)) return text;
  }
  return missing('not-recorded', { kind: 'crm', field: `${model}.${field}` }, as.asOf);
}

function standing(
  accountId: string,
  rows: readonly Row[],
  today: CivilDate,
  database: string,
  as: ReadAs,
): AccountStanding {
  const of = { open: [] as Row[], won: [] as Row[], lost: [] as Row[] };
  for (const row of rows) {
    if (!isId(row.party) || recordId(database, row.party) !== accountId || typeof row.state !== 'string') continue;
    const outcome = outcomeOf(row.state);
    if (outcome) of[outcome].push(row);
  }
  const due = (row: Row) => ifGiven(fieldsOf('sale.opportunity', row, as).date('end_date'));
  return {
    accountId,
    open: of.open.length,
    openAmount: total(of.open, as),
    won: of.won.length,
    wonAmount: total(of.won, as),
    lost: of.lost.length,
    overdue: given(
      of.open.filter((row) => (due(row) ?? today) < today).length,
      { kind: 'crm', field: 'sale.opportunity.end_date' },
      as.asOf,
    ),
    lastContactOn: unkept('last contact', as.asOf),
  };
}

/** The sum of what is known; in two currencies, or with no deals, there is none. */
function total(rows: readonly Row[], as: ReadAs): Known<Money> {
  const none = missing('not-recorded', { kind: 'crm', field: 'sale.opportunity.amount' }, as.asOf);
  return rows
    .map((row) => fieldsOf('sale.opportunity', row, as).money('amount'))
    .filter((amount) => isGiven(amount) || amount.missing !== 'not-recorded')
    .reduce<Known<Money>>((sum, amount, place) => {
      if (place === 0 || !isGiven(amount)) return amount;
      if (!isGiven(sum)) return sum;
      return sum.value.currency === amount.value.currency
        ? mapKnown(sum, (so) => add(so, amount.value))
        : missing('not-readable', amount.source, as.asOf);
    }, none);
}
