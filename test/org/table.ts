import { recordId } from './id';
import type { Field, SObject } from './schema';

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** A row that stands for others like it: all that differs between them are ids and names. */
export type Pattern = {
  readonly row: Row;
  /** How many rows it stands for. */
  readonly weight: number;
  readonly rows: () => readonly Row[];
};

/** The rows of one object, with an index for each field that rows are looked up by. */
export class Table {
  readonly #rows: Row[];
  readonly #indexes = new Map<string, Map<Value, Row[]>>();
  readonly #fields: ReadonlyMap<string, Field>;
  #undo: (() => void)[] | null = null;
  #made = 0;

  constructor(
    readonly object: SObject,
    rows: Row[],
  ) {
    this.#rows = rows;
    this.#fields = new Map(object.fields.map((field) => [field.name.toLowerCase(), field]));
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** The rows by what they have in common, where there are too many to be made one by one. */
  patterns(): readonly Pattern[] | undefined {
    return undefined;
  }

  /** A field by its name, in any case. */
  field(name: string): Field | undefined {
    return this.#fields.get(name.toLowerCase());
  }

  isIndexed(field: Field): boolean {
    return field.type === 'id' || field.type === 'reference';
  }

  /** Rows whose field has this value; the index is made at the first question. */
  where(field: string, value: Value): readonly Row[] {
    let index = this.#indexes.get(field);
    if (!index) {
      index = new Map();
      for (const row of this.#rows) {
        const key = row[field] ?? null;
        const bucket = index.get(key);
        if (bucket) bucket.push(row);
        else index.set(key, [row]);
      }
      this.#indexes.set(field, index);
    }
    return index.get(value) ?? [];
  }

  byId(id: string): Row | undefined {
    return this.where('Id', id)[0];
  }

  insert(row: Row): void {
    this.remember(() => this.#rows.splice(this.#rows.indexOf(row), 1));
    this.#rows.push(row);
    this.#indexes.clear();
  }

  /** Takes a row out for good. */
  drop(row: Row): void {
    const place = this.#rows.indexOf(row);
    if (place < 0) return;
    this.remember(() => this.#rows.splice(place, 0, row));
    this.#rows.splice(place, 1);
    this.#indexes.clear();
  }

  /** An id that no row has, from a number on. */
  nextId(from: number): string {
    this.#made += 1;
    return recordId(this.object.prefix, from + this.#made);
  }

  update(row: Row, changes: Row): void {
    const before = { ...row };
    this.remember(() => Object.assign(row, before));
    Object.assign(row, changes);
    this.#indexes.clear();
  }

  /** From here on changes are remembered, until they are kept or taken back. */
  begin(): void {
    this.#undo = [];
  }

  end(keep: boolean): void {
    if (!keep && this.#undo !== null && this.#undo.length > 0) {
      for (const undo of this.#undo.reverse()) undo();
      this.#indexes.clear();
    }
    this.#undo = null;
  }

  protected remember(undo: () => void): void {
    this.#undo?.push(undo);
  }
}

export type Tables = ReadonlyMap<string, Table>;
