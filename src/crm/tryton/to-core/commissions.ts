import type { BookedCommission } from '../../../core/model/commission';
import { ifGiven, isGiven, type Known, missing } from '../../../core/value/known';
import { isId, type Row, referenceIn } from '../api/rows';
import { recordId } from '../ids';
import { fieldsOf, type ReadAs } from './field';

export const COMMISSION_FIELDS = ['date', 'amount', 'currency', 'origin', 'origin.rec_name', 'rec_name'];
export const INVOICE_LINE_FIELDS = ['amount', 'currency', 'origin'];
export const SALE_LINE_FIELDS = ['sale', 'sale.origin'];

/**
 * What Tryton has booked for an agent, followed back: commission, line of an invoice, line of a sale, sale, opportunity.
 *
 * @param invoiceLines - those that the commissions come from
 * @param saleLines - those that these come from
 */
export function toCommissions(
  rows: readonly Row[],
  invoiceLines: Known<readonly Row[]>,
  saleLines: Known<readonly Row[]>,
  database: string,
  as: ReadAs,
): BookedCommission[] {
  const byId = (known: Known<readonly Row[]>) => new Map((ifGiven(known) ?? []).map((row) => [row.id, row]));
  const invoiced = byId(invoiceLines);
  const sold = byId(saleLines);
  return rows.flatMap((row) => {
    const fields = fieldsOf('commission', row, as);
    const pay = ifGiven(fields.money('amount'));
    if (!isId(row.id) || pay === undefined) return [];
    const line = invoiced.get(referenceIn(row.origin, 'account.invoice.line'));
    const sale = sold.get(referenceIn(line?.origin, 'sale.line'))?.['sale.'];
    const deal = referenceIn((sale as Row | null | undefined)?.origin, 'sale.opportunity');
    const source = { kind: 'crm', field: 'commission.origin', record: String(row.id) } as const;
    return [
      {
        dealId: deal === undefined ? null : recordId(database, deal),
        name: ifGiven(fields.text('origin.rec_name')) ?? ifGiven(fields.text('rec_name')) ?? String(row.id),
        pay,
        base: line
          ? fieldsOf('account.invoice.line', line, as).money('amount')
          : isGiven(invoiceLines)
            ? missing('not-recorded', source, as.asOf)
            : invoiceLines,
        on: fields.date('date'),
      },
    ];
  });
}
