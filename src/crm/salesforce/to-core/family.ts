import type { AccountStanding, FamilyAccounts, FamilyDeal } from '../../../core/model/account';
import type { CivilDate } from '../../../core/value/civil-date';
import { convert, type Rates } from '../../../core/value/conversion';
import { currency } from '../../../core/value/currency';
import { given, ifGiven, isGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import { add, type Money } from '../../../core/value/money';
import { childrenOf, type Row } from '../api/rows';
import { recordId } from '../ids';
import { DEALS_OF_COMPANY, DEEPEST_QUERY, MOST_DEALS } from '../queries/family';
import { parentsOf } from '../reading/chain';
import { toAccount } from './account';
import { block, fieldsOf, finite } from './field';
import { type ReadDeals, toOpportunity } from './opportunity';

/** What was read of a family. */
export type FamilyRows = {
  /** The account and the companies above it that can be seen, upwards. */
  readonly chain: readonly Row[];
  /** Ids that records name as parents, upwards from the account's. */
  readonly above: readonly string[];
  readonly below: readonly Row[];
  /** Per account, open or closed, won or lost, and currency: `{AccountId, IsClosed, IsWon, CurrencyIsoCode?, deals, total}` */
  readonly sums: Known<readonly Row[]>;
  readonly deals: Known<readonly Row[]>;
};

/** The companies around one, as the CRM links them, with what the seller's organisation has with each. */
export function toFamily(rows: FamilyRows, as: ReadDeals, today: CivilDate, rates: Known<Rates>): FamilyAccounts {
  const byId = new Map<string, Row>();
  for (const row of [...rows.chain, ...rows.below]) {
    const id = recordId(row.Id);
    if (id !== undefined && !byId.has(id)) byId.set(id, row);
  }
  const line = new Set(rows.chain.flatMap(({ Id }) => recordId(Id) ?? []));
  const depths = depthsOf(byId, new Set([...line, ...rows.above]), rows.above.at(-1) ?? [...line].at(-1));
  const members = [...byId.values()]
    .flatMap((row) => {
      const account = toAccount(row, as);
      return account && depths.has(account.id) ? [account] : [];
    })
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
  const visible = new Set(members.map(({ id }) => id));
  const sums = ifGiven(rows.sums) ?? [];
  const own = rows.below.filter(({ Id }) => visible.has(recordId(Id) ?? ''));
  const deals = mapKnown(isGiven(rows.deals) ? rows.deals : dealsIn(own, rows.deals, as), (all) =>
    all.flatMap((row) => familyDeal(row, as) ?? []),
  );
  const open = sums.filter(({ IsClosed }) => IsClosed === false).reduce((all, row) => all + count(row), 0);
  const listed = ifGiven(deals)?.length ?? 0;
  // Deals of a company that is not shared are deals of one that exists.
  const named = new Set([
    ...rows.above,
    ...members.flatMap(({ parentId }) => ifGiven(parentId) ?? []),
    ...sums.flatMap(({ AccountId }) => recordId(AccountId) ?? []),
  ]);
  return {
    members,
    standings: isGiven(rows.sums)
      ? members
          // A query cannot tell deals of companies further down: nobody has counted them.
          .filter(({ id }) => line.has(id) || (depths.get(id) ?? 0) < DEEPEST_QUERY)
          .map(({ id }) => standing(id, byId.get(id) ?? {}, sums, deals, as, today, rates))
      : [],
    hidden: [...named].filter((id) => !visible.has(id)).length,
    deals: isGiven(deals) ? { ...deals, value: deals.value.slice(0, MOST_DEALS) } : deals,
    moreDeals:
      isGiven(rows.sums) && isGiven(deals)
        ? { ...rows.sums, value: Math.max(0, open - listed) }
        : missing('not-yet-read', { kind: 'crm', field: 'Opportunity' }, as.asOf),
  };
}

/** The open deals that came with the companies themselves, largest first. */
function dealsIn(companies: readonly Row[], otherwise: Known<readonly Row[]>, as: ReadDeals): Known<readonly Row[]> {
  const hanging = companies.map((row) => childrenOf(row, DEALS_OF_COMPANY));
  if (companies.length === 0 || hanging.some((rows) => rows === undefined)) return otherwise;
  const size = ({ Amount }: Row) => finite(Amount) ?? Number.NEGATIVE_INFINITY;
  const all = hanging.flatMap((rows) => rows ?? []).sort((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a)));
  return block(all, 'Opportunity', as.asOf);
}

/** A family whose open deals were read later than the rest of it. */
export function withDeals(
  family: Known<FamilyAccounts>,
  rows: readonly Row[],
  as: ReadDeals,
  today: CivilDate,
): Known<FamilyAccounts> {
  return mapKnown(family, (all) => {
    const deals = block(
      rows.flatMap((row) => familyDeal(row, as) ?? []),
      'Opportunity',
      as.asOf,
    );
    const open = all.standings.reduce((sum, one) => sum + one.open, 0);
    return {
      ...all,
      deals,
      moreDeals: block(Math.max(0, open - deals.value.length), 'Opportunity', as.asOf),
      standings: all.standings.map((one) => ({ ...one, overdue: overdue(one.accountId, one.open, deals, today) })),
    };
  });
}

/**
 * How far below the top each company stands, of those that are linked to it: by the rows themselves, and where a company in between
 * is not shared, by those that name one of the line above the account.
 */
function depthsOf(
  byId: ReadonlyMap<string, Row>,
  line: ReadonlySet<string>,
  top: string | undefined,
): Map<string, number> {
  const depths = new Map<string, number>();
  const depth = (id: string, seen: ReadonlySet<string>): number | undefined => {
    if (id === top) return 0;
    const known = depths.get(id);
    if (known !== undefined) return known;
    let own: number | undefined;
    // Past a company that is not shared, the row itself tells who is above it.
    for (const [steps, parent] of parentsOf(byId.get(id) ?? {}).entries()) {
      if (seen.has(parent)) break;
      const above = parent === top || byId.has(parent) ? depth(parent, new Set([...seen, id])) : undefined;
      if (above !== undefined) own = above + steps + 1;
      if (own !== undefined || byId.has(parent)) break;
    }
    own ??= line.has(id) ? 0 : undefined;
    if (own !== undefined) depths.set(id, own);
    return own;
  };
  for (const id of byId.keys()) {
    const own = depth(id, new Set([id]));
    if (own !== undefined) depths.set(id, own);
  }
  return depths;
}

function familyDeal(row: Row, as: ReadDeals): FamilyDeal | undefined {
  const accountId = recordId(row.AccountId);
  const deal = toOpportunity(row, as, missing('not-yet-read'));
  if (!deal || accountId === undefined) return undefined;
  const { id, name, outcome, owner, stage, amount, closeDate } = deal;
  return { id, name, outcome, owner, stage, amount, closeDate, accountId };
}

function standing(
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
function overdue(
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

const count = ({ deals }: Row): number => finite(deals) ?? 0;
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
  if (codes.size <= 1) return given(known.reduce(add), source, as.asOf);
  if (!isGiven(rates)) return missing(rates.missing, source, as.asOf);
  const into = currency(rates.value.own);
  const converted = known.map((amount) => convert(amount, into, rates.value, today));
  return converted.every((amount) => amount !== undefined)
    ? given(converted.reduce(add), { kind: 'derived', rule: 'converted at the rates of today' }, as.asOf)
    : missing('not-readable', source, as.asOf);
}
