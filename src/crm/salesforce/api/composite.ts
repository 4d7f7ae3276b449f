import * as v from 'valibot';
import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Instant } from '../../../core/value/instant';
import { ok, problem, type Result } from '../../../core/value/result';
import type { Client } from './client';
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

const Answer = v.looseObject({
  compositeResponse: v.array(v.looseObject({ body: v.unknown(), httpStatusCode: v.number(), referenceId: v.string() })),
});

/** An address's part, with references to earlier answers left as they are to be read: `@{deal.OwnerId}`. */
function withReferences(text: string): string {
  return encodeURIComponent(text).replace(/%40%7B([\w.]+)%7D/g, '@{$1}');
}

/**
 * Asks several things in one call. Long queries go in the body, where no limit on addresses reaches them.
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
      url:
        'query' in part
          ? `${root(version)}/${part.select?.all ? 'queryAll' : 'query'}?q=${withReferences(part.query)}`
          : `${root(version)}${part.resource}`,
      referenceId,
    })),
  };
  const reads = readsOf(named.map(([, part]) => part));
  const answer = await client.post(`${root(version)}/composite`, request, reads);
  if (!answer.ok) return answer;
  const parsed = v.safeParse(Answer, answer.value.body);
  if (!parsed.success) return problem({ kind: 'not-the-crm' });
  const words: Record<string, string> = {};
  const of = Object.fromEntries(
    named.map(([name]) => {
      const one = parsed.output.compositeResponse.find(({ referenceId }) => referenceId === name);
      if (!one) return [name, problem<CrmProblem>({ kind: 'not-the-crm' })];
      if (one.httpStatusCode >= 200 && one.httpStatusCode < 300) return [name, ok(one.body)];
      words[name] = faultOf(one.body).message;
      return [name, problem(problemOf(one.httpStatusCode, one.body))];
    }),
  ) as Record<K, Result<unknown, CrmProblem>>;
  return ok({ of, words, at: answer.value.at });
}
