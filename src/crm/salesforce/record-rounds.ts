import type { Dossier } from '../../core/model/dossier';
import type { CivilDate } from '../../core/value/civil-date';
import { type Instant, millisecondsBetween } from '../../core/value/instant';
import { ifGiven, isGiven } from '../../core/value/known';
import type { Row } from './api/rows';
import type { Select } from './api/soql';
import { recordId } from './ids';
import { bookOf } from './queries/deals';
import { family, overdue, quotas, standings } from './queries/organisation';

/** Whose deal it is, and the companies from its account upwards: what the questions about the book and the family hang on. */
export type Ties = { readonly owner: string | undefined; readonly chain: readonly string[] };

/** How long the companies around an account count as read. */
const FAMILY_FRESH_FOR = 24 * 3_600_000;

/** How many companies upwards one look takes in. */
const MOST_ABOVE = 3;

/** The ties as the record itself states them. */
export function tiesOf(deal: Row, around: Row | undefined): Ties {
  const account = (around?.Account ?? null) as Row | null;
  const parent = (account?.Parent ?? null) as Row | null;
  const chain = [deal.AccountId, account?.ParentId, parent?.ParentId].flatMap((id) => recordId(id) ?? []);
  return { owner: recordId(deal.OwnerId), chain: [...new Set(chain)] };
}

/** The ties as they were the last time, so that a second look needs no second round. */
export function tiesBefore(dossier: Dossier | null): Ties | undefined {
  const owner = dossier && ifGiven(dossier.opportunity.owner)?.id;
  const account = dossier && ifGiven(dossier.opportunity.account)?.id;
  if (!dossier || owner === undefined || owner === null) return undefined;
  const members = ifGiven(dossier.family)?.members ?? [];
  const chain: string[] = [];
  for (let id = account ?? undefined; id !== undefined && chain.length < MOST_ABOVE && !chain.includes(id); ) {
    chain.push(id);
    const member = members.find((one) => one.id === id);
    id = member && ifGiven(member.parentId);
  }
  return { owner, chain };
}

export function sameTies(a: Ties | undefined, b: Ties): boolean {
  return a !== undefined && a.owner === b.owner && a.chain.join() === b.chain.join();
}

/** The family of an earlier look, where it is of the same account and not too old. */
export function familyBefore(dossier: Dossier | null, ties: Ties, now: Instant): Dossier['family'] | undefined {
  if (!dossier || !isGiven(dossier.family) || !isGiven(dossier.account)) return undefined;
  if (dossier.account.value.id !== ties.chain[0]) return undefined;
  return Math.abs(millisecondsBetween(dossier.family.asOf, now)) < FAMILY_FRESH_FOR ? dossier.family : undefined;
}

export type BookQueries = { readonly book: Select; readonly quotas: Select };
export type FamilyQueries = { readonly family: Select; readonly standings: Select; readonly overdue: Select };

export function bookQueries(
  ties: Ties,
  now: Instant,
  today: CivilDate,
  multiCurrency: boolean,
): BookQueries | undefined {
  return ties.owner === undefined
    ? undefined
    : { book: bookOf(ties.owner, now, today, multiCurrency), quotas: quotas(ties.owner, today, multiCurrency) };
}

export function familyQueries(ties: Ties, today: CivilDate): FamilyQueries | undefined {
  return ties.chain.length === 0
    ? undefined
    : { family: family(ties.chain), standings: standings(ties.chain), overdue: overdue(ties.chain, today) };
}
