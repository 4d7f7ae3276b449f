import type { CrmProblem } from '../../../core/model/crm-problem';
import { problem, type Result } from '../../../core/value/result';
import type { Client } from './client';
import { composite, MOST_QUERIES } from './composite';
import { readsOf } from './reads';
import { allRows, type Row, unread } from './rows';
import { isCurable, type Seen, withoutName } from './seen';
import { type Children, type Select, soql } from './soql';

/** The rows of a query that was asked in parts, put together, and what is known by then not to be there to be asked. */
export type Together = { readonly rows: readonly Row[]; readonly seen: Seen };

/**
 * Asks a query that is refused for a reason which describe does not tell in parts: what it asks of the records themselves, and their
 * sub-queries a few at a time, and those of a refused few each by itself, so that one of them costs the others nothing. What stays
 * refused is remembered. Two calls at most.
 *
 * @returns null where it is not the sub-queries that are refused, or nobody answers
 */
export async function inParts(client: Client, version: string, seen: Seen, select: Select): Promise<Together | null> {
  const children = select.children ?? [];
  const [own, ...first] = await askAll(client, version, [
    { ...select, children: [] },
    ...divided(children).map((some) => hangingOn(select, some)),
  ]);
  // Records of which nobody knows more than their ids are of use for what hangs on them, or not at all.
  if (!own || (!own.answer.ok && !select.forChildren)) return null;
  const refused = first.filter(isRefused).flatMap(({ part }) => part.children ?? []);
  const alone = refused.slice(0, MOST_QUERIES);
  const second = await askAll(
    client,
    version,
    alone.map((child) => hangingOn(select, [child])),
  );
  const all = [own, ...first, ...second];
  const found = all.flatMap(({ answer }) => (answer.ok ? [answer.value] : []));
  if (found.length === 0) return null;
  const lost = [...second.filter(isRefused).flatMap(({ part }) => part.children ?? []), ...refused.slice(MOST_QUERIES)];
  const untold = all.flatMap(({ part, answer }) =>
    answer.ok || isCurable(answer.problem)
      ? []
      : (part.children ?? []).map(({ relation }) => [relation, unread(answer.problem)]),
  );
  return {
    rows: together(found).map((row) => ({ ...Object.fromEntries(untold), ...row })),
    seen: lost.reduce((now, { relation }) => withoutName(now, select.object, relation), seen),
  };
}

type Asked = { readonly part: Select; readonly answer: Result<readonly Row[], CrmProblem> };

const isRefused = ({ answer }: Asked): boolean => !answer.ok && isCurable(answer.problem);

/** The same records, with no more of them than their ids and these sub-queries. */
function hangingOn(select: Select, children: readonly Children[]): Select {
  return { ...select, fields: ['Id'], children };
}

async function askAll(client: Client, version: string, parts: readonly Select[]): Promise<Asked[]> {
  if (parts.length === 0) return [];
  const queries = parts.map((select) => ({ query: soql(select), select }));
  const named = Object.fromEntries(queries.map((query, n) => [`part${n}`, query]));
  const answer = await composite<string>(client, version, named);
  const asked: Asked[] = [];
  for (const [n, part] of parts.entries()) {
    const one = answer.ok ? answer.value.of[`part${n}`] : problem(answer.problem);
    if (!one) continue;
    const relations = (part.children ?? []).map(({ relation }) => relation);
    const following = { reads: readsOf(queries), leaveOut: () => true };
    asked.push({ part, answer: one.ok ? await allRows(client, one.value, relations, following) : one });
  }
  return asked;
}

/** A few at a time, beside what is asked of the records themselves. */
function divided(children: readonly Children[]): Children[][] {
  const groups = Array.from({ length: Math.min(MOST_QUERIES - 1, children.length) }, (): Children[] => []);
  for (const [n, child] of children.entries()) groups[n % groups.length]?.push(child);
  return groups;
}

/** The same records out of several answers, each with what hangs on it by all of them. */
function together(answers: readonly (readonly Row[])[]): Row[] {
  const byId = new Map<unknown, Row>();
  for (const row of answers.flat()) byId.set(row.Id, { ...byId.get(row.Id), ...row });
  return [...byId.values()];
}
