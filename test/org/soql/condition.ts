import type { ConditionWithValueQuery, ValueCondition, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../fault';
import { withChecksum } from '../id';
import type { Row, Value } from '../table';
import { literalDays } from './literals';
import type { Path, Scope } from './scope';

type Test = (row: Row) => boolean;

/** A condition ready to be asked of rows; `on` names what it pins a field to, where it does, so that an index can serve it. */
export type Compiled = {
  readonly test: Test;
  readonly on?: { readonly field: string; readonly values: readonly Value[] };
};

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Compiled;

/** Compiles a WHERE clause: NOT binds closest, then AND, then OR. */
export function compileWhere(where: WhereClause | undefined, scope: Scope): Compiled {
  if (!where) return { test: () => true };
  const tokens: Token[] = [];
  flatten(where, scope, tokens);
  let at = 0;
  const any = (): Compiled => {
    let left = all();
    while (tokens[at] === 'OR') {
      at += 1;
      const [a, b] = [left, all()];
      left = { test: (row) => a.test(row) || b.test(row) };
    }
    return left;
  };
  const all = (): Compiled => {
    let left = one();
    while (tokens[at] === 'AND') {
      at += 1;
      const [a, b] = [left, one()];
      const on = a.on ?? b.on;
      left = { test: (row) => a.test(row) && b.test(row), ...(on && { on }) };
    }
    return left;
  };
  const one = (): Compiled => {
    const token = tokens[at];
    at += 1;
    if (token === 'NOT') {
      const inner = one();
      return { test: (row) => !inner.test(row) };
    }
    if (token === '(') {
      const inner = any();
      at += 1;
      return inner;
    }
    if (token === undefined || typeof token === 'string') throw malformedQuery('unexpected token in WHERE');
    return token;
  };
  return any();
}

function flatten(where: WhereClause, scope: Scope, tokens: Token[]): void {
  const { left } = where;
  if (left) {
    for (let n = left.openParen ?? 0; n > 0; n--) tokens.push('(');
    if ('operator' in left) tokens.push(comparison(left as ValueCondition | ConditionWithValueQuery, scope));
    const closing = 'closeParen' in left ? (left.closeParen ?? 0) : 0;
    for (let n = closing; n > 0; n--) tokens.push(')');
  }
  if ('operator' in where && where.operator) {
    tokens.push(where.operator as 'AND' | 'OR' | 'NOT');
    if ('right' in where && where.right) flatten(where.right, scope, tokens);
  }
}

function comparison(condition: ValueCondition | ConditionWithValueQuery, scope: Scope): Compiled {
  const written = 'field' in condition ? condition.field : '';
  const path: Path = 'fn' in condition && condition.fn ? scope.call(condition.fn) : scope.path(written);
  if ('fn' in condition && condition.fn?.functionName?.toUpperCase() === 'CONVERTCURRENCY')
    throw malformedQuery('convertCurrency() cannot be used in WHERE');
  const operator = String((condition as { readonly operator: string }).operator).toUpperCase();
  if ('valueQuery' in condition) {
    const inside = new Set(scope.subquery(condition.valueQuery));
    return operator === 'IN'
      ? pinned(path, [...inside], (value) => inside.has(value))
      : { test: (row) => !inside.has(path.of(row)) };
  }
  const { value, literalType } = condition as ValueCondition;
  const types = Array.isArray(literalType) ? literalType : [literalType];
  const kind = types[0] ?? 'STRING';
  if (kind === 'DATE_LITERAL' || kind === 'DATE_N_LITERAL') {
    const n = 'dateLiteralVariable' in condition ? Number(condition.dateLiteralVariable) : 0;
    const days = literalDays(String(value), n, scope.today, scope.setting.calendar);
    if (!days) throw malformedQuery(`unknown date literal ${String(value)}`);
    return { test: (row) => inDays(path.of(row), operator, days) };
  }
  if (Array.isArray(value)) {
    const values = value.map((text, index) => full(path, literal(text, types[index] ?? kind)));
    const set = new Set(values);
    return operator === 'NOT IN'
      ? { test: (row) => !set.has(path.of(row)) }
      : pinned(path, values, (found) => set.has(found));
  }
  const wanted = full(path, literal(String(value), kind));
  switch (operator) {
    case '=':
      return pinned(path, [wanted], (found) => equal(found, wanted));
    case '!=':
    case '<>':
      return { test: (row) => !equal(path.of(row), wanted) };
    case 'LIKE': {
      const pattern = new RegExp(
        `^${String(wanted)
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replace(/%/g, '.*')
          .replace(/_/g, '.')}$`,
        'is',
      );
      return { test: (row) => pattern.test(String(path.of(row) ?? '')) };
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { test: (row) => ordered(path.of(row), operator, wanted) };
    default:
      throw malformedQuery(`operator ${operator} is not supported here`);
  }
}

/** A 15-character id is the same id as its 18 characters. */
function full(path: Path, value: Value): Value {
  return path.indexed !== undefined && typeof value === 'string' && value.length === 15 ? withChecksum(value) : value;
}

function pinned(path: Path, values: readonly Value[], holds: (value: Value) => boolean): Compiled {
  return {
    test: (row) => holds(path.of(row)),
    ...(path.indexed !== undefined && { on: { field: path.indexed, values: [...new Set(values)] } }),
  };
}

/** Text compares without regard to case, as Salesforce compares it. */
function equal(a: Value, b: Value): boolean {
  return typeof a === 'string' && typeof b === 'string'
    ? a === b || a.toLowerCase() === b.toLowerCase() || sameInstant(a, b)
    : a === b;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const sameInstant = (a: string, b: string) => INSTANT.test(a) && INSTANT.test(b) && Date.parse(a) === Date.parse(b);

function ordered(a: Value, operator: string, b: Value): boolean {
  if (a === null || b === null) return false;
  const difference =
    typeof a === 'string' && typeof b === 'string' && INSTANT.test(a) && INSTANT.test(b)
      ? Date.parse(a) - Date.parse(b)
      : a < b
        ? -1
        : a > b
          ? 1
          : 0;
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  if (operator === '>') return difference > 0;
  return difference >= 0;
}

function inDays(value: Value, operator: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  if (typeof value !== 'string') return false;
  const day = value.slice(0, 10);
  switch (operator) {
    case '=':
      return day >= from && day < to;
    case '!=':
    case '<>':
      return day < from || day >= to;
    case '<':
      return day < from;
    case '<=':
      return day < to;
    case '>':
      return day >= to;
    default:
      return day >= from;
  }
}

function literal(text: string, type: string): Value {
  switch (type) {
    case 'STRING':
      return text
        .slice(1, -1)
        .replace(/\\(['"\\])/g, '$1')
        .replace(/\\n/g, '\n');
    case 'BOOLEAN':
      return text.toUpperCase() === 'TRUE';
    case 'NULL':
      return null;
    case 'DATE':
    case 'DATETIME':
      return text;
    default: {
      const number = Number(text);
      if (Number.isNaN(number)) throw malformedQuery(`unexpected value ${text}`);
      return number;
    }
  }
}
