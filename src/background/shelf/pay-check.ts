import { type Counted, crossCheck } from '../../core/pay/cross-check/cross-check';
import { type FileRow, paidLines } from '../../core/pay/cross-check/statement-file';
import { creditedFor, payInputsOf } from '../../core/pay/from-book';
import { payout } from '../../core/pay/payout/payout';
import { currency } from '../../core/value/currency';
import { civilDateAt } from '../../core/value/instant';
import { ifGiven, isGiven } from '../../core/value/known';
import { ok, problem } from '../../core/value/result';
import type { CrmFacts } from '../../crm/port';
import type { PageCalls } from '../../messages/page-and-background';
import type { StoredConnection } from '../../store/schema';
import type { Store } from '../../store/store';
import { crmTime } from '../clock';
import { viewerOf } from '../viewer';
import type { GoalFiles } from './goal-files';
import type { Shelf } from './shelf';

export type PayCheckParts = {
  readonly store: Store;
  readonly shelf: Pick<Shelf, 'active'>;
  readonly goals: Pick<GoalFiles, 'into'>;
  readonly clock: () => number;
};

type Checked = PageCalls['checkPay'][1];

/**
 * Holds a commission statement from a file against what the active plan pays the viewer for the period that holds today, by the book
 * that was read last. Nothing is kept of the file.
 */
export function payChecker({ store, shelf, goals, clock }: PayCheckParts) {
  return async (fileName: string, rows: readonly FileRow[]): Promise<Checked> => {
    const plan = await shelf.active();
    if (!isGiven(plan)) return problem({ kind: 'no-plan' });
    const connections = [...(await store.connections())].sort((a, b) => (a.at < b.at ? 1 : -1));
    for (const connection of connections) {
      const kept = await store.book(connection, viewerOf(connection));
      if (!kept || !holds(kept.period, todayOf(connection))) continue;
      const book = await goals.into(kept, connection.facts as CrmFacts);
      const { inputs } = payInputsOf(plan.value, book);
      const counted = new Map<string, Counted>(
        (ifGiven(book.won) ?? []).map((deal) => [
          deal.opportunity.id,
          { name: deal.opportunity.name, credit: creditedFor(plan.value, book, deal)?.amount ?? null },
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
