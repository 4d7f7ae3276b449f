import type { Quote, QuoteStanding } from '../../../core/model/quote';
import { given, ifGiven, isGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import { isId, type Row } from '../api/rows';
import { recordId } from '../ids';
import { fieldsOf, type ReadAs, unkept } from './field';

export const SALE_FIELDS = ['rec_name', 'number', 'state', 'state:string', 'untaxed_amount', 'currency', 'sale_date'];

/** The states of a sale: it is a quotation until the customer's order confirms it. */
const STANDINGS: ReadonlyMap<string, QuoteStanding> = new Map([
  ['draft', 'draft'],
  ['quotation', 'offered'],
  ['confirmed', 'accepted'],
  ['processing', 'accepted'],
  ['done', 'accepted'],
  ['cancelled', 'withdrawn'],
  ['cancel', 'withdrawn'],
]);

/**
 * The sales that a deal was converted to: quotations until they are confirmed. The deal's amount follows all of them. The day of a
 * sale is the day of the customer's order; on a quotation somebody may have written one in advance.
 */
export function toQuotes(rows: readonly Row[], database: string, as: ReadAs): Quote[] {
  return rows.flatMap((row) => {
    const fields = fieldsOf('sale.sale', row, as);
    if (!isId(row.id)) return [];
    const standing = standingOf(fields.text('state'));
    return [
      {
        id: recordId(database, row.id),
        name: ifGiven(fields.text('rec_name')) ?? String(row.id),
        number: fields.text('number'),
        status: mapKnown(fields.text('state'), (state) => ifGiven(fields.text('state:string')) ?? state),
        standing,
        amount: fields.money('untaxed_amount'),
        discount: unkept('discount of a sale', as.asOf),
        createdOn: unkept('day of a quotation', as.asOf),
        acceptedOn:
          ifGiven(standing) === 'accepted'
            ? fields.date('sale_date')
            : missing('not-recorded', { kind: 'crm', field: 'sale.sale.sale_date' }, as.asOf),
        expires: unkept('end of a quotation', as.asOf),
        primary: true,
      },
    ];
  });
}

function standingOf(state: Known<string>): Known<QuoteStanding> {
  if (!isGiven(state)) return state;
  const standing = STANDINGS.get(state.value);
  return standing === undefined
    ? missing('not-readable', state.source, state.asOf)
    : given(standing, state.source, state.asOf);
}
