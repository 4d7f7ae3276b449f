import type { CrmProblem } from '../../../core/model/crm-problem';
import { type CivilDate, parseCivilDate } from '../../../core/value/civil-date';
import { type Instant, parseInstant } from '../../../core/value/instant';
import { type Given, given, type Known, type MissingReason, missing } from '../../../core/value/known';
import { type Money, moneyOf } from '../../../core/value/money';
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
  const read = <T>(field: string, parse: (value: unknown) => T | undefined): Known<T> => {
    const source = { kind: 'crm', field: `${object}.${field}`, ...(record !== undefined && { record }) } as const;
    const value = at(row, field);
    if (value === undefined) return missing('hidden', source, asOf);
    if (value === null || value === '') return missing('not-recorded', source, asOf);
    const parsed = parse(value);
    return parsed === undefined ? missing('not-readable', source, asOf) : given(parsed, source, asOf);
  };
  const own = typeof row.CurrencyIsoCode === 'string' ? row.CurrencyIsoCode : currency;
  return {
    asOf,
    text: (field) => read(field, (value) => (typeof value === 'string' ? value : undefined)),
    number: (field) => read(field, finite),
    flag: (field) => read(field, (value) => (typeof value === 'boolean' ? value : undefined)),
    date: (field) => read(field, parseCivilDate),
    instant: (field) => read(field, parseInstant),
    money: (field) => read(field, (value) => amount(value, own)),
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

function amount(value: unknown, code: string | null): Money | undefined {
  if (finite(value) === undefined || code === null) return undefined;
  try {
    return moneyOf(value as number | string, code);
  } catch {
    return undefined;
  }
}

/** Why a block is missing, by what the CRM answered to it. */
const REASONS: Readonly<Record<CrmProblem['kind'], MissingReason>> = {
  'signed-out': 'not-yet-read',
  'not-connected': 'not-yet-read',
  blocked: 'hidden',
  'session-hidden': 'not-yet-read',
  hidden: 'hidden',
  'feature-off': 'feature-off',
  'not-found': 'hidden',
  'rate-limited': 'not-yet-read',
  conflict: 'not-readable',
  invalid: 'not-readable',
  offline: 'not-yet-read',
  'not-the-crm': 'not-readable',
};

export function missingBlock(problem: CrmProblem, object: string, asOf: Instant) {
  return missing(REASONS[problem.kind], { kind: 'crm', field: object }, asOf);
}

export function block<T>(value: T, object: string, asOf: Instant): Given<T> {
  return given(value, { kind: 'crm', field: object }, asOf);
}
