import type { CrmProblem } from '../core/model/crm-problem';
import type { Instant } from '../core/value/instant';
import { type Given, given, type Known, type MissingReason, missing } from '../core/value/known';
import { type Money, moneyOf } from '../core/value/money';

/** One record as a CRM gave it: whose fields they are, which record's, and when it was read. */
export type Recorded = {
  /** The CRM's name of the object or model. */
  readonly object: string;
  readonly record: string | undefined;
  /** The raw value of a field; `undefined` where the record has none of that name, null where it is empty. */
  readonly at: (field: string) => unknown;
  readonly asOf: Instant;
};

/**
 * Reads a field: what is absent is hidden, what is null is not recorded, what is of another kind not readable.
 *
 * @param parse - the value as the model has it; `undefined` for what is of another kind
 */
export function readField<T>(
  { object, record, at, asOf }: Recorded,
  field: string,
  parse: (value: unknown) => T | undefined,
): Known<T> {
  const source = { kind: 'crm', field: `${object}.${field}`, ...(record !== undefined && { record }) } as const;
  const value = at(field);
  if (value === undefined) return missing('hidden', source, asOf);
  if (value === null || value === '') return missing('not-recorded', source, asOf);
  const parsed = parse(value);
  return parsed === undefined ? missing('not-readable', source, asOf) : given(parsed, source, asOf);
}

/** An amount of major units in a currency; `undefined` where it is none. */
export function amountIn(major: number | string | undefined, code: string | null): Money | undefined {
  if (major === undefined || code === null) return undefined;
  try {
    return moneyOf(major, code);
  } catch {
    return undefined;
  }
}

/** Why a block is missing, by what the CRM answered to it. */
const REASONS: Readonly<Record<CrmProblem['kind'], MissingReason>> = {
  'signed-out': 'not-yet-read',
  'not-connected': 'not-yet-read',
  'session-hidden': 'not-yet-read',
  blocked: 'hidden',
  hidden: 'hidden',
  'feature-off': 'feature-off',
  'not-found': 'hidden',
  'rate-limited': 'not-yet-read',
  conflict: 'not-readable',
  invalid: 'not-readable',
  offline: 'not-yet-read',
  'not-the-crm': 'not-readable',
};

/** A block that the CRM did not give, and why. */
export function missingBlock(problem: CrmProblem, object: string, asOf: Instant) {
  return missing(REASONS[problem.kind], { kind: 'crm', field: object }, asOf);
}

/** A block that the CRM gave whole. */
export function block<T>(value: T, object: string, asOf: Instant): Given<T> {
  return given(value, { kind: 'crm', field: object }, asOf);
}
