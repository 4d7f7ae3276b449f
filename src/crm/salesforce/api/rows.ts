import * as v from 'valibot';
import type { CrmProblem } from '../../../core/model/crm-problem';
import { ok, problem, type Result } from '../../../core/value/result';
import type { HttpRequest } from '../../http';
import type { Client } from './client';

/** A record as the API gives it: field name to value. A field that was not selected, or is hidden, is not there. */
export type Row = Readonly<Record<string, unknown>>;

const Envelope = v.looseObject({
  done: v.boolean(),
  records: v.pipe(
    v.nullable(v.array(v.record(v.string(), v.unknown()))),
    v.transform((records) => records ?? []),
  ),
  nextRecordsUrl: v.optional(v.nullable(v.string())),
});

/** Pages followed at most for one answer: what is beyond is not worth a person's wait. */
const MOST_PAGES = 20;

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

/**
 * All rows of a query's answer, with the further pages of the answer and of its sub-queries followed.
 *
 * @param relations - the sub-queries it holds
 * @param reads - tells what the further pages hold
 */
export async function allRows(
  client: Client,
  body: unknown,
  relations: readonly string[] = [],
  reads?: HttpRequest['reads'],
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
      if (!children.ok) return children;
      filled = { ...filled, [relation]: { done: true, records: children.value } };
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
  let page = body;
  for (let count = 1; ; count += 1) {
    const parsed = v.safeParse(Envelope, page);
    if (!parsed.success) return problem({ kind: 'not-the-crm' });
    rows.push(...parsed.output.records);
    const next = parsed.output.nextRecordsUrl;
    if (parsed.output.done || typeof next !== 'string' || count === MOST_PAGES) return ok(rows);
    if (!/^\/services\/data\/v[\d.]+\/query(?:All)?\/[\w.~-]+$/.test(next)) return problem({ kind: 'not-the-crm' });
    const answer = await client.get(next, reads);
    if (!answer.ok) return answer;
    page = answer.value.body;
  }
}
