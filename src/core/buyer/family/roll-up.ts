import type { AccountStanding } from '../../model/account';
import type { CivilDate } from '../../value/civil-date';
import type { Currency } from '../../value/currency';
import { ifGiven, isGiven, type Known } from '../../value/known';
import { type Money, money } from '../../value/money';
import type { FamilyNode } from './family-tree';

/** Amounts added up, one sum a currency, and how many companies' amounts are not in them because they are unknown. */
export type Sums = { readonly sums: readonly Money[]; readonly unknown: number };

/** What the seller's organisation has with a whole family, or a branch of it. */
export type RollUp = {
  readonly companies: number;
  readonly open: number;
  readonly openAmount: Sums;
  readonly won: number;
  readonly wonAmount: Sums;
  readonly lost: number;
  readonly overdue: number;
  /** Companies whose overdue deals are not known: in no count of them. */
  readonly overdueUnknown: number;
  /** The latest contact with any company; absent where none is known. */
  readonly lastContactOn?: { readonly on: CivilDate; readonly accountId: string };
  /** Companies for which nobody has counted anything: in no sum. */
  readonly uncounted: readonly string[];
  /** Companies whose last contact lies ahead of today and cannot be one: in no count of contacts. */
  readonly contactAhead: readonly string[];
};

/**
 * Adds up a family. Sums in different currencies stay apart, what is unknown stays unknown and is counted as such.
 *
 * @param nodes - the companies to add up: a tree's `nodes`, or {@link branch} of one
 */
export function rollUp(nodes: readonly FamilyNode[], today: CivilDate): RollUp {
  const standings = nodes.flatMap(({ standing }) => standing ?? []);
  const count = (of: (standing: AccountStanding) => number) => standings.reduce((all, one) => all + of(one), 0);
  const contacts = standings.flatMap(({ accountId, lastContactOn }) =>
    isGiven(lastContactOn) ? [{ accountId, on: lastContactOn.value }] : [],
  );
  const last = contacts
    .filter(({ on }) => on <= today)
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.accountId < b.accountId ? -1 : 1))[0];
  return {
    companies: nodes.length,
    open: count(({ open }) => open),
    openAmount: sums(standings.filter(({ open }) => open > 0).map(({ openAmount }) => openAmount)),
    won: count(({ won }) => won),
    wonAmount: sums(standings.filter(({ won }) => won > 0).map(({ wonAmount }) => wonAmount)),
    lost: count(({ lost }) => lost),
    overdue: count(({ overdue }) => ifGiven(overdue) ?? 0),
    overdueUnknown: standings.filter(({ overdue }) => !isGiven(overdue)).length,
    ...(last && { lastContactOn: last }),
    uncounted: nodes.filter(({ standing }) => standing === undefined).map(({ account }) => account.id),
    contactAhead: contacts.filter(({ on }) => on > today).map(({ accountId }) => accountId),
  };
}

/** A company and all below it, parents first. */
export function branch(node: FamilyNode): FamilyNode[] {
  return [node, ...node.children.flatMap(branch)];
}

function sums(amounts: readonly Known<Money>[]): Sums {
  const totals = new Map<Currency, number>();
  let unknown = 0;
  for (const amount of amounts) {
    const total = isGiven(amount) ? (totals.get(amount.value.currency) ?? 0) + amount.value.minor : Number.NaN;
    // An amount beyond what can be counted exactly is a slip of the keyboard: better left out and counted than added.
    if (isGiven(amount) && Number.isSafeInteger(total)) totals.set(amount.value.currency, total);
    else unknown += 1;
  }
  return {
    sums: [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => money(minor, currency)),
    unknown,
  };
}
