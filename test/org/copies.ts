import { inCopy, outOfCopy } from './id';
import { OBJECTS, type SObject } from './schema';
import { type Pattern, type Row, Table, type Value } from './table';

/** Objects of which a larger organisation has no more: its set-up and its price list. */
const SHARED = new Set([
  'Organization',
  'OpportunityStage',
  'Product2',
  'PricebookEntry',
  'Period',
  'FiscalYearSettings',
  'ForecastingType',
  'OpportunitySplitType',
  'CurrencyType',
  'DatedConversionRate',
]);
export const isCopied = (object: string): boolean => !SHARED.has(object);

/** Rows that were made are kept, up to so many, so that the same question is not worked for twice. */
const MOST_KEPT = 50_000;

const LEADS = 'bdfgklmnprstvzcjhwqx';
const VOWELS = 'aeiou';

/** What a copy's names begin with: no two copies sound alike, and none like the data, where no company begins with a Q. */
function soundOf(copy: number): string {
  const [lead = '', vowel = '', end = ''] = [
    LEADS[copy % 20],
    VOWELS[Math.floor(copy / 20) % 5],
    LEADS[Math.floor(copy / 100) % 20],
  ];
  return `q${vowel}${lead}${end}`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * A table of an organisation that is many times as large as the data: every row stands in it as often as there are copies, each
 * with ids and names of its own. Rows are made when they are asked for; only those that were written to are kept.
 */
export class CopiedTable extends Table {
  readonly #data: Table;
  readonly #written = new Map<string, Row>();
  readonly #dropped = new Set<string>();
  readonly #kept = new Map<string, Row>();
  readonly #steps: readonly ((row: Row, copy: number) => void)[];

  /** @param data - the rows of the first copy; they are never changed */
  constructor(
    object: SObject,
    data: Row[],
    readonly copies: number,
  ) {
    // What is added later has no copies: it stands in the table underneath.
    super(object, []);
    this.#data = new Table(object, data);
    this.#steps = stepsOf(object);
  }

  override get rows(): readonly Row[] {
    const all: Row[] = [];
    for (const { rows } of this.patterns()) all.push(...rows());
    return all;
  }

  override patterns(): readonly Pattern[] {
    const changed = new Map<string, number>();
    for (const id of [...this.#written.keys(), ...this.#dropped]) {
      const { id: key } = outOfCopy(id);
      changed.set(key, (changed.get(key) ?? 0) + 1);
    }
    const single = (row: Row): Pattern => ({ row, weight: 1, rows: () => [row] });
    return [
      ...this.#data.rows.map((row) => ({
        row,
        weight: this.copies - (changed.get(String(row.Id)) ?? 0),
        rows: () => this.#all(row).filter(({ Id }) => !this.#written.has(String(Id))),
      })),
      ...[...this.#written.values()].map(single),
      ...super.rows.map(single),
    ];
  }

  override where(field: string, value: Value): readonly Row[] {
    const kind = this.field(field);
    const target = typeof value === 'string' ? [...(kind?.targets ?? []), this.object.name] : [];
    const own = (kind?.type === 'id' || kind?.type === 'reference') && target.some((one) => isOf(one, value));
    const found =
      own && typeof value === 'string'
        ? this.#inOne(field, value)
        : this.#data.where(field, value).flatMap((row) => this.#all(row));
    const fitting = found.filter((row) => (row[field] ?? null) === value);
    if (this.#written.size === 0) return [...fitting, ...super.where(field, value)];
    const ids = new Set(fitting.map(({ Id }) => Id));
    const others = [...this.#written.values()].filter(
      (row) => (row[field] ?? null) === value && !ids.has(row.Id ?? null),
    );
    return [...fitting, ...others, ...super.where(field, value)];
  }

  override update(row: Row, changes: Row): void {
    const id = String(row.Id);
    if (super.where('Id', id).length > 0) {
      super.update(row, changes);
      return;
    }
    const held = this.#written.get(id) ?? row;
    const [before, was] = [{ ...held }, this.#written.has(id)];
    this.remember(() => {
      Object.assign(held, before);
      if (!was) this.#written.delete(id);
    });
    Object.assign(held, changes);
    if (held !== row) Object.assign(row, changes);
    this.#written.set(id, held);
  }

  override drop(row: Row): void {
    const id = String(row.Id);
    if (super.where('Id', id).length > 0) {
      super.drop(row);
      return;
    }
    const held = this.#written.get(id);
    this.remember(() => {
      this.#dropped.delete(id);
      if (held) this.#written.set(id, held);
    });
    this.#written.delete(id);
    this.#dropped.add(id);
  }

  #inOne(field: string, value: string): readonly Row[] {
    const { copy, id } = outOfCopy(value);
    if (copy >= this.copies) return [];
    return this.#data.where(field, id).flatMap((row): Row[] => present(this.#make(row, copy)));
  }

  #all(row: Row): Row[] {
    const copies = Array.from({ length: this.copies }, (_, copy) => copy);
    return copies.flatMap((copy): Row[] => present(this.#make(row, copy)));
  }

  #make(row: Row, copy: number): Row | undefined {
    const id = inCopy(String(row.Id), copy);
    if (this.#dropped.has(id)) return undefined;
    const known = this.#written.get(id) ?? this.#kept.get(id);
    if (known) return known;
    const made = { ...row };
    if (copy > 0) for (const step of this.#steps) step(made, copy);
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(id, made);
    return made;
  }
}

const present = (row: Row | undefined): Row[] => (row ? [row] : []);

function isOf(object: string, value: Value): boolean {
  const prefix = OBJECTS.get(object.toLowerCase())?.prefix ?? '?';
  return isCopied(object) && typeof value === 'string' && value.startsWith(prefix);
}

/** An address or a site in a copy: colleagues by another name at the same place, companies at a place of their own. */
function addressIn(text: string, copy: number): string {
  return text.endsWith('@acme.example')
    ? text.replace('@', `.${copy}@`)
    : text.replace(/\.example$/, `-${soundOf(copy)}.example`);
}

/** What is different in a copy of a row: ids, names, addresses. */
function stepsOf(object: SObject): ((row: Row, copy: number) => void)[] {
  const change = (field: string, to: (text: string, copy: number) => string) => (row: Row, copy: number) => {
    const value = row[field];
    if (typeof value === 'string') row[field] = to(value, copy);
  };
  const steps = object.fields.flatMap(({ name, type, targets = [] }) => {
    if (type === 'id' || (type === 'reference' && targets.some(isCopied))) return [change(name, inCopy)];
    if (type === 'email' || name === 'ToAddress' || name === 'Username') return [change(name, addressIn)];
    return [];
  });
  const glued = (text: string, copy: number) => capital(soundOf(copy)) + text.charAt(0).toLowerCase() + text.slice(1);
  if (object.name === 'Account' || object.name === 'Opportunity') steps.push(change('Name', glued));
  if (object.name === 'Account') steps.push(change('Website', addressIn));
  if (object.name === 'User')
    for (const field of ['Name', 'LastName'])
      steps.push(change(field, (text, copy) => `${text}-${capital(soundOf(copy))}`));
  return steps;
}
