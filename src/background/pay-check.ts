import { type Counted, crossCheck } from '../core/pay/cross-check/cross-check';
import { type FileRow, paidLines } from '../core/pay/cross-check/statement-file';
import { creditedDealOf, payInputsOf } from '../core/pay/from-book';
import { payout } from '../core/pay/payout/payout';
import { currency } from '../core/value/currency';
import { civilDateAt } from '../core/value/instant';
import { ifGiven, isGiven } from '../core/value/known';
import { ok, problem } from '../core/value/result';
import type { CrmFacts } from '../crm/port';
import type { PageCalls } from '../messages/page-and-background';
import type { StoredConnection } from '../store/schema';
import type { Store } from '../store/store';
import { crmTime } from './clock';
import type { Shelf } from './shelf';

export type PayCheckParts = {
  readonly store: Store;
  readonly shelf: Pick<Shelf, 'active'>;
  readonly clock: () => number;
};

type Checked = PageCalls['checkPay'][1];

/**
 * Holds a commission statement from a file against what the active plan pays the viewer for the period that holds today, by the book
 * that was read last. Nothing is kept of the file.
 */
export function payChecker({ store, shelf, clock }: PayCheckParts) {
  return async (fileName: string, rows: readonly FileRow[]): Promise<Checked> => {
    const plan = await shelf.active();
    if (!isGiven(plan)) return problem({ kind: 'no-plan' });
    const connections = [...(await store.connections())].sort((a, b) => (a.at < b.at ? 1 : -1));
    for (const connection of connections) {
      const book = await store.book(connection, connection.user);
      if (!book || !holds(book.period, todayOf(connection))) continue;
      const { inputs } = payInputsOf(plan.value, book);
      const counted = new Map<string, Counted>(
        (ifGiven(book.won) ?? []).map((deal) => [
          deal.opportunity.id,
          { name: deal.opportunity.name, credit: creditedDealOf(deal)?.amount ?? null },
        ]),
      );
      const statement = payout(plan.value, inputs);
      const lines = paidLines(rows, {
        file: fileName,
        asOf: book.asOf,
        currency: currency(plan.value.currency),
        counted,
      });
      if (!lines.ok) return problem({ kind: 'not-a-statement', problems: lines.problem });
      return ok({
        rep: book.rep.name,
        period: book.period,
        plan: plan.value.name,
        check: crossCheck(statement, counted, lines.value),
      });
    }
    return problem({ kind: 'no-book' });
  };

  function todayOf({ facts, clockOffset }: StoredConnection) {
    return civilDateAt(crmTime(clock(), clockOffset), (facts as CrmFacts).zone);
  }
}

function holds({ start, end }: { readonly start: string; readonly end: string }, day: string): boolean {
  return start <= day && day < end;
}
