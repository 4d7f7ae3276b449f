import type { Account } from '../../model/account';
import type { CompanyNameIndex, Kin } from './name-index';

/** An account that stands outside a family and looks as if it belonged to it: through which member, and why. */
export type Unlinked = Kin & { readonly like: Account };

/**
 * Accounts that ought to be linked to a family and are not. A suggestion for a person to act on; nothing is ever linked by
 * itself. Each account appears once, beside the member it resembles most.
 *
 * @param members - the accounts known to be one family, the deal's own among them
 */
export function unlinked(index: CompanyNameIndex, members: readonly Account[]): Unlinked[] {
  const family = new Set(members.map(({ id }) => id));
  const best = new Map<string, Unlinked>();
  for (const like of members) {
    for (const kin of index.near(like, family)) {
      const held = best.get(kin.account.id);
      if (!held || kin.score > held.score) best.set(kin.account.id, { ...kin, like });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.account.id < b.account.id ? -1 : 1));
}
