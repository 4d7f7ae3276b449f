import type { CrmProblem } from '../../../core/model/crm-problem';
import { ok, type Result } from '../../../core/value/result';
import type { Client } from './client';
import { composite, MOST_QUERIES } from './composite';
import { readsOf } from './reads';
import { allRows, type Row } from './rows';
import { isCurable, type Seen, withoutName } from './seen';
import { type Children, type Select, soql } from './soql';

/** The rows of a query that was asked in parts, put together, and what is known by then not to be there to be asked. */
export type Together = { readonly rows: readonly Row[]; readonly seen: Seen };

/**
 * Asks a query whose sub-queries are refused for a reason that describe does not tell: a few of them at a time, and those of a refused
 * few each by itself, so that one of them costs the others nothing. What stays refused is remembered. Two calls at most.
 *
 * @returns null where it is not the sub-queries that are refused
 */
export async function inParts(
  client: Client,
  version: string,
  seen: Seen,
  select: Select,
): Promise<Result<Together | null, CrmProblem>> {
  const children = select.children ?? [];
  const first = await askGroups(client, version, select, divided(children));
  if (!first.ok) return first;
  if (first.value.found.length === 0) return ok(null);
  const { refused } = first.value;
  if (refused.length === 0) return ok({ rows: together(first.value.found), seen });
  const alone = refused.slice(0, MOST_QUERIES).map((child) => [child]);
  const second = await askGroups(client, version, select, alone);
  if (!second.ok) return second;
  const lost = [...second.value.refused, ...refused.slice(MOST_QUERIES)];
  return ok({
    rows: together([...first.value.found, ...second.value.found]),
    seen: lost.reduce((now, { relation }) => withoutName(now, select.object, relation), seen),
  });
}

type Groups = { readonly found: readonly (readonly Row[])[]; readonly refused: readonly Children[] };

async function askGroups(
  client: Client,
  version: string,
  select: Select,
  groups: readonly (readonly Children[])[],
): Promise<Result<Groups, CrmProblem>> {
  const parts = groups.map((children) => {
    const part = { ...select, children };
    return { query: soql(part), select: part };
  });
  const answer = await composite<string>(
    client,
    version,
    Object.fromEntries(parts.map((part, n) => [`part${n}`, part])),
  );
  if (!answer.ok) return answer;
  const found: (readonly Row[])[] = [];
  const refused: Children[] = [];
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
    else return rows;
  }
  return ok({ found, refused });
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
