import { parseQuery } from '@jetstreamapp/soql-parser-js';
import type { Http, HttpRequest, HttpResponse } from '../../../src/crm/http';

type Row = Readonly<Record<string, unknown>>;
type Fault = { readonly status: number; readonly errorCode: string; readonly message?: string };

/** What an organisation answers, by the object that is asked for: rows, or a fault. */
export type Script = {
  readonly rows: Readonly<Record<string, readonly Row[] | Fault | ((soql: string) => readonly Row[] | Fault)>>;
  readonly records: Readonly<Record<string, Row | Fault>>;
  /** Fields and relations by object, for describe; an object that is not there is not found. */
  readonly describe?: Readonly<
    Record<
      string,
      {
        readonly fields: readonly string[];
        readonly relations?: readonly string[];
        /** What more is told of a field. */
        readonly more?: Readonly<Record<string, object>>;
      }
    >
  >;
  /** Answers every call in this way instead. */
  readonly always?: Partial<HttpResponse> | 'offline';
  /** Leaves references to other parts of a call as they are written. */
  readonly refersToNothing?: boolean;
};

export const ORGANISATION = '00D000000000001EAA';
export const USER = '005000000000001AAA';

/** A REST API that answers from a script, and counts: the seam where the adapter meets the network. */
export function scriptedOrg(script: Script) {
  const sent: HttpRequest[] = [];
  const queries: string[] = [];
  const http: Http = {
    send: async (request) => {
      sent.push(request);
      if (script.always === 'offline') throw new TypeError('Failed to fetch');
      const headers = { date: 'Tue, 24 Nov 2026 09:00:00 GMT' };
      if (script.always) return { status: 200, headers, text: '', ...script.always };
      const { status, body } = route(new URL(request.url), request.body);
      return { status, headers, text: JSON.stringify(body) };
    },
  };
  const fault = ({ status, errorCode, message }: Fault) => ({
    status,
    body: [{ errorCode, message: message ?? errorCode }],
  });
  const isFault = (value: unknown): value is Fault =>
    typeof value === 'object' && value !== null && 'errorCode' in value;

  function route(url: URL, body?: string): { status: number; body: unknown } {
    const path = url.pathname.replace(/^\/services\/data\/v\d+\.\d/, '');
    if (path === '/')
      return { status: 200, body: { identity: `https://login.salesforce.com/id/${ORGANISATION}/${USER}` } };
    if (path === '/composite') {
      const { compositeRequest } = JSON.parse(body ?? '') as {
        compositeRequest: { url: string; referenceId: string }[];
      };
      const asked = compositeRequest.filter((one) => one.url.includes('/query')).length;
      if (compositeRequest.length > 25 || asked > 5) return fault({ status: 400, errorCode: 'LIMIT_EXCEEDED' });
      const done = new Map<string, unknown>();
      return {
        status: 200,
        body: {
          compositeResponse: compositeRequest.map((one) => {
            const filled = script.refersToNothing ? one.url : refer(one.url, done);
            const answer =
              filled === undefined
                ? fault({ status: 400, errorCode: 'PROCESSING_HALTED', message: 'Invalid reference specified' })
                : route(new URL(filled, url), undefined);
            done.set(one.referenceId, answer.body);
            return { body: answer.body, httpHeaders: {}, httpStatusCode: answer.status, referenceId: one.referenceId };
          }),
        },
      };
    }
    if (path === '/query' || path === '/queryAll') return query(url.searchParams.get('q') ?? '');
    const described = /^\/sobjects\/(\w+)\/describe$/.exec(path)?.[1];
    if (described !== undefined) {
      const shape = script.describe?.[described];
      if (!shape) return fault({ status: 404, errorCode: 'NOT_FOUND' });
      const childRelationships = (shape.relations ?? []).map((relationshipName) => ({ relationshipName }));
      return {
        status: 200,
        body: {
          name: described,
          fields: shape.fields.map((name) => ({ name, ...shape.more?.[name] })),
          ...(shape.relations && { childRelationships }),
        },
      };
    }
    const record = script.records[path.replace(/^\/sobjects\/\w+\//, '')];
    if (!record) return fault({ status: 404, errorCode: 'NOT_FOUND' });
    return isFault(record) ? fault(record) : { status: 200, body: record };
  }

  /** Fills `@{part.Field}` from the parts before; undefined where there is nothing to fill it with. */
  function refer(text: string, done: ReadonlyMap<string, unknown>): string | undefined {
    let whole = true;
    const filled = text.replace(/@\{(\w+)\.(\w+)\}/g, (_, part: string, field: string) => {
      const value = (done.get(part) as Row | undefined)?.[field];
      if (typeof value !== 'string') whole = false;
      return String(value);
    });
    return whole ? filled : undefined;
  }

  function query(soql: string): { status: number; body: unknown } {
    queries.push(soql);
    const object = parseQuery(soql).sObject ?? '';
    const answer = script.rows[object];
    const rows = typeof answer === 'function' ? answer(soql) : (answer ?? { status: 400, errorCode: 'INVALID_TYPE' });
    if (isFault(rows)) return fault(rows);
    return { status: 200, body: { totalSize: rows.length, done: true, records: rows } };
  }

  return { http, sent, queries };
}
