import { type CivilDate, parseCivilDate } from '../../../core/value/civil-date';
import { type Instant, parseInstant } from '../../../core/value/instant';
import { type Known, missing } from '../../../core/value/known';
import type { Money } from '../../../core/value/money';
import { amountIn, readField } from '../../known';
import { isId, type Row } from '../api/rows';
import { dayText, decimalText, momentText } from '../api/values';

/** Reads the fields of one record: what is absent is hidden, what is null is not recorded, what is of another kind not readable. */
export type Fields = {
  readonly text: (field: string) => Known<string>;
  readonly number: (field: string) => Known<number>;
  readonly date: (field: string) => Known<CivilDate>;
  readonly instant: (field: string) => Known<Instant>;
  readonly link: (field: string) => Known<number>;
  readonly money: (field: string) => Known<Money>;
};

/** How records are read: when, and in what currency. */
export type ReadAs = {
  readonly asOf: Instant;
  /** Codes by the database's own ids of currencies. */
  readonly currencies: Readonly<Record<string, string>>;
  /** The company's own. */
  readonly currency: string | null;
};

export function fieldsOf(model: string, row: Row, { asOf, currencies, currency }: ReadAs): Fields {
  const record = isId(row.id) ? String(row.id) : undefined;
  const code = isId(row.currency) ? (currencies[row.currency] ?? null) : currency;
  const recorded = { object: model, record, at: (field: string) => at(row, field), asOf };
  const read = <T>(field: string, parse: (value: unknown) => T | undefined) => readField(recorded, field, parse);
  return {
    text: (field) => read(field, (value) => (typeof value === 'string' ? value : undefined)),
    number: (field) => read(field, (value) => (Number.isFinite(value) ? (value as number) : undefined)),
    date: (field) => read(field, (value) => parseCivilDate(dayText(value))),
    instant: (field) => read(field, (value) => parseInstant(momentText(value))),
    link: (field) => read(field, (value) => (isId(value) ? value : undefined)),
    money: (field) => read(field, (value) => amountIn(decimalText(value), code)),
  };
}

/** The value of a field, or of a linked record's field by its path. A link to nothing leads to nothing. */
function at(row: Row, path: string): unknown {
  let value: unknown = row;
  const steps = path.split('.');
  for (const [place, step] of steps.entries()) {
    if (value === null) return null;
    if (typeof value !== 'object' || value === undefined) return undefined;
    value = (value as Row)[place < steps.length - 1 ? `${step}.` : step];
  }
  return value;
}

/** A thing that Tryton does not keep. */
export function unkept(what: string, asOf: Instant) {
  return missing('feature-off', { kind: 'crm', field: what }, asOf);
}
