import type { Account } from '../../model/account';
import { isGiven } from '../../value/known';

/** A ring of companies that are each other's parents, and the one whose link upwards is left out to read the rest. */
export type CutCycle = { readonly members: readonly Account[]; readonly cutAbove: Account };

/** The parents of all accounts with every ring cut once: always at the same place, whichever company one comes from. */
export function cutCycles(byId: ReadonlyMap<string, Account>): {
  readonly parentOf: ReadonlyMap<string, string>;
  readonly cycles: readonly CutCycle[];
} {
  const parentOf = new Map<string, string>();
  for (const { id, parentId } of byId.values()) {
    if (isGiven(parentId) && byId.has(parentId.value)) parentOf.set(id, parentId.value);
  }
  const cycles: CutCycle[] = [];
  const settled = new Set<string>();
  for (const start of byId.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let id: string | undefined = start;
    while (id !== undefined && !settled.has(id) && !onPath.has(id)) {
      path.push(id);
      onPath.add(id);
      id = parentOf.get(id);
    }
    if (id !== undefined && onPath.has(id)) {
      const members = path.slice(path.indexOf(id)).flatMap((member) => byId.get(member) ?? []);
      members.sort((a, b) => (a.id < b.id ? -1 : 1));
      const cutAbove = members[0];
      if (cutAbove) {
        cycles.push({ members, cutAbove });
        parentOf.delete(cutAbove.id);
      }
    }
    for (const done of path) settled.add(done);
  }
  return { parentOf, cycles };
}
