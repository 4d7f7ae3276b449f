import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Result } from '../../../core/value/result';
import { type Row, rowOf } from '../api/rows';
import { recordId } from '../ids';

/** The names of the parts that bring an account and the companies above it: as many generations as a family is followed. */
const UPWARDS = ['account', 'up1', 'up2', 'up3', 'up4', 'up5', 'up6'] as const;

/** An account and the companies above it. */
export type Chain = {
  /** The rows that can be seen, from the account upwards. */
  readonly rows: readonly Row[];
  /** All ids that are named, from the account's upwards: also those of companies that are not shared. */
  readonly ids: readonly string[];
  /** What came of the account itself; undefined where there is none, or nobody asked. */
  readonly account: Result<unknown, CrmProblem> | undefined;
};

const NO_CHAIN: Chain = { rows: [], ids: [], account: undefined };

/**
 * Parts of a call that read an account and, each by the one before, the companies above it. Records count for nothing among the
 * queries of a call, and tell every field that the user may see.
 *
 * @param account - its id, or a reference to where it stands
 */
export function chainParts(account: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    UPWARDS.map((name, n) => [name, `/sobjects/Account/${n === 0 ? account : `@{${UPWARDS[n - 1]}.ParentId}`}`]),
  );
}

/**
 * The chain as the parts brought it.
 *
 * @param account - whose chain it is
 * @param named - ids of the companies above it, as the deal's own row tells them: they lead past one that is not shared
 */
export function chainOf(
  bodies: Readonly<Record<string, Result<unknown, CrmProblem> | undefined>>,
  account: string | undefined,
  named: readonly string[],
): Chain {
  if (account === undefined) return NO_CHAIN;
  const rows: Row[] = [];
  const ids = [account];
  for (const name of UPWARDS) {
    const body = bodies[name];
    const row = body?.ok ? rowOf(body.value) : undefined;
    if (!row || recordId(row.Id) !== ids[rows.length]) break;
    rows.push(row);
    const parent = recordId(row.ParentId);
    // A company that is its own ancestor: the tree says so, the chain ends.
    if (parent === undefined || ids.includes(parent)) break;
    if (ids.length < UPWARDS.length) ids.push(parent);
  }
  const known = named.indexOf(ids.at(-1) ?? '');
  const further = known < 0 ? (ids.length === 1 ? named.filter((id) => id !== account) : []) : named.slice(known + 1);
  for (const id of further) if (!ids.includes(id)) ids.push(id);
  return { rows, ids, account: bodies.account };
}

/** The ids from a deal's account upwards that its own row names. */
export function namedAbove(deal: Row, around: Row | undefined): string[] {
  const account = around?.Account;
  const ids = [deal.AccountId, ...(typeof account === 'object' && account !== null ? parentsOf(account as Row) : [])];
  return [...new Set(ids.flatMap((id) => recordId(id) ?? []))];
}

/** The ids of the companies above one that its own row names, nearest first. */
export function parentsOf(account: Row): string[] {
  const ids: string[] = [];
  let at: unknown = account;
  while (typeof at === 'object' && at !== null) {
    const id = recordId((at as Row).ParentId);
    if (id !== undefined) ids.push(id);
    at = (at as Row).Parent;
  }
  return ids;
}
