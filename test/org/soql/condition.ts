import type { ConditionWithValueQuery, ValueCondition, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../fault';
import { withChecksum } from '../id';
import type { Row, Value } from '../table';
import { literalDays } from './literals';
import type { Path, Scope } from './scope';

type Test = (row: Row) => boolean;

/** A condition ready to be asked of rows. */
export type Compiled = {
  readonly test: Test;
  /** Where an index can serve it: the only rows that can meet it. */
  readonly among?: () => readonly Row[];
  /** Asked of a row that stands for others, which have other ids and names: undefined where it hangs on those. */
  readonly coarse: (row: Row) => boolean | undefined;
  /** It asks for what another query finds. */
  readonly joins?: boolean;
};

const all3 = (a: boolean | undefined, b: () => boolean | undefined) => {
  if (a === false) return false;
  const other = b();
  return other === false ? false : a === undefined || other === undefined ? undefined : true;
};
const not3 = (a: boolean | undefined) => (a === undefined ? undefined : !a);
const any3 = (a: boolean | undefined, b: () => boolean | undefined) => not3(all3(not3(a), () => not3(b())));

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Compiled;

/** Compiles a WHERE clause: NOT binds closest, then AND, then OR. */
export function compileWhere(where: WhereClause | undefined, scope: Scope): Compiled {
  if (!where) return { test: () => true, coarse: () => true };
  const tokens: Token[] = [];
  flatten(where, scope, tokens);
  let at = 0;
  const any = (): Compiled => {
    let left = all();
    while (tokens[at] === 'OR') {
      at += 1;
      const [a, b] = [left, all()];
      if (a.joins || b.joins) throw malformedQuery("Semi join sub-selects are not allowed with the 'OR' operator");
      const either = unionOf(a.among, b.among);
      left = {
        test: (row) => a.test(row) || b.test(row),
        coarse: (row) => any3(a.coarse(row), () => b.coarse(row)),
        ...(either && { among: either }),
      };
    }
    return left;
  };
  const all = (): Compiled => {
    let left = one();
    while (tokens[at] === 'AND') {
      at += 1;
      const [a, b] = [left, one()];
      const among = a.among ?? b.among;
      left = {
        test: (row) => a.test(row) && b.test(row),
        coarse: (row) => all3(a.coarse(row), () => b.coarse(row)),
        ...(among && { among }),
        ...((a.joins || b.joins) && { joins: true }),
      };
    }
    return left;
  };
  const one = (): Compiled => {
    const token = tokens[at];
    at += 1;
    if (token === 'NOT') {
      const inner = one();
      return { test: (row) => !inner.test(row), coarse: (row) => not3(inner.coarse(row)) };
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
    const meets =
      operator === 'IN'
        ? pinned(path, [...inside], (value) => inside.has(value))
        : plain(path, (value) => !inside.has(value));
    return { ...meets, joins: true };
  }
  const { value, literalType } = condition as ValueCondition;
  const types = Array.isArray(literalType) ? literalType : [literalType];
  const kind = types[0] ?? 'STRING';
  if (kind === 'DATE_LITERAL' || kind === 'DATE_N_LITERAL') {
    const n = 'dateLiteralVariable' in condition ? Number(condition.dateLiteralVariable) : 0;
    const days = literalDays(String(value), n, scope.today, scope.setting.calendar);
    if (!days) throw malformedQuery(`unknown date literal ${String(value)}`);
    return plain(path, (found) => inDays(found, operator, days));
  }
  if (Array.isArray(value)) {
    const values = value.map((text, index) => full(path, literal(text, types[index] ?? kind)));
    const set = new Set(values);
    return operator === 'NOT IN'
      ? plain(path, (found) => !set.has(found))
      : pinned(path, values, (found) => set.has(found));
  }
  const wanted = full(path, literal(String(value), kind));
  switch (operator) {
    case '=':
      return pinned(path, [wanted], (found) => equal(found, wanted));
    case '!=':
    case '<>':
      return plain(path, (found) => !equal(found, wanted));
    case 'LIKE': {
      const pattern = new RegExp(
        `^${String(wanted)
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replace(/%/g, '.*')
          .replace(/_/g, '.')}$`,
        'is',
      );
      return plain(path, (found) => pattern.test(String(found ?? '')));
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return plain(path, (found) => ordered(found, operator, wanted));
    default:
      throw malformedQuery(`operator ${operator} is not supported here`);
  }
}

/** A 15-character id is the same id as its 18 characters. */
function full(path: Path, value: Value): Value {
  return path.isId && typeof value === 'string' && value.length === 15 ? withChecksum(value) : value;
}

function plain(path: Path, holds: (value: Value) => boolean): Compiled {
  const test = (row: Row) => holds(path.of(row));
  return { test, coarse: path.varies ? () => undefined : test };
}

function pinned(path: Path, values: readonly Value[], holds: (value: Value) => boolean): Compiled {
  const { with: rowsWith } = path;
  return {
    ...plain(path, holds),
    ...(rowsWith && { among: () => [...new Set(values)].flatMap((value) => rowsWith(value)) }),
  };
}

function unionOf(a: Compiled['among'], b: Compiled['among']): Compiled['among'] {
  return a && b && (() => [...new Map([...a(), ...b()].map((row) => [row.Id, row])).values()]);
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
