import * as v from 'valibot';
import { Fault } from '../fault';
import type { Tables } from '../table';
import { type Answer, good } from './answer';
import type { Request } from './api';

const MOST_PARTS = 25;
const MOST_QUERIES = 5;

const Composite = v.object({
  allOrNone: v.optional(v.boolean(), false),
  collateSubrequests: v.optional(v.boolean()),
  compositeRequest: v.array(
    v.object({
      method: v.string(),
      url: v.string(),
      referenceId: v.string(),
      body: v.optional(v.unknown()),
      httpHeaders: v.optional(v.record(v.string(), v.string())),
    }),
  ),
});
const Batch = v.object({
  haltOnError: v.optional(v.boolean(), false),
  batchRequests: v.array(v.object({ method: v.string(), url: v.string(), richInput: v.optional(v.unknown()) })),
});

type Route = (request: Request) => Answer;
type Part = {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
};

const isQuery = (url: string) => /\/(?:query|queryAll)(?:[/?]|$)|\/composite\/sobjects/.test(url);

/** `composite`: up to 25 parts, of which up to 5 queries, in order, each able to refer to those before it. */
export function composite(
  body: unknown,
  route: Route,
  root: string,
  tables: Tables,
  most: number = MOST_PARTS,
): Answer {
  const parsed = v.safeParse(Composite, body);
  if (!parsed.success) throw new Fault(400, 'JSON_PARSER_ERROR', 'The request body is not a composite request');
  const { allOrNone, compositeRequest: parts } = parsed.output;
  if (parts.length > most)
    throw new Fault(400, 'INVALID_INPUT', `Limit of ${most} reached for number of composite subrequests`);
  if (parts.filter(({ url }) => isQuery(url)).length > MOST_QUERIES) {
    throw new Fault(400, 'INVALID_INPUT', `Limit of ${MOST_QUERIES} reached for number of query subrequests`);
  }
  const names = parts.map(({ referenceId }) => referenceId);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined)
    throw new Fault(400, 'INVALID_INPUT', `Provided referenceId ('${twice}') must be unique in a request`);
  const done: Part[] = [];
  if (allOrNone) for (const table of tables.values()) table.begin();
  for (const { method, url, referenceId, body: inner, httpHeaders } of parts) {
    const answer = attempt(() => {
      const filled = refer(url, done, true);
      if (!filled.startsWith(root.slice(0, '/services/data'.length)))
        throw new Fault(404, 'NOT_FOUND', 'The requested resource does not exist');
      return route({ method, url: filled, body: referIn(inner, done), headers: lower(httpHeaders) });
    });
    done.push({
      body: answer.body ?? null,
      httpHeaders: answer.headers ?? {},
      httpStatusCode: answer.status,
      referenceId,
    });
  }
  const failed = done.some(({ httpStatusCode }) => httpStatusCode >= 400);
  if (allOrNone) for (const table of tables.values()) table.end(!failed);
  const halted = [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ];
  const given =
    allOrNone && failed
      ? done.map((part) => (part.httpStatusCode >= 400 ? part : { ...part, body: halted, httpStatusCode: 400 }))
      : done;
  return good({ compositeResponse: given });
}

/** `composite/batch`: up to 25 independent parts. */
export function batch(body: unknown, route: Route): Answer {
  const parsed = v.safeParse(Batch, body);
  if (!parsed.success) throw new Fault(400, 'JSON_PARSER_ERROR', 'The request body is not a batch request');
  const { haltOnError, batchRequests } = parsed.output;
  if (batchRequests.length > MOST_PARTS)
    throw new Fault(400, 'INVALID_INPUT', `Limit of ${MOST_PARTS} reached for number of batch subrequests`);
  let halted = false;
  const results = batchRequests.map(({ method, url, richInput }) => {
    if (halted)
      return {
        statusCode: 412,
        result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
      };
    const { status, body: result } = attempt(() =>
      route({
        method,
        url: `/services/data/${url.replace(/^\/?(?:services\/data\/)?/, '')}`,
        body: richInput,
        headers: {},
      }),
    );
    halted = haltOnError && status >= 400;
    return { statusCode: status, result: result ?? null };
  });
  return good({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

function attempt(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof Fault) return { status: error.status, body: error.body() };
    throw error;
  }
}

const lower = (headers: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Fills `@{reference.path[0].to.value}` from the answers so far. */
function refer(text: string, done: readonly Part[], encoded: boolean): string {
  return text.replace(/@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g, (whole, id: string, path: string) => {
    const part = done.find(({ referenceId }) => referenceId === id);
    const value = [...path.matchAll(/\.(\w+)|\[(\d+)\]/g)].reduce<unknown>(
      (at, [, key, index]) => (at as Record<string, unknown> | null)?.[key ?? index ?? ''],
      part?.body,
    );
    if (value === undefined || value === null || typeof value === 'object') {
      throw new Fault(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${whole} found.`);
    }
    return encoded ? encodeURIComponent(String(value)) : String(value);
  });
}

function referIn(body: unknown, done: readonly Part[]): unknown {
  return body === undefined ? undefined : JSON.parse(refer(JSON.stringify(body), done, false));
}
