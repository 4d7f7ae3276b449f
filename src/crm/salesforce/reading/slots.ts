import { MOST_QUERIES } from '../api/composite';
import { asSeen, type Seen } from '../api/seen';
import type { Select } from '../api/soql';

/** Queries that are wanted of one call, the most wanted first. */
export type Wanted = readonly (readonly [name: string, select: Select | undefined])[];

/** As many of them as one call may hold; those that ask for what is known not to be there take no place. */
export function fitting(wanted: Wanted, seen: Seen): Readonly<Record<string, Select>> {
  const queries: Record<string, Select> = {};
  let taken = 0;
  for (const [name, select] of wanted) {
    if (!select) continue;
    const asked = asSeen(select, seen) !== undefined;
    if (asked && taken === MOST_QUERIES) continue;
    queries[name] = select;
    if (asked) taken += 1;
  }
  return queries;
}

/** How many places they take. */
export function places(wanted: Wanted, seen: Seen): number {
  return wanted.filter(([, select]) => select && asSeen(select, seen)).length;
}
