import { type CivilDate, parseCivilDate } from '../../../core/value/civil-date';
import { type Instant, parseInstant } from '../../../core/value/instant';
import type { Known } from '../../../core/value/known';
import type { Money } from '../../../core/value/money';
import { amountIn, readField } from '../../known';
import type { Row } from '../api/rows';

/** Reads the fields of one record: what is absent is hidden, what is null is not recorded, what is of another kind not readable. */
export type Fields = {
  readonly text: (field: string) => Known<string>;
  readonly number: (field: string) => Known<number>;
  readonly flag: (field: string) => Known<boolean>;
  readonly date: (field: string) => Known<CivilDate>;
  readonly instant: (field: string) => Known<Instant>;
  /** An amount in the record's own currency, else the organisation's. */
  readonly money: (field: string) => Known<Money>;
  readonly asOf: Instant;
};

/** How a record's fields are read: when, and in what currency where the record names none. */
export type ReadAs = { readonly asOf: Instant; readonly currency: string | null };

export function fieldsOf(object: string, row: Row, { asOf, currency }: ReadAs): Fields {
  const record = typeof row.Id === 'string' ? row.Id : undefined;
  const recorded = { object, record, at: (field: string) => at(row, field), asOf };
  const read = <T>(field: string, parse: (value: unknown) => T | undefined) => readField(recorded, field, parse);
  const own = typeof row.CurrencyIsoCode === 'string' ? row.CurrencyIsoCode : currency;
  return {
    asOf,
    text: (field) => read(field, (value) => (typeof value === 'string' ? value : undefined)),
    number: (field) => read(field, finite),
    flag: (field) => read(field, (value) => (typeof value === 'boolean' ? value : undefined)),
    date: (field) => read(field, parseCivilDate),
    instant: (field) => read(field, parseInstant),
    money: (field) =>
      read(field, (value) => (finite(value) === undefined ? undefined : amountIn(value as number | string, own))),
  };
}

/** The value of a field, or of a parent's field by its path. A parent that is null has null fields. */
function at(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const step of path.split('.')) {
    if (value === null) return null;
    if (typeof value !== 'object' || value === undefined) return undefined;
    value = (value as Row)[step];
  }
  return value;
}

/** A number, also where it is written as a text of digits. */
export function finite(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,18}(?:\.\d{1,18})?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
