import type { Book } from '../../../core/model/book';
import type { Rep } from '../../../core/model/person';
import { type CivilDate, earlier } from '../../../core/value/civil-date';
import { ifGiven, missing } from '../../../core/value/known';
import { block, missingBlock } from '../../known';
import type { Client, Context } from '../api/client';
import { isId } from '../api/rows';
import { dayArgument } from '../api/values';
import type { Organisation } from '../set-up';
import { toBook } from '../to-core/book';
import { DEAL_FIELDS, LINE_FIELDS, type ReadDeals } from '../to-core/opportunity';
import { periodAt } from '../to-core/periods';
import { readCommissions } from './commissions';

export const OPEN_STATES = ['lead', 'opportunity', 'converted'];

/** A rep's book for the quarter that holds a day. */
export async function readBook(
  client: Client,
  rep: Rep,
  today: CivilDate,
  organisation: Organisation,
  context: Context,
  as: ReadDeals,
): Promise<Book> {
  const period = periodAt(organisation.periods, 'quarter', today);
  const year = periodAt(organisation.periods, 'year', today);
  const employee = Number(rep.id);
  const deals = client.find(
    'sale.opportunity',
    {
      where: [
        ['employee', '=', employee],
        [
          'OR',
          [['state', 'in', OPEN_STATES]],
          [
            ['state', '=', 'won'],
            ['end_date', '>=', dayArgument(earlier(year.start, period.start))],
          ],
        ],
      ],
      fields: DEAL_FIELDS,
    },
    context,
  );
  const commissions = readCommissions(
    client,
    ifGiven(organisation.employees)?.find(({ id }) => id === employee),
    period,
    context,
    as,
  );
  const rows = await deals;
  if (!rows.ok) {
    const none = missingBlock(rows.problem, 'sale.opportunity', as.asOf);
    return toBook(rep, period, year, none, none, await commissions, as);
  }
  const ids = rows.value.map(({ id }) => id).filter(isId);
  const lines =
    ids.length === 0
      ? missing('not-recorded')
      : await client
          .find('sale.opportunity.line', { where: [['opportunity', 'in', ids]], fields: LINE_FIELDS }, context)
          .then((found) =>
            found.ok
              ? block(found.value, 'sale.opportunity.line', as.asOf)
              : missingBlock(found.problem, 'sale.opportunity.line', as.asOf),
          );
  return toBook(rep, period, year, block(rows.value, 'sale.opportunity', as.asOf), lines, await commissions, as);
}
