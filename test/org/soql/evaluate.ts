import {
  type FieldType,
  type OrderByClause,
  parseQuery,
  type Query,
  type Subquery,
} from '@jetstreamapp/soql-parser-js';
import { Fault, malformedQuery } from '../fault';
import { SCHEMA } from '../schema';
import type { Row, Table, Tables, Value } from '../table';
import { aggregate, aggregateVaries, isAggregate } from './aggregate';
import { type Compiled, compileWhere } from './condition';
import { Scope, type Setting, type Sight } from './scope';

/** What a query gives: records as the API writes them, or a bare count. */
export type Answer = { readonly records: readonly unknown[]; readonly totalSize: number };

export type Asking = {
  readonly tables: Tables;
  readonly sight: Sight;
  readonly today: string;
  /** `/services/data/v62.0`, for the addresses in `attributes`. */
  readonly root: string;
  /** `queryAll` sees what was deleted. */
  readonly deleted: boolean;
  /** Puts the children of one record into batches; all in one where there is none. */
  readonly batch?: (records: readonly unknown[]) => unknown;
} & Setting;

const MOST_CHARACTERS = 100_000;
const MOST_SUBQUERIES = 20;

/** Evaluates SOQL over the tables for one user. @throws {Fault} what the API would answer */
export function evaluate(soql: string, asking: Asking): Answer {
  if (soql.length > MOST_CHARACTERS) throw malformedQuery('SOQL statements cannot be longer than 100000 characters.');
  let query: Query;
  try {
    query = parseQuery(soql);
  } catch (error) {
    throw malformedQuery(
      `\n${soql.slice(0, 80)}\n^\nERROR at Row:1:Column:1\n${error instanceof Error ? error.message.split('\n')[0] : 'unexpected token'}`,
    );
  }
  if ((query.fields ?? []).filter(({ type }) => type === 'FieldSubquery').length > MOST_SUBQUERIES)
    throw malformedQuery(`Maximum number of sub-queries (${MOST_SUBQUERIES}) exceeded`);
  const scope = scopeOf(query, asking);
  if (isAggregate(query)) return counted(query, scope, asking);
  const sorted = window(sort(firstOf(query, scope, asking), query.orderBy, scope), query);
  const write = writer(query.fields ?? [], scope, asking);
  return { records: sorted.map(write), totalSize: sorted.length };
}

function scopeOf(query: Query, asking: Asking): Scope {
  const table = Scope.tableOf(asking.tables, asking.sight, query.sObject ?? '');
  const run = (inner: Query) => matching(inner, scopeOf(inner, asking), asking);
  return new Scope(asking.tables, asking.sight, table, asking.today, run, asking);
}

function matching(query: Query | Subquery, scope: Scope, asking: Asking, among?: readonly Row[]): Row[] {
  const where = compileWhere(query.where, scope);
  const candidates = among ?? candidatesOf(scope.table, where);
  const here = isHere(scope.table.object.name, asking);
  return candidates.filter((row) => here(row) && where.test(row));
}

/** Records that a query sees at all: shared with the user and, unless all are asked for, neither deleted nor archived. */
function isHere(object: string, { deleted, sight }: Asking): (row: Row) => boolean {
  const sees = sight.rowsOf?.(object);
  return (row) => (deleted || (row.IsDeleted !== true && row.IsArchived !== true)) && sees?.(row) !== false;
}

function candidatesOf(table: Table, { among }: Compiled): readonly Row[] {
  return among?.() ?? table.rows;
}

/** Counts and sums. Rows that have all in common that is asked about are not made one by one. */
function counted(query: Query, scope: Scope, asking: Asking): Answer {
  const where = compileWhere(query.where, scope);
  const patterns = where.among ? undefined : scope.table.patterns();
  if (!patterns || aggregateVaries(query, scope)) return aggregate(query, matching(query, scope, asking), scope);
  const here = isHere(scope.table.object.name, asking);
  const weights = new Map<Row, number>();
  const rows: Row[] = [];
  const add = (row: Row, weight: number) => {
    weights.set(row, weight);
    rows.push(row);
  };
  for (const { row, weight, rows: made } of patterns) {
    const holds = weight > 0 && here(row) ? where.coarse(row) : false;
    if (holds === true) add(row, weight);
    else if (holds === undefined) for (const one of made()) if (where.test(one)) add(one, 1);
  }
  return aggregate(query, rows, scope, (row) => weights.get(row) ?? 1);
}

/**
 * The rows that meet a query; where there are too many to be made one by one and only the first are wanted, no more than those.
 */
function firstOf(query: Query, scope: Scope, asking: Asking): Row[] {
  const where = compileWhere(query.where, scope);
  const patterns = where.among ? undefined : scope.table.patterns();
  if (!patterns || query.limit === undefined) return matching(query, scope, asking);
  const clauses = query.orderBy === undefined ? [] : Array.isArray(query.orderBy) ? query.orderBy : [query.orderBy];
  // Only by what all rows of a pattern have in common can patterns be put in order.
  const varying = clauses.findIndex((one) => ('fn' in one ? scope.call(one.fn) : scope.path(one.field)).varies);
  const common = varying < 0 ? clauses : clauses.slice(0, varying);
  if (clauses.length > 0 && common.length === 0) return matching(query, scope, asking);
  const here = isHere(scope.table.object.name, asking);
  const possible = patterns.filter(({ row, weight }) => weight > 0 && here(row) && where.coarse(row) !== false);
  const made = new Map(possible.map((one) => [one.row, one]));
  const wanted = query.limit + (query.offset ?? 0);
  const found: Row[] = [];
  let last: Row | undefined;
  for (const row of sort([...made.keys()], common, scope)) {
    const differs = last === undefined || clauses.length === 0 || compare(common, scope)(last, row) !== 0;
    if (found.length >= wanted && differs) break;
    for (const one of made.get(row)?.rows() ?? []) if (where.test(one)) found.push(one);
    last = row;
  }
  return found;
}

function sort(rows: Row[], orderBy: Query['orderBy'], scope: Scope): Row[] {
  const clauses = orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
  return clauses.length === 0 ? rows : [...rows].sort(compare(clauses, scope));
}

function compare(clauses: readonly OrderByClause[], scope: Scope): (a: Row, b: Row) => number {
  const keys = clauses.map((clause) => ({
    path: 'fn' in clause ? scope.call(clause.fn) : scope.path(clause.field),
    down: clause.order === 'DESC',
    nullsLast: clause.nulls === 'LAST',
  }));
  return (a, b) => {
    for (const { path, down, nullsLast } of keys) {
      const [x, y] = [path.of(a), path.of(b)];
      if (x === y) continue;
      if (x === null || y === null) return (x === null) === nullsLast ? 1 : -1;
      const order = x < y ? -1 : 1;
      return down ? -order : order;
    }
    return 0;
  };
}

function window<T>(rows: readonly T[], { limit, offset }: Pick<Query, 'limit' | 'offset'>): readonly T[] {
  if (offset !== undefined && offset > 2000)
    throw new Fault(400, 'NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000');
  const from = offset ?? 0;
  return rows.slice(from, limit === undefined ? undefined : from + limit);
}

type Json = Record<string, unknown>;

function writer(fields: readonly FieldType[], scope: Scope, asking: Asking): (row: Row) => Json {
  const parts = fields.flatMap((field) => part(field, scope, asking));
  const type = scope.table.object.name;
  return (row) => {
    const record: Json = { attributes: { type, url: `${asking.root}/sobjects/${type}/${String(row.Id)}` } };
    for (const write of parts) write(row, record);
    return record;
  };
}

type Part = (row: Row, into: Json) => void;

function part(field: FieldType, scope: Scope, asking: Asking): Part[] {
  switch (field.type) {
    case 'Field':
      return [own(scope, field.field)];
    case 'FieldRelationship':
      return [parent(scope, field.rawValue ?? [...field.relationships, field.field].join('.'), asking)];
    case 'FieldFunctionExpression': {
      if (field.functionName.toUpperCase() === 'FIELDS') {
        return scope.table.object.fields
          .filter(({ name }) => scope.sight.seesField(scope.table.object.name, name))
          .map(({ name }) => own(scope, name));
      }
      const path = scope.call(field);
      const name = field.alias ?? path.spelt.at(-1) ?? 'expr0';
      return [
        (row, into) => {
          into[name] = path.of(row);
        },
      ];
    }
    case 'FieldSubquery':
      return [children(field.subquery, scope, asking)];
    default:
      throw malformedQuery('TYPEOF is not supported here');
  }
}

function own(scope: Scope, name: string): Part {
  const { of, spelt } = scope.path(name);
  const key = spelt.at(-1) ?? name;
  return (row, into) => {
    into[key] = of(row);
  };
}

function parent(scope: Scope, written: string, asking: Asking): Part {
  const steps = written.split('.');
  if (steps.length === 2 && steps[0]?.toLowerCase() === scope.table.object.name.toLowerCase())
    return own(scope, written);
  const value = scope.path(written);
  const relations = value.spelt.slice(0, -1);
  const ids = relations.map((_, index) => scope.path([...relations.slice(0, index + 1), 'Id'].join('.')));
  const objects = objectsAlong(scope, relations);
  const key = value.spelt.at(-1) ?? '';
  return (row, into) => {
    let at = into;
    for (const [index, relation] of relations.entries()) {
      const id: Value = ids[index]?.of(row) ?? null;
      if (id === null) {
        at[relation] = null;
        return;
      }
      const type = objects[index] ?? '';
      const place = type === 'Name' ? objectOf(String(id)) : type;
      at[relation] ??= { attributes: { type, url: `${asking.root}/sobjects/${place}/${String(id)}` } };
      at = at[relation] as Json;
    }
    at[key] = value.of(row);
  };
}

const objectOf = (id: string) => SCHEMA.find(({ prefix }) => id.startsWith(prefix))?.name ?? 'Name';

/** The objects that relations lead to. One that may lead to several is called `Name`. */
function objectsAlong(scope: Scope, relations: readonly string[]): string[] {
  let table = scope.table;
  return relations.map((relation) => {
    const field = table.object.fields.find((one) => one.relation === relation);
    if ((field?.targets ?? []).length > 1) return 'Name';
    table = Scope.tableOf(scope.tables, scope.sight, field?.to ?? '');
    return field?.to ?? '';
  });
}

function children(query: Subquery, scope: Scope, asking: Asking): Part {
  const relation = Object.entries(scope.table.object.children).find(
    ([name]) => name.toLowerCase() === query.relationshipName.toLowerCase(),
  );
  if (!relation || !asking.sight.seesObject(relation[1].object)) {
    throw new Fault(
      400,
      'INVALID_TYPE',
      `Didn't understand relationship '${query.relationshipName}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`,
    );
  }
  const [key, { object, field }] = relation;
  const inner = scopeOf({ sObject: object } as Query, asking);
  const write = writer(query.fields ?? [], inner, asking);
  const where = compileWhere(query.where, inner);
  const here = isHere(object, asking);
  return (row, into) => {
    const rows = inner.table.where(field, row.Id ?? null).filter((child) => here(child) && where.test(child));
    const chosen = window(sort([...rows], query.orderBy, inner), query);
    const records = chosen.map(write);
    into[key] =
      records.length === 0 ? null : (asking.batch?.(records) ?? { totalSize: records.length, done: true, records });
  };
}
