import * as v from 'valibot';
import { Fault } from '../fault';
import { Scope } from '../soql/scope';
import type { Table } from '../table';
import { type Answer, good } from './answer';
import type { Call, Request } from './api';
import { change, create, record, records } from './records';

const MOST_WRITTEN = 200;
const MOST_READ = 2000;

const Written = v.object({
  allOrNone: v.optional(v.boolean(), false),
  records: v.array(v.looseObject({ attributes: v.looseObject({ type: v.string() }), id: v.optional(v.string()) })),
});

type Outcome = { readonly id?: string; readonly success: boolean; readonly errors: readonly unknown[] };

/**
 * `composite/sobjects`: several records in one call. Reading is by object and ids; writing takes records that name their own
 * object, each well or ill by itself unless all or none is asked for.
 */
export function collections(call: Call, object: string | undefined, url: URL, request: Request): Answer {
  if (object !== undefined) {
    const ids = (url.searchParams.get('ids') ?? '').split(',').length;
    const asked = (request.body as { readonly ids?: readonly string[] } | undefined)?.ids?.length ?? ids;
    if (asked > MOST_READ) throw tooMany(MOST_READ);
    return records(call, object, url, request);
  }
  if (request.method === 'DELETE') {
    const ids = (url.searchParams.get('ids') ?? '').split(',').filter(Boolean);
    return written(call, url.searchParams.get('allOrNone') === 'true', ids, (id) => {
      const table = [...call.organisation.tables.values()].find((one) => id.startsWith(one.object.prefix));
      if (!table) throw new Fault(400, 'MALFORMED_ID', `malformed id ${id}`);
      record(call, table, id, url, { ...request, headers: {} });
      return id;
    });
  }
  const parsed = v.safeParse(Written, request.body);
  if (!parsed.success) throw new Fault(400, 'JSON_PARSER_ERROR', 'The request body is not a collection of records');
  const { allOrNone, records: all } = parsed.output;
  return written(call, allOrNone, all, ({ attributes, id, ...values }) => {
    const table = Scope.tableOf(call.organisation.tables, call.sight, attributes.type);
    if (request.method === 'POST') return (create(call, table, values).body as { readonly id: string }).id;
    const key = String(id ?? values.Id ?? '');
    const { Id: _, ...changes } = values;
    change(call, table, rowOf(table, key), changes);
    return key;
  });
}

function rowOf(table: Table, id: string) {
  const row = table.byId(id);
  if (!row || row.IsDeleted === true) throw new Fault(404, 'NOT_FOUND', 'The requested resource does not exist');
  return row;
}

function written<T>(call: Call, allOrNone: boolean, all: readonly T[], write: (one: T) => string): Answer {
  if (all.length > MOST_WRITTEN) throw tooMany(MOST_WRITTEN);
  const { tables } = call.organisation;
  if (allOrNone) for (const table of tables.values()) table.begin();
  const outcomes = all.map((one): Outcome => {
    try {
      return { id: write(one), success: true, errors: [] };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { code: statusCode, message, fields = [] } = error;
      return { success: false, errors: [{ statusCode, message, fields }] };
    }
  });
  const failed = outcomes.some(({ success }) => !success);
  if (allOrNone) for (const table of tables.values()) table.end(!failed);
  const back = { statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', fields: [] };
  const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return good(
    allOrNone && failed
      ? outcomes.map((one) => (one.success ? { success: false, errors: [{ ...back, message }] } : one))
      : outcomes,
  );
}

const tooMany = (most: number) =>
  new Fault(400, 'EXCEEDED_MAX_SIZE_REQUEST', `Limit of ${most} records in a collection exceeded`);
