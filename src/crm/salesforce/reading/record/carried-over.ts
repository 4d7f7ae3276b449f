import type { Dossier } from '../../../../core/model/dossier';
import { type Instant, millisecondsBetween } from '../../../../core/value/instant';
import { ifGiven, isGiven, type Known } from '../../../../core/value/known';
import type { Earlier } from '../../../port';

/** How long the companies around an account, and a rep's quotas, count as read. */
const DAILY = 24 * 3_600_000;

/** Where the owner of the deal stands that is read in the same call. */
export const OWNER_OF_DEAL = '@{deal.OwnerId}';
export const ACCOUNT_OF_DEAL = '@{deal.AccountId}';

/** What of an earlier look still stands, for a deal at this account; nothing where it is at another by now. */
export type Carried = { readonly family?: Dossier['family']; readonly lookalikes?: Dossier['lookalikes'] };

/** The family and what sounds like it, where they are of the same account and not too old. */
export function carriedOver(dossier: Dossier | null, account: string | undefined, now: Instant): Carried {
  if (!dossier || account === undefined || accountOf(dossier) !== account) return {};
  const { family, lookalikes } = dossier;
  const stands = (block: Known<unknown>) => isGiven(block) && isDaily(block.asOf, now);
  return stands(family) ? { family, ...(stands(lookalikes) && { lookalikes }) } : {};
}

export function accountOf(dossier: Dossier | null): string | undefined {
  return (dossier && ifGiven(dossier.opportunity.account)?.id) ?? undefined;
}

/** The ids upwards from an account, as an earlier look's family has them. */
export function lineOfFamily(family: Dossier['family'] | undefined, account: string): string[] {
  const members = (family && ifGiven(family)?.members) ?? [];
  const ids = [account];
  for (;;) {
    const member = members.find(({ id }) => id === ids.at(-1));
    const parent = member && ifGiven(member.parentId);
    if (parent === undefined || ids.includes(parent)) return ids;
    ids.push(parent);
  }
}

/** Whether the goals of an earlier book do for another look. */
export function goalsStand({ book, dossier }: Earlier, now: Instant): boolean {
  const owner = dossier && ifGiven(dossier.opportunity.owner);
  return book !== null && owner?.id === book.rep.id && isGiven(book.goals) && isDaily(book.goals.asOf, now);
}

/** Whether open deals of a family are still to be read, of one that stands otherwise. */
export function lacksDeals({ family }: Carried): boolean {
  return family !== undefined && isGiven(family) && !isGiven(family.value.deals);
}

function isDaily(asOf: Instant, now: Instant): boolean {
  return Math.abs(millisecondsBetween(asOf, now)) < DAILY;
}
