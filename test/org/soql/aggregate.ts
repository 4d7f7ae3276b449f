import type { FieldFunctionExpression, GroupByClause, HavingClause, Query } from '@jetstreamapp/soql-parser-js';
import { Fault, malformedQuery } from '../fault';
import { CORPORATE } from '../records/currencies';
import type { Row, Value } from '../table';
import type { Answer } from './evaluate';
import type { Path, Scope } from './scope';

const FUNCTIONS = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'MIN', 'MAX', 'AVG']);
const MOST_GROUPS = 2000;

const functionOf = (field: { readonly type: string }) =>
  field.type === 'FieldFunctionExpression' ? (field as FieldFunctionExpression) : undefined;

/** Whether a query counts or sums instead of listing. */
export function isAggregate({ fields, groupBy }: Query): boolean {
  return (
    groupBy !== undefined ||
    (fields ?? []).some((field) => FUNCTIONS.has(functionOf(field)?.functionName.toUpperCase() ?? ''))
  );
}

/** How many rows a row stands for. */
type Weight = (row: Row) => number;
const ONE: Weight = () => 1;

/** Whether what is counted or grouped by is another in every copy of a record. */
export function aggregateVaries({ fields = [], groupBy, having }: Query, scope: Scope): boolean {
  if (having) return true;
  const varies = fields.some((field) => {
    const call = functionOf(field);
    const name = call?.functionName.toUpperCase() ?? '';
    // An id is always there: counting it counts rows.
    if (name === 'COUNT') return (call?.parameters ?? []).some((one) => String(one).toLowerCase() !== 'id');
    if (call && FUNCTIONS.has(name)) return scope.path(String(call.parameters?.[0])).varies;
    return false;
  });
  return varies || groupingPaths(groupBy, scope).some(({ path }) => path.varies);
}

type Column = { readonly name: string; readonly of: (rows: readonly Row[]) => Value };

/** Groups and counts. `SELECT COUNT()` alone gives a bare number. */
export function aggregate(query: Query, rows: readonly Row[], scope: Scope, weight: Weight = ONE): Answer {
  const fields = query.fields ?? [];
  const bare = fields.length === 1 ? functionOf(fields[0] ?? { type: '' }) : undefined;
  if (bare?.functionName.toUpperCase() === 'COUNT' && (bare.parameters ?? []).length === 0) {
    return { records: [], totalSize: rows.reduce((sum, row) => sum + weight(row), 0) };
  }
  const groupings = groupingPaths(query.groupBy, scope);
  // Amounts in several currencies are added up in the organisation's own, unless each currency has its own group.
  const mixed = !groupings.some(({ path }) => path.spelt.at(-1) === 'CurrencyIsoCode');
  let nameless = 0;
  const columns = fields.map((field): Column => {
    const call = functionOf(field);
    if (call && FUNCTIONS.has(call.functionName.toUpperCase())) {
      return {
        name: call.alias ?? `expr${nameless++}`,
        of: total(call.functionName, call.parameters ?? [], scope, weight, mixed),
      };
    }
    const path = call
      ? scope.call(call)
      : scope.path('rawValue' in field && field.rawValue ? field.rawValue : 'field' in field ? field.field : '');
    const name = ('alias' in field && field.alias) || (call ? `expr${nameless++}` : (path.spelt.at(-1) ?? ''));
    if (!groupings.some(({ key }) => key === keyOf(call, path))) {
      throw malformedQuery(`Field must be grouped or aggregated: ${path.spelt.join('.')}`);
    }
    return { name, of: ([first]) => (first ? path.of(first) : null) };
  });
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(groupings.map(({ path }) => path.of(row)));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  if (groupings.length === 0 && rows.length === 0) groups.set('', []);
  const kept = [...groups.values()].filter((group) => holds(query.having, group, scope, weight));
  const ordered = order(kept, query, scope, weight);
  const limited = query.limit === undefined ? ordered : ordered.slice(0, query.limit);
  if (limited.length > MOST_GROUPS) {
    throw new Fault(
      500,
      'EXCEEDED_ID_LIMIT',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    );
  }
  const records = limited.map((group) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(columns.map(({ name, of }) => [name, of(group)])),
  }));
  return { records, totalSize: records.length };
}

const keyOf = (call: FieldFunctionExpression | undefined, path: Path) =>
  `${call?.functionName.toUpperCase() ?? ''}(${path.spelt.join('.')})`;

function groupingPaths(groupBy: Query['groupBy'], scope: Scope): { readonly path: Path; readonly key: string }[] {
  const clauses: GroupByClause[] = groupBy === undefined ? [] : Array.isArray(groupBy) ? groupBy : [groupBy];
  return clauses.map((clause) => {
    if ('fn' in clause && clause.fn) {
      const path = scope.call(clause.fn);
      return { path, key: keyOf(clause.fn as FieldFunctionExpression, path) };
    }
    const path = scope.path('field' in clause ? (clause.field ?? '') : '');
    return { path, key: keyOf(undefined, path) };
  });
}

function total(
  name: string,
  parameters: readonly unknown[],
  scope: Scope,
  weight: Weight = ONE,
  mixed = true,
): Column['of'] {
  const found = parameters.length > 0 ? scope.path(String(parameters[0])) : undefined;
  const path: Path | undefined =
    found?.type === 'currency' && mixed && scope.setting.money
      ? { ...found, of: (row) => scope.worth(found.of(row), row, CORPORATE) }
      : found;
  const present = (rows: readonly Row[]) =>
    path ? rows.map(path.of).filter((value) => value !== null) : rows.map(() => 1);
  const heavy = (rows: readonly Row[]) => (path ? rows.filter((row) => path.of(row) !== null) : rows);
  const count = (rows: readonly Row[]) => heavy(rows).reduce((sum, row) => sum + weight(row), 0);
  const sum = (rows: readonly Row[]) =>
    heavy(rows).reduce((all, row) => all + Number(path?.of(row) ?? 0) * weight(row), 0);
  switch (name.toUpperCase()) {
    case 'COUNT':
      return count;
    case 'COUNT_DISTINCT':
      return (rows) => new Set(present(rows)).size;
    case 'SUM':
      return (rows) => (count(rows) === 0 ? null : cents(sum(rows)));
    case 'AVG':
      return (rows) => (count(rows) === 0 ? null : sum(rows) / count(rows));
    case 'MIN':
      return (rows) =>
        present(rows).reduce<Value>(
          (least, one) => (least === null || (one as number) < (least as number) ? (one as Value) : least),
          null,
        );
    default:
      return (rows) =>
        present(rows).reduce<Value>(
          (most, one) => (most === null || (one as number) > (most as number) ? (one as Value) : most),
          null,
        );
  }
}

/** Sums of hundredths do not carry the noise of binary addition. */
const cents = (sum: number) => Math.round(sum * 100) / 100;

function holds(having: HavingClause | undefined, group: readonly Row[], scope: Scope, weight: Weight): boolean {
  if (!having?.left) return true;
  const { left } = having;
  if (!('operator' in left) || !('fn' in left) || !left.fn) throw malformedQuery('HAVING compares an aggregate here');
  const found = Number(total(left.fn.functionName ?? '', left.fn.parameters ?? [], scope, weight)(group));
  const wanted = Number('value' in left ? left.value : Number.NaN);
  const here = {
    '=': found === wanted,
    '!=': found !== wanted,
    '>': found > wanted,
    '>=': found >= wanted,
    '<': found < wanted,
    '<=': found <= wanted,
  }[left.operator as '='];
  if (!('right' in having) || !having.right) return here;
  const rest = holds(having.right as HavingClause, group, scope, weight);
  return 'operator' in having && having.operator === 'OR' ? here || rest : here && rest;
}

function order(groups: Row[][], { orderBy }: Query, scope: Scope, weight: Weight): Row[][] {
  const clauses = orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
  if (clauses.length === 0) return groups;
  const keys = clauses.map((clause) => {
    const down = clause.order === 'DESC';
    if ('fn' in clause && clause.fn && FUNCTIONS.has((clause.fn.functionName ?? '').toUpperCase())) {
      return { down, of: total(clause.fn.functionName ?? '', clause.fn.parameters ?? [], scope, weight) };
    }
    const path =
      'fn' in clause && clause.fn ? scope.call(clause.fn) : scope.path('field' in clause ? clause.field : '');
    return { down, of: ([first]: readonly Row[]) => (first ? path.of(first) : null) };
  });
  return groups.sort((a, b) => {
    for (const { down, of } of keys) {
      const [x, y] = [of(a), of(b)];
      if (x === y) continue;
      const less = x === null || (y !== null && x < y);
      return less === down ? 1 : -1;
    }
    return 0;
  });
}
