import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Client } from './client';
import { composite, MOST_QUERIES } from './composite';
import { readsOf } from './reads';
import { allRows, type Row, unread } from './rows';
import { isCurable, type Seen, withoutName } from './seen';
import { type Children, type Select, soql } from './soql';

/** The rows of a query that was asked in parts, put together, and what is known by then not to be there to be asked. */
export type Together = { readonly rows: readonly Row[]; readonly seen: Seen };

/**
 * Asks a query whose sub-queries are refused for a reason that describe does not tell: a few of them at a time, and those of a refused
 * few each by itself, so that one of them costs the others nothing. What stays refused is remembered. Two calls at most.
 *
 * @returns null where it is not the sub-queries that are refused, or nobody answers
 */
export async function inParts(client: Client, version: string, seen: Seen, select: Select): Promise<Together | null> {
  const children = select.children ?? [];
  const first = await askGroups(client, version, select, divided(children));
  if (first.found.length === 0) return null;
  const { refused } = first;
  const alone = refused.slice(0, MOST_QUERIES).map((child) => [child]);
  const second = alone.length === 0 ? NOTHING : await askGroups(client, version, select, alone);
  const lost = [...second.refused, ...refused.slice(MOST_QUERIES)];
  const untold = Object.fromEntries(
    [...first.untold, ...second.untold].map(([{ relation }, why]) => [relation, unread(why)]),
  );
  return {
    rows: together([...first.found, ...second.found]).map((row) => ({ ...untold, ...row })),
    seen: lost.reduce((now, { relation }) => withoutName(now, select.object, relation), seen),
  };
}

type Groups = {
  readonly found: readonly (readonly Row[])[];
  readonly refused: readonly Children[];
  /** Those that could not be asked just then. */
  readonly untold: readonly (readonly [child: Children, why: CrmProblem])[];
};

const NOTHING: Groups = { found: [], refused: [], untold: [] };

async function askGroups(
  client: Client,
  version: string,
  select: Select,
  groups: readonly (readonly Children[])[],
): Promise<Groups> {
  const parts = groups.map((children) => {
    const part = { ...select, children };
    return { query: soql(part), select: part };
  });
  const answer = await composite<string>(
    client,
    version,
    Object.fromEntries(parts.map((part, n) => [`part${n}`, part])),
  );
  if (!answer.ok) return { ...NOTHING, untold: groups.flat().map((child) => [child, answer.problem]) };
  const found: (readonly Row[])[] = [];
  const refused: Children[] = [];
  const untold: [Children, CrmProblem][] = [];
  for (const [n, children] of groups.entries()) {
    const one = answer.value.of[`part${n}`];
    if (!one) continue;
    const rows = one.ok
      ? await allRows(
          client,
          one.value,
          children.map(({ relation }) => relation),
          { reads: readsOf(parts), leaveOut: () => true },
        )
      : one;
    if (rows.ok) found.push(rows.value);
    else if (isCurable(rows.problem)) refused.push(...children);
    else untold.push(...children.map((child): [Children, CrmProblem] => [child, rows.problem]));
  }
  return { found, refused, untold };
}

function divided(children: readonly Children[]): Children[][] {
  const groups = Array.from({ length: Math.min(MOST_QUERIES, children.length) }, (): Children[] => []);
  for (const [n, child] of children.entries()) groups[n % groups.length]?.push(child);
  return groups;
}

/** The same records out of several answers, each with what hangs on it by all of them. */
function together(answers: readonly (readonly Row[])[]): Row[] {
  const byId = new Map<unknown, Row>();
  for (const row of answers.flat()) byId.set(row.Id, { ...byId.get(row.Id), ...row });
  return [...byId.values()];
}
