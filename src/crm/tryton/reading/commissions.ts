import type { BookedCommission } from '../../../core/model/commission';
import type { Period } from '../../../core/model/goal';
import { ifGiven, type Known } from '../../../core/value/known';
import { block, missingBlock } from '../../known';
import type { Client, Context } from '../api/client';
import { isId, type Row, referenceIn } from '../api/rows';
import { dayArgument } from '../api/values';
import type { Employee } from '../set-up';
import { COMMISSION_FIELDS, INVOICE_LINE_FIELDS, SALE_LINE_FIELDS, toCommissions } from '../to-core/commissions';
import type { ReadDeals } from '../to-core/opportunity';

/** What Tryton has booked in a period for the agents that an employee is. */
export async function readCommissions(
  client: Client,
  employee: Employee | undefined,
  period: Period,
  context: Context,
  as: ReadDeals,
): Promise<Known<readonly BookedCommission[]>> {
  const known = (model: string, rows: Awaited<ReturnType<Client['find']>>): Known<readonly Row[]> =>
    rows.ok ? block(rows.value, model, as.asOf) : missingBlock(rows.problem, model, as.asOf);
  if (!employee || employee.party === null) return missingBlock({ kind: 'hidden' }, 'company.employee', as.asOf);
  const found = await client.find(
    'commission',
    {
      where: [
        ['agent.party', '=', employee.party],
        ['date', '>=', dayArgument(period.start)],
        ['date', '<', dayArgument(period.end)],
      ],
      fields: COMMISSION_FIELDS,
      order: [['date', 'ASC']],
    },
    context,
  );
  if (!found.ok) return missingBlock(found.problem, 'commission', as.asOf);
  const idsOf = (rows: readonly Row[], model: string) =>
    [...new Set(rows.map(({ origin }) => referenceIn(origin, model)))].filter(isId);
  const invoiceLines = known(
    'account.invoice.line',
    await client.read('account.invoice.line', idsOf(found.value, 'account.invoice.line'), INVOICE_LINE_FIELDS, context),
  );
  const saleLines = known(
    'sale.line',
    await client.read('sale.line', idsOf(ifGiven(invoiceLines) ?? [], 'sale.line'), SALE_LINE_FIELDS, context),
  );
  return block(toCommissions(found.value, invoiceLines, saleLines, as.database, as), 'commission', as.asOf);
}
