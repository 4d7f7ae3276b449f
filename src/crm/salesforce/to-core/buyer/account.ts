import type { Account } from '../../../../core/model/account';
import { ifGiven, isGiven, missing } from '../../../../core/value/known';
import type { Row } from '../../api/rows';
import { recordId } from '../../ids';
import { fieldsOf, type ReadAs } from '../field';

/** Fields that name one legal entity wherever it is written, and what they are called in the model. */
const IDENTIFIERS: Readonly<Record<string, string>> = { DunsNumber: 'duns', TickerSymbol: 'ticker' };

/** A company. `undefined` where the row is none. */
export function toAccount(row: Row, as: ReadAs): Account | undefined {
  const id = recordId(row.Id);
  const fields = fieldsOf('Account', row, as);
  const name = ifGiven(fields.text('Name'));
  if (id === undefined || name === undefined) return undefined;
  const parent = fields.text('ParentId');
  const parentId = isGiven(parent) ? recordId(parent.value) : undefined;
  return {
    id,
    name,
    parentId: isGiven(parent)
      ? parentId === undefined
        ? missing('not-readable', parent.source, parent.asOf)
        : { ...parent, value: parentId }
      : parent,
    industry: fields.text('Industry'),
    website: fields.text('Website'),
    country: fields.text('BillingCountry'),
    annualRevenue: fields.money('AnnualRevenue'),
    employees: fields.number('NumberOfEmployees'),
    identifiers: Object.fromEntries(
      Object.entries(IDENTIFIERS).flatMap(([field, as]) => {
        const value = ifGiven(fields.text(field));
        return value === undefined ? [] : [[as, value]];
      }),
    ),
    fiscalYearStartMonth: missing('not-recorded', { kind: 'crm', field: 'Account' }, as.asOf),
  };
}
