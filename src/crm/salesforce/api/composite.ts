import * as v from 'valibot';
import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Instant } from '../../../core/value/instant';
import { ok, problem, type Result } from '../../../core/value/result';
import type { Client } from './client';
import { oneByOne } from './one-by-one';
import { faultOf, problemOf } from './problem';
import { readsOf } from './reads';
import type { Select } from './soql';
import { root } from './version';

/** Parts of one composite request at most, and queries among them (REST API Developer Guide, "Composite"). */
export const MOST_PARTS = 25;
export const MOST_QUERIES = 5;

/** One part: a query, with what it was made from, or a resource below the version's root. */
export type Part = { readonly query: string; readonly select?: Select } | { readonly resource: string };

/** What the parts brought, each by its own name, each well or ill by itself. */
export type Parts<K extends string> = {
  readonly of: Readonly<Record<K, Result<unknown, CrmProblem>>>;
  /** The server's words for each that went ill: what it names is not there to be asked for. Nobody else gets to see them. */
  readonly words: Readonly<Record<string, string>>;
  readonly at: Instant;
};

const Answer = v.looseObject({ compositeResponse: v.array(v.unknown()) });
const PartAnswer = v.looseObject({
  body: v.optional(v.unknown()),
  httpStatusCode: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()),
  referenceId: v.string(),
});

/** Where a part is asked for. */
export function addressOf(version: string, part: Part): string {
  return 'query' in part
    ? `${root(version)}/${part.select?.all ? 'queryAll' : 'query'}?q=${withReferences(part.query)}`
    : `${root(version)}${part.resource}`;
}

/** An address's part, with references to earlier answers left as they are to be read: `@{deal.OwnerId}`. */
function withReferences(text: string): string {
  return encodeURIComponent(text).replace(/%40%7B([\w.]+)%7D/g, '@{$1}');
}

/**
 * Asks several things in one call. Long queries go in the body, where no limit on addresses reaches them. A server that takes no such
 * calls - an old version, something in between that lets nothing be posted - is asked for each of them by itself.
 *
 * @throws {RangeError} more parts or queries than one composite request may have: a mistake of the calling code
 */
export async function composite<K extends string>(
  client: Client,
  version: string,
  parts: Readonly<Record<K, Part>>,
): Promise<Result<Parts<K>, CrmProblem>> {
  const named = Object.entries<Part>(parts);
  if (named.length > MOST_PARTS || named.filter(([, part]) => 'query' in part).length > MOST_QUERIES) {
    throw new RangeError('too much for one composite request');
  }
  const request = {
    allOrNone: false,
    collateSubrequests: true,
    compositeRequest: named.map(([referenceId, part]) => ({
      method: 'GET',
      url: addressOf(version, part),
      referenceId,
    })),
  };
  const reads = readsOf(named.map(([, part]) => part));
  const answer = await client.post(`${root(version)}/composite`, request, reads);
  if (!answer.ok) {
    return answer.problem.kind === 'not-found' ? ok(await oneByOne<K>(client, version, named)) : answer;
  }
  const parsed = v.safeParse(Answer, answer.value.body);
  if (!parsed.success) return problem({ kind: 'not-the-crm' });
  const told = parsed.output.compositeResponse.flatMap((one) => {
    const part = v.safeParse(PartAnswer, one);
    return part.success ? [part.output] : [];
  });
  const words: Record<string, string> = {};
  const of = Object.fromEntries(
    named.map(([name]) => {
      const one = told.find(({ referenceId }) => referenceId === name);
      if (!one) return [name, problem<CrmProblem>({ kind: 'not-the-crm' })];
      if (one.httpStatusCode >= 200 && one.httpStatusCode < 300) return [name, ok(one.body)];
      words[name] = faultOf(one.body).message;
      return [name, problem(problemOf(one.httpStatusCode, one.body))];
    }),
  ) as Record<K, Result<unknown, CrmProblem>>;
  return ok({ of, words, at: answer.value.at });
}
