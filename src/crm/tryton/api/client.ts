import type { CrmProblem } from '../../../core/model/crm-problem';
import { type Instant, instantOf } from '../../../core/value/instant';
import { ok, problem, type Result } from '../../../core/value/result';
import type { Http, HttpResponse } from '../../http';
import { faultOf, refusalOf } from './problem';
import { type Row, rowsOf } from './rows';

/** What the server's context is: the company, the employee and the language that an answer is for; a moment of the past. */
export type Context = Readonly<Record<string, unknown>>;

/** An answer, when it came by the server's own clock, and whose session it was asked with. */
export type Answer<T> = {
  readonly body: T;
  readonly at: Instant;
  readonly user: string | undefined;
  readonly login: string | undefined;
};

export type Find = {
  readonly where: readonly unknown[];
  readonly fields: readonly string[];
  readonly order?: readonly (readonly [field: string, way: 'ASC' | 'DESC'])[];
  readonly most?: number;
};

/** Tryton's remote procedures, as far as they read. */
export type Client = {
  /** @param fields - what is asked for, where records come; for the log of what was read */
  readonly call: (
    method: string,
    params: readonly unknown[],
    fields?: readonly string[],
  ) => Promise<Result<Answer<unknown>, CrmProblem>>;
  readonly find: (model: string, what: Find, context: Context) => Promise<Result<readonly Row[], CrmProblem>>;
  readonly read: (
    model: string,
    ids: readonly number[],
    fields: readonly string[],
    context: Context,
  ) => Promise<Result<readonly Row[], CrmProblem>>;
  /** Now: by the server's clock, as the latest answer told it. */
  readonly now: () => Instant;
};

/** More than anybody's book or family holds. */
const MOST_ROWS = 2000;

/** @param place - host and database: `erp.example:8069#sales` */
export function apiClient(place: string, http: Http, machineNow: () => Instant): Client {
  const [host, database] = place.split('#');
  let last = 0;
  let serverNow: Instant | null = null;

  const call: Client['call'] = async (method, params, fields = []) => {
    last += 1;
    let response: HttpResponse;
    try {
      response = await http.send({
        method: 'POST',
        url: `https://${host}/${database}/`,
        headers: {},
        body: JSON.stringify({ id: last, method, params }),
        reads: (text) => [{ object: objectOf(method), fields, count: countIn(text) }],
      });
    } catch {
      return problem({ kind: 'offline' });
    }
    if (response.status !== 200) return problem(refusalOf(response.status));
    let body: unknown;
    try {
      body = JSON.parse(response.text);
    } catch {
      return problem({ kind: 'not-the-crm' });
    }
    if (typeof body !== 'object' || body === null) return problem({ kind: 'not-the-crm' });
    if ('error' in body) return problem(faultOf(body.error));
    if (!('result' in body)) return problem({ kind: 'not-the-crm' });
    const time = Date.parse(response.headers.date ?? '');
    serverNow = Number.isNaN(time) ? machineNow() : instantOf(time);
    const { 'session-user': user, 'session-login': login } = response.headers;
    return ok({ body: body.result, at: serverNow, user, login });
  };
  const rows = (answer: Result<Answer<unknown>, CrmProblem>): Result<readonly Row[], CrmProblem> => {
    if (!answer.ok) return answer;
    const read = rowsOf(answer.value.body);
    return read ? ok(read) : problem({ kind: 'not-the-crm' });
  };
  return {
    call,
    find: async (model, { where, fields, order = [], most = MOST_ROWS }, context) =>
      rows(
        await call(`model.${model}.search_read`, [where, 0, most, order.length === 0 ? null : order, fields, context]),
      ),
    read: async (model, ids, fields, context) =>
      ids.length === 0 ? ok([]) : rows(await call(`model.${model}.read`, [ids, fields, context], fields)),
    now: () => serverNow ?? machineNow(),
  };
}

/** @example objectOf('model.sale.opportunity.search_read') // 'sale.opportunity' */
function objectOf(method: string): string {
  return method.replace(/^model\./, '').replace(/\.\w+$/, '');
}

/** Records in an answer; null where it is none. */
function countIn(text: string): number | null {
  try {
    const { result } = JSON.parse(text) as { readonly result?: unknown };
    return Array.isArray(result) ? result.length : null;
  } catch {
    return null;
  }
}
