import { Fault, invalidField, notFound } from '../fault';
import { withChecksum } from '../id';
import { follow, withFollowing } from '../records/following';
import { Scope } from '../soql/scope';
import type { Row, Table, Value } from '../table';
import { type Answer, good } from './answer';
import type { Call, Request } from './api';
import { check } from './rules';

/** Rows made by a test start where no row of the data can be. */
const FIRST_NEW = 50_000_000;

const full = (id: string) => (id.length === 15 ? withChecksum(id) : id);

/** One record: read, changed, made, deleted. */
export function record(call: Call, table: Table, id: string | undefined, url: URL, request: Request): Answer {
  if (id === undefined) {
    if (request.method === 'POST') return create(call, table, request.body);
    return good({ objectDescribe: { name: table.object.name, keyPrefix: table.object.prefix }, recentItems: [] });
  }
  const row = table.byId(full(id));
  if (!row || !isShared(call, table, row))
    throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
  if (row.IsDeleted === true) throw new Fault(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  switch (request.method) {
    case 'GET': {
      const asked = url.searchParams.get('fields')?.split(',');
      return {
        ...good(written(call, table, row, asked)),
        headers: { 'last-modified': new Date(String(row.LastModifiedDate)).toUTCString() },
      };
    }
    case 'PATCH': {
      const since = request.headers['if-unmodified-since'];
      if (
        since !== undefined &&
        Date.parse(String(row.LastModifiedDate)) - (Date.parse(String(row.LastModifiedDate)) % 1000) > Date.parse(since)
      )
        return { status: 412 };
      change(call, table, row, request.body);
      return { status: 204 };
    }
    case 'DELETE':
      check(call, table, {}, row);
      call.organisation.remove(String(row.Id));
      return { status: 204 };
    default:
      throw new Fault(
        405,
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${request.method}' not allowed. Allowed are DELETE,GET,HEAD,PATCH`,
      );
  }
}

/** Several records of one object by id: `composite/sobjects/Opportunity?ids=…&fields=…`. */
export function records(call: Call, object: string | undefined, url: URL, request: Request): Answer {
  const body = (request.body ?? {}) as { readonly ids?: readonly string[]; readonly fields?: readonly string[] };
  const ids = request.method === 'POST' ? (body.ids ?? []) : (url.searchParams.get('ids') ?? '').split(',');
  const fields = request.method === 'POST' ? body.fields : url.searchParams.get('fields')?.split(',');
  const table = Scope.tableOf(call.organisation.tables, call.sight, object ?? '');
  return good(
    ids.map((id) => {
      const row = table.byId(full(id));
      return row && isShared(call, table, row) ? written(call, table, row, fields) : null;
    }),
  );
}

const isShared = (call: Call, table: Table, row: Row) => call.sight.rowsOf?.(table.object.name)?.(row) !== false;

function written(call: Call, table: Table, row: Row, asked: readonly string[] | undefined): unknown {
  const { object } = table;
  const names =
    asked ?? object.fields.map(({ name }) => name).filter((name) => call.sight.seesField(object.name, name));
  const attributes = { type: object.name, url: `${call.root}/sobjects/${object.name}/${String(row.Id)}` };
  const values = names.map((name) => {
    const field = table.field(name);
    if (!field || !call.sight.seesField(object.name, field.name)) throw invalidField(name, object.name);
    return [field.name, row[field.name] ?? null];
  });
  return { attributes, ...Object.fromEntries(values) };
}

/** Writes to a record, with all that Salesforce writes along. */
export function change(call: Call, table: Table, row: Row, body: unknown): void {
  const asked = changes(call, table, body);
  check(call, table, asked, row);
  const writer = writerOf(call);
  const before = { ...row };
  table.update(row, { ...withFollowing(table.object.name, asked, row, writer), ...touched(call) });
  follow(table.object.name, row, before, writer);
}

const writerOf = ({ organisation, userId, now }: Call) => ({ organisation, userId, now: now().replace('Z', '+0000') });

function changes(call: Call, table: Table, body: unknown): Row {
  if (typeof body !== 'object' || body === null) throw new Fault(400, 'JSON_PARSER_ERROR', 'Unexpected end of input');
  return Object.fromEntries(
    Object.entries(body as Record<string, Value>)
      .filter(([name]) => name !== 'attributes')
      .map(([name, value]) => {
        const field = table.field(name);
        if (!field || !call.sight.seesField(table.object.name, field.name)) throw invalidField(name, table.object.name);
        if (!field.updateable && field.type !== 'reference') {
          throw new Fault(
            400,
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
            [field.name],
          );
        }
        return [field.name, value];
      }),
  );
}

function touched({ now }: Call): Row {
  const at = now().replace('Z', '+0000');
  return { LastModifiedDate: at, SystemModstamp: at };
}

/** Makes a record, with all that Salesforce makes along. */
export function create(call: Call, table: Table, body: unknown): Answer {
  const id = table.nextId(FIRST_NEW);
  const blank = Object.fromEntries(table.object.fields.map(({ name }) => [name, null]));
  const at = touched(call);
  const asked = changes(call, table, body);
  check(call, table, asked, undefined);
  const writer = writerOf(call);
  const row: Row = {
    ...blank,
    ...(table.field('OwnerId') && { OwnerId: call.userId }),
    ...withFollowing(table.object.name, asked, undefined, writer),
    Id: id,
    IsDeleted: false,
    CreatedDate: at.SystemModstamp ?? null,
    ...at,
  };
  table.insert(row);
  follow(table.object.name, row, undefined, writer);
  return good({ id, success: true, errors: [] }, 201);
}
