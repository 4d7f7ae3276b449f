import { isId, type Row } from '../api/rows';

/** How parties belong together, as far as they were followed. */
export type Relations = {
  /** Child to parent. */
  readonly parents: ReadonlyMap<number, number>;
  readonly names: ReadonlyMap<number, string>;
  /** Parties that a relation names and whose name this user is not shown. */
  readonly hidden: ReadonlySet<number>;
};

export const RELATION_FIELDS = ['from_', 'from_.rec_name', 'to', 'to.rec_name', 'type', 'type.rec_name'];

/**
 * What a company calls its relation types is its own affair; these words tell who stands above whom. Each relation is there in both
 * directions, so that it is enough to know one of them.
 */
const ABOVE = /\b(?:parent|holding|mother|owner|muttergesellschaft|société mère|matriz|moedermaatschappij)\b/i;
const BELOW = /\b(?:subsidiary|daughter|division|branch|tochtergesellschaft|filiale?|dochtermaatschappij)\b/i;

/** @param rows - of `party.relation.all`: from whom, to whom, of what type */
export function toRelations(rows: readonly Row[]): Relations {
  const parents = new Map<number, number>();
  const names = new Map<number, string>();
  const hidden = new Set<number>();
  for (const row of rows) {
    const { from_: from, to } = row;
    const type = nameIn(row['type.']) ?? '';
    if (!isId(from) || !isId(to) || from === to) continue;
    if (BELOW.test(type)) parents.set(from, to);
    else if (ABOVE.test(type)) parents.set(to, from);
    else continue;
    for (const [party, name] of [
      [from, nameIn(row['from_.'])],
      [to, nameIn(row['to.'])],
    ] as const) {
      if (name === undefined) hidden.add(party);
      else names.set(party, name);
    }
  }
  return { parents, names, hidden };
}

function nameIn(linked: unknown): string | undefined {
  const name = typeof linked === 'object' && linked !== null ? (linked as Row).rec_name : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
