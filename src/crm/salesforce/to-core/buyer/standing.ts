import type { AccountStanding, FamilyDeal } from '../../../../core/model/account';
import type { CivilDate } from '../../../../core/value/civil-date';
import { convert, type Rates } from '../../../../core/value/conversion';
import { currency } from '../../../../core/value/currency';
import { given, isGiven, type Known, missing } from '../../../../core/value/known';
import type { Money } from '../../../../core/value/money';
import type { Row } from '../../api/rows';
import { recordId } from '../../ids';
import type { ReadDeals } from '../deal/opportunity';
import { fieldsOf, finite } from '../field';
import { sumOf } from '../sum';

/** What the seller's organisation has with one company. */
export function standing(
  accountId: string,
  account: Row,
  sums: readonly Row[],
  deals: Known<readonly FamilyDeal[]>,
  as: ReadDeals,
  today: CivilDate,
  rates: Known<Rates>,
): AccountStanding {
  const own = sums.filter((row) => recordId(row.AccountId) === accountId);
  const open = own.filter((row) => row.IsClosed === false);
  const won = own.filter((row) => row.IsWon === true);
  const lost = own.filter((row) => row.IsClosed === true && row.IsWon === false);
  return {
    accountId,
    open: counts(open),
    openAmount: total(open, as, today, rates),
    won: counts(won),
    wonAmount: total(won, as, today, rates),
    lost: counts(lost),
    overdue: overdue(accountId, counts(open), deals, today),
    lastContactOn: fieldsOf('Account', account, as).date('LastActivityDate'),
  };
}

/** Counted deal by deal: only where all of the account's are among those that were read. */
export function overdue(
  accountId: string,
  open: number,
  deals: Known<readonly FamilyDeal[]>,
  today: CivilDate,
): Known<number> {
  if (!isGiven(deals)) return deals;
  const own = deals.value.filter((deal) => deal.accountId === accountId);
  if (own.length < open) return missing('not-yet-read', deals.source, deals.asOf);
  if (own.some(({ closeDate }) => !isGiven(closeDate) && closeDate.missing !== 'not-recorded')) {
    return missing('hidden', deals.source, deals.asOf);
  }
  return { ...deals, value: own.filter(({ closeDate }) => isGiven(closeDate) && closeDate.value < today).length };
}

export const count = ({ deals }: Row): number => finite(deals) ?? 0;
const counts = (rows: readonly Row[]): number => rows.reduce((all, row) => all + count(row), 0);

/**
 * The sum of what is known; with no deals there is no amount to speak of. Sums in several currencies are added in the
 * organisation's own, by the rates of today; without rates they are no sum.
 */
function total(rows: readonly Row[], as: ReadDeals, today: CivilDate, rates: Known<Rates>): Known<Money> {
  const source = { kind: 'crm', field: 'Opportunity.Amount' } as const;
  const amounts = rows.map((row) => fieldsOf('Opportunity', row, as).money('total'));
  const known = amounts.flatMap((amount) => (isGiven(amount) ? [amount.value] : []));
  const codes = new Set(known.map((amount) => amount.currency));
  const [first] = amounts;
  if (known.length === 0) return first && !isGiven(first) ? first : missing('not-recorded', source, as.asOf);
  const unreadable = missing('not-readable', source, as.asOf);
  if (codes.size <= 1) {
    const sum = sumOf(known);
    return sum ? given(sum, source, as.asOf) : unreadable;
  }
  if (!isGiven(rates)) return missing(rates.missing, source, as.asOf);
  const into = currency(rates.value.own);
  const converted = known.map((amount) => convert(amount, into, rates.value, today));
  const sum = converted.every((amount) => amount !== undefined) ? sumOf(converted) : undefined;
  return sum ? given(sum, { kind: 'derived', rule: 'converted at the rates of today' }, as.asOf) : unreadable;
}
