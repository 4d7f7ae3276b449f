import type { Account, AccountStanding, FamilyAccounts } from '../../../core/model/account';
import { given, ifGiven, isGiven, type Known, missing } from '../../../core/value/known';
import { add, type Money } from '../../../core/value/money';
import type { Row } from '../api/rows';
import { recordId } from '../ids';
import { fieldsOf, type ReadAs } from './field';

/** Fields that name one legal entity wherever it is written, and what they are called in the model. */
const IDENTIFIERS: Readonly<Record<string, string>> = { DunsNumber: 'duns', TickerSymbol: 'ticker' };

/** A company. `undefined` where the row is none. */
export function toAccount(row: Row, as: ReadAs): Account | undefined {
  const id = recordId(row.Id);
  const fields = fieldsOf('Account', row, as);
  const name = ifGiven(fields.text('Name'));
  if (id === undefined || name === undefined) return undefined;
  const parent = fields.text('ParentId');
  const parentId = isGiven(parent) ? recordId(parent.value) : undefined;
  return {
    id,
    name,
    parentId: isGiven(parent)
      ? parentId === undefined
        ? missing('not-readable', parent.source, parent.asOf)
        : { ...parent, value: parentId }
      : parent,
    industry: fields.text('Industry'),
    website: fields.text('Website'),
    country: fields.text('BillingCountry'),
    annualRevenue: fields.money('AnnualRevenue'),
    employees: fields.number('NumberOfEmployees'),
    identifiers: Object.fromEntries(
      Object.entries(IDENTIFIERS).flatMap(([field, as]) => {
        const value = ifGiven(fields.text(field));
        return value === undefined ? [] : [[as, value]];
      }),
    ),
    fiscalYearStartMonth: missing('not-recorded', { kind: 'crm', field: 'Account' }, as.asOf),
  };
}

/**
 * The companies around one, as the CRM links them, with what the seller's organisation has with each.
 *
 * @param sums - per account, open or closed, won or lost: `{AccountId, IsClosed, IsWon, deals, total}`
 * @param overdue - per account: `{AccountId, deals}`
 * @param above - ids of parents that records name; one that is not among the rows is not shared with this user
 */
export function toFamily(
  rows: readonly Row[],
  sums: Known<readonly Row[]>,
  overdue: Known<readonly Row[]>,
  above: readonly string[],
  as: ReadAs,
): FamilyAccounts {
  const members = rows.flatMap((row) => toAccount(row, as) ?? []);
  const visible = new Set(members.map(({ id }) => id));
  const named = new Set([...above, ...members.flatMap(({ parentId }) => ifGiven(parentId) ?? [])]);
  return {
    members,
    standings: isGiven(sums)
      ? members.map((member) => standing(member.id, rows, sums.value, ifGiven(overdue) ?? [], as))
      : [],
    deals: missing('not-yet-read', { kind: 'crm', field: 'Opportunity' }, as.asOf),
    moreDeals: missing('not-yet-read', { kind: 'crm', field: 'Opportunity' }, as.asOf),
    hidden: [...named].filter((id) => !visible.has(id)).length,
  };
}

function standing(
  accountId: string,
  accounts: readonly Row[],
  sums: readonly Row[],
  overdue: readonly Row[],
  as: ReadAs,
): AccountStanding {
  const of = (rows: readonly Row[]) => rows.filter((row) => recordId(row.AccountId) === accountId);
  const open = of(sums).filter((row) => row.IsClosed === false);
  const won = of(sums).filter((row) => row.IsWon === true);
  const lost = of(sums).filter((row) => row.IsClosed === true && row.IsWon === false);
  const account = accounts.find((row) => recordId(row.Id) === accountId) ?? {};
  return {
    accountId,
    open: deals(open),
    openAmount: total(open, as),
    won: deals(won),
    wonAmount: total(won, as),
    lost: deals(lost),
    overdue: deals(of(overdue)),
    lastContactOn: fieldsOf('Account', account, as).date('LastActivityDate'),
  };
}

function deals(rows: readonly Row[]): number {
  return rows.reduce((all, { deals }) => all + (typeof deals === 'number' ? deals : 0), 0);
}

/** The sum of what is known; with no deals there is no amount to speak of. */
function total(rows: readonly Row[], as: ReadAs): Known<Money> {
  const amounts = rows.map((row) => fieldsOf('Opportunity', row, as).money('total'));
  return amounts.reduce<Known<Money>>(
    (sum, amount) => {
      if (!isGiven(amount)) return isGiven(sum) ? sum : amount;
      return isGiven(sum) ? given(add(sum.value, amount.value), sum.source, sum.asOf) : amount;
    },
    missing('not-recorded', { kind: 'crm', field: 'Opportunity.Amount' }, as.asOf),
  );
}
