import type { Book } from '../../../core/model/book';
import { type Counted, type CrossCheck, crossCheck } from '../../../core/pay/cross-check/cross-check';
import { creditedDealOf } from '../../../core/pay/from-book';
import type { Statement } from '../../../core/pay/payout/statement';
import { ifGiven, isGiven } from '../../../core/value/known';

/** What the CRM itself has booked for the rep in the period beside what the plan pays; null where it books nothing. */
export function bookedByCrm(book: Book, statement: Statement): CrossCheck | null {
  if (!book.commissions || !isGiven(book.commissions)) return null;
  const counted = (ifGiven(book.won) ?? []).map((deal): [string, Counted] => [
    deal.opportunity.id,
    { name: deal.opportunity.name, credit: creditedDealOf(deal)?.amount ?? null },
  ]);
  return crossCheck(statement, new Map(counted), book.commissions.value);
}
