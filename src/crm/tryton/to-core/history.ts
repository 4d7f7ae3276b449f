import type { HistoryRow } from '../../../core/model/history';
import { type Instant, parseInstant } from '../../../core/value/instant';
import type { Row } from '../api/rows';
import { type Moment, momentOf, momentText } from '../api/values';
import { fieldsOf, type ReadAs, unkept } from './field';
import { probabilityOf } from './opportunity';

/** What is asked of an opportunity's past. */
export const PAST_FIELDS = ['state', 'amount', 'currency', 'end_date', 'conversion_probability'];

/** A change of a record: when to the microsecond, and of which. */
export type Revision = { readonly at: Instant; readonly moment: Moment; readonly of: number };

/** The changes of records, oldest first; several that were written in the same moment count once. `[[moment, id, who], …]` */
export function revisionsIn(body: unknown): readonly Revision[] | undefined {
  if (!Array.isArray(body)) return undefined;
  const found = new Map<string, Revision>();
  for (const row of body as readonly unknown[]) {
    const [when, id] = Array.isArray(row) ? (row as readonly unknown[]) : [];
    const moment = momentOf(when);
    const at = parseInstant(momentText(when));
    if (!moment || at === undefined || typeof id !== 'number') continue;
    found.set(`${at} ${moment.microsecond} ${id}`, { at, moment, of: id });
  }
  return [...found.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The deal as it stood from a change on. */
export function historyRow(row: Row, at: Instant, as: ReadAs): HistoryRow {
  const fields = fieldsOf('sale.opportunity', row, as);
  return {
    at,
    stage: fields.text('state'),
    amount: fields.money('amount'),
    closeDate: fields.date('end_date'),
    probability: probabilityOf(fields),
    forecastCategory: unkept('forecast category', as.asOf),
    nextStep: unkept('next step', as.asOf),
  };
}
