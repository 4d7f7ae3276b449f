import type { Quote } from '../../../core/model/quote';
import { ifGiven, mapKnown } from '../../../core/value/known';
import { isId, type Row } from '../api/rows';
import { recordId } from '../ids';
import { fieldsOf, type ReadAs, unkept } from './field';

export const SALE_FIELDS = ['rec_name', 'number', 'state', 'state:string', 'untaxed_amount', 'currency', 'sale_date'];

/** The sales that a deal was converted to: quotations until they are confirmed. The deal's amount follows all of them. */
export function toQuotes(rows: readonly Row[], database: string, as: ReadAs): Quote[] {
  return rows.flatMap((row) => {
    const fields = fieldsOf('sale.sale', row, as);
    if (!isId(row.id)) return [];
    return [
      {
        id: recordId(database, row.id),
        name: ifGiven(fields.text('rec_name')) ?? String(row.id),
        number: fields.text('number'),
        status: mapKnown(fields.text('state'), (state) => ifGiven(fields.text('state:string')) ?? state),
        amount: fields.money('untaxed_amount'),
        expires: unkept('end of a quotation', as.asOf),
        primary: true,
      },
    ];
  });
}
