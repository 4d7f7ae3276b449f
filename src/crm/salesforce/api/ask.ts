import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Instant } from '../../../core/value/instant';
import { ok, problem, type Result } from '../../../core/value/result';
import type { Client } from './client';
import { composite, MOST_PARTS, MOST_QUERIES, type Part } from './composite';
import { inParts } from './in-parts';
import { readsOf } from './reads';
import { writtenOut } from './references';
import { allRows, type Row } from './rows';
import { asSeen, asTold, describePart, isCurable, objectsOf, type Seen, withDescribe, withoutObject } from './seen';
import { type Select, soql } from './soql';

const MAIL = 'EmailMessage';

/** What a round of questions brought. */
export type Round<Q extends string, R extends string> = {
  readonly rows: Readonly<Record<Q, Result<readonly Row[], CrmProblem>>>;
  readonly bodies: Readonly<Record<R, Result<unknown, CrmProblem>>>;
  readonly seen: Seen;
  readonly at: Instant;
};

export type Asking = {
  /** Whether to find out at once what is in the way of a refused query: not where the next round will know. True unless told. */
  readonly cure?: boolean;
};

/**
 * Asks queries and single records in one call. A query that is refused for what it names - a hidden field, a feature that is
 * off - is asked again for what describe says is there: two calls more, once, since what was seen is remembered. Where that does not
 * help, what hangs on its records is asked for in parts.
 */
export async function ask<Q extends string, R extends string>(
  client: Client,
  version: string,
  seen: Seen,
  queries: Readonly<Record<Q, Select>>,
  resources: Readonly<Record<R, string>>,
  { cure = true }: Asking = {},
): Promise<Result<Round<Q, R>, CrmProblem>> {
  const names = Object.keys(queries) as Q[];
  const fitted = fittedQueries(names, queries, seen);
  const first = await composite<string>(client, version, {
    // A query may refer to a record that is read with it: records first.
    ...Object.fromEntries(Object.entries<string>(resources).map(([name, resource]) => [name, { resource }])),
    ...queryParts(fitted),
  });
  if (!first.ok) return first;
  const answers: Record<string, Result<unknown, CrmProblem>> = { ...first.value.of };
  const unheard = [...fitted].filter(([name, { all }]) => {
    const answer = answers[name];
    return all && answer?.ok === false && answer.problem.kind === 'not-found';
  });
  if (unheard.length > 0) {
    const plain = new Map(unheard.map(([name, { all: _, ...select }]) => [name, writtenOut(select, answers)] as const));
    const again = await composite<string>(client, version, queryParts(plain));
    if (again.ok) Object.assign(answers, again.value.of);
  }

  const refused = [...fitted.keys()].filter((name) => {
    const answer = answers[name];
    return answer !== undefined && !answer.ok && isCurable(answer.problem) && !queries[name].optional;
  });
  const simply = refused.filter((name) => isSimplyOff(queries[name], answers[name]));
  const unclear = refused.filter((name) => !simply.includes(name));
  const inPieces: Partial<Record<Q, readonly Row[]>> = {};
  let learned = simply.reduce((now, name) => withoutObject(now, queries[name].object), seen);
  if (cure && unclear.length > 0) {
    const objects = unclear.flatMap((name) => objectsOf(queries[name]));
    learned = await describe(client, version, learned, objects);
    learned = unclear.reduce((now, name) => asTold(now, queries[name], first.value.words[name] ?? ''), learned);
    // What it was refused for is all that is lost where nobody answers to this.
    const retry = async (names: readonly Q[]) => {
      const again = [...fittedQueries(names, queries, learned)].map(
        ([name, select]) => [name, writtenOut(select, answers)] as const,
      );
      if (again.length === 0) return;
      const next = await composite<string>(client, version, queryParts(new Map(again)));
      if (next.ok) Object.assign(answers, next.value.of);
    };
    await retry(unclear);
    // Mail has rules of its own for who may query it and how; the rest must not be lost with it.
    const still = unclear.filter((name) => {
      const answer = answers[name];
      const mails = (queries[name].children ?? []).some(({ object }) => object === MAIL);
      return mails && answer !== undefined && !answer.ok && isCurable(answer.problem);
    });
    if (still.length > 0) {
      learned = withoutObject(learned, MAIL);
      await retry(still);
    }
    for (const name of unclear) {
      const answer = answers[name];
      const select = asSeen(queries[name], learned);
      if (!select?.children?.length || !answer || answer.ok || !isCurable(answer.problem)) continue;
      const pieces = await inParts(client, version, learned, writtenOut(select, answers));
      if (!pieces) continue;
      inPieces[name] = pieces.rows;
      learned = pieces.seen;
    }
  }

  const rows = {} as Record<Q, Result<readonly Row[], CrmProblem>>;
  for (const name of names) {
    const answer = answers[name];
    const pieces = inPieces[name];
    if (pieces) rows[name] = ok(pieces);
    else if (!answer)
      rows[name] = problem({ kind: learned.off.includes(queries[name].object) ? 'feature-off' : 'hidden' });
    else if (!answer.ok) rows[name] = answer;
    else {
      const select = writtenOut(asSeen(queries[name], learned) ?? queries[name], answers);
      rows[name] = await wholeOf(client, version, answer.value, select);
    }
  }
  const bodies = Object.fromEntries(Object.keys(resources).map((name) => [name, answers[name]])) as Round<
    Q,
    R
  >['bodies'];
  return ok({ rows, bodies, seen: learned, at: first.value.at });
}

/** All rows of an answer. The place in a long one is kept by the server for a while only: where it is lost, once more from the start. */
async function wholeOf(
  client: Client,
  version: string,
  body: unknown,
  select: Select,
): Promise<Result<readonly Row[], CrmProblem>> {
  const rows = (from: unknown, leaveOut: (problem: CrmProblem) => boolean) =>
    allRows(
      client,
      from,
      (select.children ?? []).map(({ relation }) => relation),
      { reads: readsOf([{ query: '', select }]), leaveOut },
    );
  // What hangs on the records and cannot be read must not cost the records.
  const once = await rows(body, ({ kind }) => kind !== 'invalid');
  if (once.ok || once.problem.kind !== 'invalid') return once;
  const again = await composite<string>(client, version, { again: { query: soql(select), select } });
  if (!again.ok) return again;
  const fresh = again.value.of.again;
  return fresh?.ok ? rows(fresh.value, () => true) : once;
}

/** A query of one object that the organisation does not know: there is nothing to look up. */
function isSimplyOff({ children = [] }: Select, answer: Result<unknown, CrmProblem> | undefined): boolean {
  return children.length === 0 && answer?.ok === false && answer.problem.kind === 'feature-off';
}

function fittedQueries<Q extends string>(
  names: readonly Q[],
  queries: Readonly<Record<Q, Select>>,
  seen: Seen,
): Map<Q, Select> {
  const fitted = new Map<Q, Select>();
  for (const name of names) {
    const select = asSeen(queries[name], seen);
    if (select) fitted.set(name, select);
  }
  if (fitted.size > MOST_QUERIES) throw new RangeError('more queries than one call may ask');
  return fitted;
}

function queryParts(fitted: ReadonlyMap<string, Select>): Record<string, Part> {
  return Object.fromEntries([...fitted].map(([name, select]) => [name, { query: soql(select), select }]));
}

async function describe(client: Client, version: string, seen: Seen, objects: readonly string[]): Promise<Seen> {
  const all = [...new Set(objects)].slice(0, MOST_PARTS);
  const answer = await composite<string>(
    client,
    version,
    Object.fromEntries(all.map((object) => [object, describePart(object)])),
  );
  // Where nothing at all can be described, that something cannot be says nothing of it.
  if (!answer.ok || !Object.values<Result<unknown, CrmProblem>>(answer.value.of).some(({ ok: told }) => told))
    return seen;
  return all.reduce((now, object) => {
    const one = answer.value.of[object];
    return one ? withDescribe(now, object, one) : now;
  }, seen);
}
