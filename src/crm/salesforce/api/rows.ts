import * as v from 'valibot';
import type { CrmProblem } from '../../../core/model/crm-problem';
import { ok, problem, type Result } from '../../../core/value/result';
import type { HttpRequest } from '../../http';
import type { Client } from './client';

/** A record as the API gives it: field name to value. A field that was not selected, or is hidden, is not there. */
export type Row = Readonly<Record<string, unknown>>;

const Record = v.record(v.string(), v.unknown());

/** What is no record among records is none of them, and one that comes twice is there once. */
const Envelope = v.pipe(
  v.looseObject({
    done: v.nullish(v.boolean()),
    records: v.pipe(
      v.nullable(v.array(v.unknown())),
      v.transform((records) =>
        once((records ?? []).filter((one) => v.is(Record, one) && !Array.isArray(one)) as Row[]),
      ),
    ),
    nextRecordsUrl: v.nullish(v.string()),
  }),
  v.transform((page) => ({ ...page, done: page.done ?? typeof page.nextRecordsUrl !== 'string' })),
);

/** Pages followed at most for one answer: a server that has still more to say says the same again. */
const MOST_PAGES = 50;

/** A page of the same API, wherever its address is said to be: it is asked for where the session belongs. */
const NEXT = /^(?:https:\/\/[\w.-]+)?(\/services\/data\/v[\d.]+\/query(?:All)?\/[\w.~-]+)$/;

/** Stands in place of the child records of a sub-query whose further pages could not be read. */
const UNREAD = 'goalsideUnread';

/** What stands in place of child records that could not be read. */
export const unread = (why: CrmProblem): unknown => ({ [UNREAD]: why });

/** Why the child records of a relation are missing, where they could not be read, or a further page of them. */
export function unreadOf(row: Row, relation: string): CrmProblem | undefined {
  const value = row[relation];
  return typeof value === 'object' && value !== null ? (value as { [UNREAD]?: CrmProblem })[UNREAD] : undefined;
}

/** A record. `undefined`: another shape. */
export function rowOf(body: unknown): Row | undefined {
  const parsed = v.safeParse(v.record(v.string(), v.unknown()), body);
  return parsed.success && !Array.isArray(body) ? parsed.output : undefined;
}

/** The child records of a sub-query: Salesforce writes none at all as null. `undefined`: another shape, or not asked for. */
export function childrenOf(row: Row, relation: string): readonly Row[] | undefined {
  const value = row[relation];
  if (value === null) return [];
  const parsed = v.safeParse(Envelope, value);
  return parsed.success ? parsed.output.records.filter(({ IsDeleted }) => IsDeleted !== true) : undefined;
}

export type Following = {
  /** Tells what the further pages hold. */
  readonly reads?: HttpRequest['reads'];
  /** Whether a sub-query whose further pages cannot be read is left out alone; else, and unless told, the whole answer counts as none. */
  readonly leaveOut?: (problem: CrmProblem) => boolean;
};

/**
 * All rows of a query's answer, with the further pages of the answer and of its sub-queries followed.
 *
 * @param relations - the sub-queries it holds
 */
export async function allRows(
  client: Client,
  body: unknown,
  relations: readonly string[] = [],
  { reads, leaveOut = () => false }: Following = {},
): Promise<Result<readonly Row[], CrmProblem>> {
  const rows = await pages(client, body, reads);
  if (!rows.ok) return rows;
  const whole: Row[] = [];
  for (const row of rows.value) {
    let filled: Row = row;
    for (const relation of relations) {
      const inner = v.safeParse(Envelope, row[relation]);
      if (!inner.success || inner.output.done) continue;
      const children = await pages(client, row[relation], reads);
      if (!children.ok && !leaveOut(children.problem)) return children;
      filled = {
        ...filled,
        [relation]: children.ok ? { done: true, records: children.value } : unread(children.problem),
      };
    }
    whole.push(filled);
  }
  return ok(whole);
}

async function pages(
  client: Client,
  body: unknown,
  reads: HttpRequest['reads'],
): Promise<Result<readonly Row[], CrmProblem>> {
  const rows: Row[] = [];
  const asked = new Set<string>();
  let page = body;
  for (;;) {
    const parsed = v.safeParse(Envelope, page);
    if (!parsed.success) return problem({ kind: 'not-the-crm' });
    rows.push(...parsed.output.records);
    if (parsed.output.done) return ok(once(rows));
    const next = NEXT.exec(parsed.output.nextRecordsUrl ?? '')?.[1];
    // Part of an answer is never taken for all of it.
    if (next === undefined || asked.has(next) || asked.size === MOST_PAGES) return problem({ kind: 'not-the-crm' });
    asked.add(next);
    const answer = await client.get(next, reads);
    if (!answer.ok) return answer;
    page = answer.value.body;
  }
}

/** Each record once, by the fifteen characters of its id that tell it from others; what has no id stands for itself. */
function once(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ Id }) => {
    if (typeof Id !== 'string') return true;
    const id = Id.slice(0, 15);
    return !seen.has(id) && seen.add(id);
  });
}
