import type { Query } from '@jetstreamapp/soql-parser-js';
import { invalidField, invalidType, malformedQuery } from '../fault';
import { CORPORATE, type Exchange } from '../records/currencies';
import type { FiscalCalendar } from '../records/periods';
import type { Field, FieldType } from '../schema';
import type { Row, Table, Tables, Value } from '../table';

/** What a user may see: objects that are on, fields that are not hidden from them. */
export type Sight = {
  readonly seesObject: (object: string) => boolean;
  readonly seesField: (object: string, field: string) => boolean;
  /** Which records of an object are shared with the user; nothing: all of them. */
  readonly rowsOf?: (object: string) => ((row: Row) => boolean) | undefined;
};

/** A way from a row to a value: a field of its own, or of a parent. */
export type Path = {
  readonly of: (row: Row) => Value;
  readonly type?: FieldType;
  readonly isId: boolean;
  /** What it leads to is another in every copy of a record: an id, a name. */
  readonly varies: boolean;
  /** Where indexes can serve it: the rows for which it leads to a value. */
  readonly with?: (value: Value) => readonly Row[];
  /** The relations walked and the field, as they are spelt in answers. */
  readonly spelt: readonly string[];
};

type Call = { readonly functionName?: string; readonly parameters?: readonly unknown[]; readonly rawValue?: string };

const VARYING: ReadonlySet<FieldType> = new Set(['id', 'reference', 'string', 'email', 'url']);

/** What a relation to several objects shows of whichever it leads to. */
const NAME_FIELDS = [
  'Id',
  'Name',
  'Type',
  'FirstName',
  'LastName',
  'Title',
  'Email',
  'Phone',
  'Username',
  'UserRoleId',
];

function nameField(written: string): { readonly name: string; readonly type: FieldType } {
  const name = NAME_FIELDS.find((one) => one.toLowerCase() === written.toLowerCase());
  if (name === undefined) throw invalidField(written, 'Name');
  return { name, type: 'string' };
}

/** What of the organisation's set-up the meaning of a query hangs on. */
export type Setting = {
  readonly calendar?: FiscalCalendar;
  /** Only where the organisation has several currencies: the rates, and the currency of whoever asks. */
  readonly money?: { readonly exchange: Exchange; readonly users: string; readonly dated: boolean };
};

/** Resolves the names of one query against the objects a user sees. */
export class Scope {
  constructor(
    readonly tables: Tables,
    readonly sight: Sight,
    readonly table: Table,
    readonly today: string,
    readonly run: (query: Query) => readonly Row[],
    readonly setting: Setting = {},
  ) {}

  static tableOf(tables: Tables, sight: Sight, name: string): Table {
    const table = tables.get(name.toLowerCase());
    if (!table || !sight.seesObject(table.object.name)) throw invalidType(name);
    return table;
  }

  field(table: Table, name: string): Field {
    const field = table.field(name);
    if (!field || !this.sight.seesField(table.object.name, field.name)) throw invalidField(name, table.object.name);
    return field;
  }

  /** @param written - `Amount`, `Account.Parent.Name` */
  path(written: string): Path {
    const steps = written.split('.');
    const last = steps.pop() ?? '';
    // A query may name its own object in front of a field.
    if (steps[0]?.toLowerCase() === this.table.object.name.toLowerCase()) steps.shift();
    if (steps.length > 5) throw malformedQuery('no more than 5 levels of relationships');
    let table: Table | undefined = this.table;
    const spelt: string[] = [];
    const walk: { readonly field: string; readonly find: (id: string) => Row | undefined; readonly from: Table }[] = [];
    let isStraight = true;
    for (const step of steps) {
      const reference: Field | undefined = table?.object.fields.find(
        ({ relation }) => relation?.toLowerCase() === step.toLowerCase(),
      );
      if (!table || !reference?.to || !this.sight.seesField(table.object.name, reference.name)) {
        throw malformedQuery(
          `Didn't understand relationship '${step}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`,
        );
      }
      const several: boolean = (reference.targets ?? []).length > 1;
      const parent: Table | undefined = several ? undefined : Scope.tableOf(this.tables, this.sight, reference.to);
      isStraight &&= parent !== undefined;
      walk.push({
        field: reference.name,
        find: parent ? this.#finder(parent) : (id) => this.#anyNamed(id),
        from: table,
      });
      spelt.push(reference.relation ?? step);
      table = parent;
    }
    const field = table ? this.field(table, last) : nameField(last);
    const last_ = table;
    // Backwards: the rows that have the value, those that lead to them, and so on.
    const rowsWith = (value: Value): readonly Row[] => {
      let found = last_?.where(field.name, value) ?? [];
      if (walk.length > 0 && value === null) return this.table.rows;
      for (const { field: key, from } of [...walk].reverse())
        found = found.flatMap(({ Id = null }) => from.where(key, Id));
      return found;
    };
    const isIndexed = isStraight && last_?.isIndexed(field as Field) === true;
    return {
      of: (row) => {
        let at: Row | undefined = row;
        for (const { field: key, find } of walk) {
          const id: Value = at?.[key] ?? null;
          at = typeof id === 'string' ? find(id) : undefined;
        }
        return at?.[field.name] ?? null;
      },
      ...(isIndexed && { with: rowsWith }),
      isId: isIndexed,
      varies: VARYING.has(field.type),
      spelt: [...spelt, field.name],
      type: field.type,
    };
  }

  #finder(table: Table): (id: string) => Row | undefined {
    const sees = this.sight.rowsOf?.(table.object.name);
    return (id) => {
      const row = table.byId(id);
      return row === undefined || sees?.(row) === false ? undefined : row;
    };
  }

  /** A record of any object, as the `Name` object shows it: its name and what it is. */
  #anyNamed(id: string): Row | undefined {
    for (const table of this.tables.values()) {
      if (!id.startsWith(table.object.prefix)) continue;
      const row = this.#finder(table)(id);
      return row && { ...row, Type: table.object.name };
    }
    return undefined;
  }

  /** A function of one field: `CALENDAR_MONTH(CloseDate)`, `toLabel(StageName)`. */
  call(call: Call): Path {
    const name = (call.functionName ?? '').toUpperCase();
    const inner = this.path(String(call.parameters?.[0] ?? ''));
    if (name === 'CONVERTCURRENCY') return this.#converted(inner);
    const month = (value: Value) => Number(String(value).slice(5, 7));
    const { calendar } = this.setting;
    if (name.startsWith('FISCAL_') && calendar?.custom)
      throw malformedQuery(`${name} is not supported in an organization with custom fiscal years`);
    const first = calendar?.startMonth ?? 1;
    const quarter = (value: Value) => calendar?.quarterOf(String(value).slice(0, 10));
    const functions: Readonly<Record<string, (value: Value) => Value>> = {
      TOLABEL: (value) => value,
      CALENDAR_MONTH: month,
      FISCAL_MONTH: (value) => ((month(value) - first + 12) % 12) + 1,
      CALENDAR_QUARTER: (value) => Math.ceil(month(value) / 3),
      FISCAL_QUARTER: (value) => quarter(value)?.number ?? Math.ceil(month(value) / 3),
      CALENDAR_YEAR: (value) => Number(String(value).slice(0, 4)),
      FISCAL_YEAR: (value) => quarter(value)?.year ?? Number(String(value).slice(0, 4)),
      DAY_ONLY: (value) => String(value).slice(0, 10),
    };
    const work = functions[name];
    if (!work) throw malformedQuery(`unknown function ${call.functionName}`);
    return {
      of: (row) => {
        const value = inner.of(row);
        return value === null ? null : work(value);
      },
      spelt: inner.spelt,
      type: inner.type ?? 'string',
      isId: false,
      varies: inner.varies,
    };
  }

  /** Money in the currency of whoever asks. */
  #converted(path: Path): Path {
    const { money } = this.setting;
    if (!money) throw malformedQuery('convertCurrency() needs an organization with several currencies');
    return { ...path, of: (row) => this.worth(path.of(row), row, money.users) };
  }

  /** What a record's amount is worth in another currency, at the rate of its close date where rates are dated. */
  worth(amount: Value, row: Row, currency: string): Value {
    const { money } = this.setting;
    if (!money || typeof amount !== 'number') return amount;
    const on = money.dated && typeof row.CloseDate === 'string' ? row.CloseDate : null;
    const worth = money.exchange(amount, row.CurrencyIsoCode ?? CORPORATE, currency, on);
    return worth === null ? null : Math.round(worth * 100) / 100;
  }

  /** Values of the one field that an inner query selects. */
  subquery(query: Query): readonly Value[] {
    const first = query.fields?.[0];
    if (first?.type !== 'Field') throw malformedQuery('a sub-query in WHERE selects one field');
    const key = first.field;
    const table = Scope.tableOf(this.tables, this.sight, query.sObject ?? '');
    const field = this.field(table, key);
    return this.run(query).map((row) => row[field.name] ?? null);
  }
}
