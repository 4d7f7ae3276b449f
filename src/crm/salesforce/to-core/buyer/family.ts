import type { FamilyAccounts, FamilyDeal } from '../../../../core/model/account';
import type { CivilDate } from '../../../../core/value/civil-date';
import type { Rates } from '../../../../core/value/conversion';
import { ifGiven, isGiven, type Known, mapKnown, missing } from '../../../../core/value/known';
import { block } from '../../../known';
import { childrenOf, type Row } from '../../api/rows';
import { recordId } from '../../ids';
import { DEALS_OF_COMPANY, DEEPEST_QUERY, MOST_DEALS } from '../../queries/family';
import { parentsOf } from '../../reading/chain';
import { type ReadDeals, toOpportunity } from '../deal/opportunity';
import { finite } from '../field';
import { toAccount } from './account';
import { count, overdue, standing } from './standing';

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
  const all = hanging
    .flatMap((rows) => rows ?? [])
    .sort((a, b) => (size(a) === size(b) ? (String(a.Id) < String(b.Id) ? -1 : 1) : size(b) - size(a)));
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
