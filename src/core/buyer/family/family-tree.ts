import type { Account, AccountStanding, FamilyAccounts } from '../../model/account';
import { isGiven } from '../../value/known';
import { type CutCycle, cutCycles } from './cycles';

/** The deepest generation that is followed, counted from the ultimate parent at 0. */
export const DEEPEST = 6;

/** A company of a family, with what the seller's organisation has with it and the companies below it. */
export type FamilyNode = {
  readonly account: Account;
  /** Generations below the ultimate parent, 0..6. */
  readonly depth: number;
  /** Absent where nobody has counted it. */
  readonly standing?: AccountStanding;
  readonly children: readonly FamilyNode[];
};

/** Everything wrong or out of sight in a family's links, so that no count passes for complete that is not. */
export type FamilyGaps = {
  /** Links that made a company its own ancestor: each is cut in one place. */
  readonly cycles: readonly CutCycle[];
  /** Companies that exist and are not shared with this user, as far as the CRM counts them. */
  readonly hidden: number;
  /** Members whose parent is named and not among those that were read; the tree starts anew below it. */
  readonly parentUnseen: readonly Account[];
  /** Members below the deepest generation that is followed. */
  readonly deeper: readonly Account[];
  /** Members that no visible link ties to this deal's company. */
  readonly apart: readonly Account[];
  /** Accounts that were listed more than once; the first counts. */
  readonly repeated: number;
};

/** The family of a deal's company: the ultimate parent and all below it. */
export type FamilyTree = {
  /** The ultimate parent that can be seen; the company itself where it has none. */
  readonly root: FamilyNode;
  /** From the ultimate parent down to the deal's company. */
  readonly lineage: readonly Account[];
  /** Every company in the tree, parents before children, siblings by name. */
  readonly nodes: readonly FamilyNode[];
  readonly gaps: FamilyGaps;
};

/**
 * Builds the tree of a company's family from its links; `undefined` where the company is not among the members.
 *
 * The links come from a CRM, where people type them: a company may be its own ancestor, its parent out of sight, the chain
 * longer than any real one. None of that changes what is said about the others.
 */
export function familyTree({ members, standings, hidden }: FamilyAccounts, accountId: string): FamilyTree | undefined {
  const byId = new Map<string, Account>();
  for (const member of members) if (!byId.has(member.id)) byId.set(member.id, member);
  const own = byId.get(accountId);
  if (!own) return undefined;
  const { parentOf, cycles } = cutCycles(byId);
  const lineage = upwards(own, byId, parentOf);
  const top = lineage[0] ?? own;
  const below = new Map<string, Account[]>();
  for (const [child, parent] of parentOf) {
    const account = byId.get(child);
    if (account) below.set(parent, [...(below.get(parent) ?? []), account]);
  }
  const counted = new Map(standings.map((standing) => [standing.accountId, standing]));
  const nodes: FamilyNode[] = [];
  const deeper: Account[] = [];
  const grow = (account: Account, depth: number): FamilyNode => {
    const standing = counted.get(account.id);
    const under = (below.get(account.id) ?? []).sort(byName);
    const place = nodes.length;
    nodes.length += 1;
    if (depth === DEEPEST) for (const child of under) deeper.push(...withAllBelow(child, below));
    const children = depth === DEEPEST ? [] : under.map((child) => grow(child, depth + 1));
    const node = { account, depth, ...(standing && { standing }), children };
    nodes[place] = node;
    return node;
  };
  const root = grow(top, 0);
  const placed = new Set([...nodes.map(({ account }) => account.id), ...deeper.map(({ id }) => id)]);
  const unseen = ({ parentId }: Account) => isGiven(parentId) && !byId.has(parentId.value);
  return {
    root,
    lineage,
    nodes,
    gaps: {
      cycles,
      hidden,
      parentUnseen: [...byId.values()].filter(unseen),
      deeper,
      apart: [...byId.values()].filter(({ id }) => !placed.has(id)),
      repeated: members.length - byId.size,
    },
  };
}

function upwards(from: Account, byId: ReadonlyMap<string, Account>, parentOf: ReadonlyMap<string, string>): Account[] {
  const line = [from];
  for (let id = parentOf.get(from.id); id !== undefined; id = parentOf.get(id)) {
    const parent = byId.get(id);
    if (!parent) break;
    line.unshift(parent);
  }
  return line;
}

function withAllBelow(account: Account, below: ReadonlyMap<string, readonly Account[]>): Account[] {
  const all: Account[] = [];
  const open = [account];
  for (let next = open.pop(); next; next = open.pop()) {
    all.push(next);
    open.push(...(below.get(next.id) ?? []));
  }
  return all;
}

function byName(a: Account, b: Account): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}
