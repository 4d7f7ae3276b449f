import type { Role } from '../../../model/person';
import type { Norms } from '../norms';
import type { Trace } from '../trace/trace';
import { count } from './tally';

export type CommitteesCount = {
  /** @param size - of the deal; `undefined` where it is not known */
  readonly count: (trace: Pick<Trace, 'r'>, size: number | undefined) => void;
  readonly all: () => Norms['committees'];
};

/**
 * Counts the people and roles on won deals by size of deal.
 *
 * @param sizes - how many there are; where there is one only, every deal is of it
 */
export function committeesCount(sizes: number): CommitteesCount {
  const found = Array.from({ length: sizes }, () => ({ n: 0, people: [] as number[], roles: new Map<Role, number>() }));
  return {
    count({ r }, size) {
      const of = found[sizes === 1 ? 0 : (size ?? -1)];
      if (r === null || !of) return;
      of.n += 1;
      count(of.people, r.length);
      for (const role of r) of.roles.set(role, (of.roles.get(role) ?? 0) + 1);
    },
    all: () => found.map(({ n, people, roles }) => ({ n, people, roles: Object.fromEntries(roles) })),
  };
}
