import type { Account } from '../../../../src/core/model/account';
import type { Instant } from '../../../../src/core/value/instant';
import { given, type Known, missing } from '../../../../src/core/value/known';

export function known<T>(value: T): Known<T> {
  return given(value, { kind: 'crm', field: 'Account.Field' }, '2026-06-15T11:00:00.000Z' as Instant);
}

/** A company of which the CRM knows the name and nothing else, unless told otherwise. */
export function account(name: string, but: Partial<Account> = {}): Account {
  return {
    id: name,
    name,
    parentId: missing('not-recorded'),
    industry: missing('not-recorded'),
    website: missing('not-recorded'),
    country: missing('not-recorded'),
    annualRevenue: missing('not-recorded'),
    employees: missing('not-recorded'),
    identifiers: {},
    fiscalYearStartMonth: missing('not-recorded'),
    ...but,
  };
}
