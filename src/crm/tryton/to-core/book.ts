import type { Book, BookDeal, Credit } from '../../../core/model/book';
import type { BookedCommission } from '../../../core/model/commission';
import type { Period } from '../../../core/model/goal';
import type { Opportunity } from '../../../core/model/opportunity';
import type { Rep } from '../../../core/model/person';
import type { CivilDate } from '../../../core/value/civil-date';
import { currency } from '../../../core/value/currency';
import { ifGiven, isGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import { type Money, noMoney, sum } from '../../../core/value/money';
import { block } from '../../known';
import type { Row } from '../api/rows';
import { unkept } from './field';
import { linesBy, type ReadDeals, toOpportunity } from './opportunity';
import { holds } from './periods';

/** All of a deal for the employee whose it is: Tryton divides none. */
export function ownerCredit({ id, amount }: Opportunity, repId: string): Credit {
  return { opportunityId: id, repId, amount, share: 1, rule: 'owner' };
}

/**
 * A rep's book for a period, from the rep's open deals and those won since the fiscal year began. A deal is won when its sale is
 * confirmed, and counts with what was sold. Tryton has no quotas.
 */
export function toBook(
  rep: Rep,
  period: Period,
  year: Period,
  rows: Known<readonly Row[]>,
  lines: Known<readonly Row[]>,
  commissions: Known<readonly BookedCommission[]>,
  as: ReadDeals,
): Book {
  const linesOf = linesBy(lines);
  const deals = mapKnown(rows, (all) => all.flatMap((row) => bookDeal(row, rep, linesOf(row.id), as) ?? []));
  const pick = (keep: (deal: BookDeal) => boolean) => mapKnown(deals, (all) => all.filter(keep));
  const wonIn = ({ opportunity }: BookDeal, within: (day: CivilDate) => boolean) => {
    const on = ifGiven(opportunity.closeDate);
    return opportunity.outcome === 'won' && on !== undefined && within(on);
  };
  return {
    rep,
    period,
    goals: unkept('quota', as.asOf),
    won: pick((deal) => wonIn(deal, (on) => holds(period, on))),
    open: pick(({ opportunity }) => opportunity.outcome === 'open'),
    yearToDate: total(
      pick((deal) => wonIn(deal, (on) => year.start <= on && on < period.start)),
      as,
    ),
    yearStart: year.start,
    holidays: unkept('holidays', as.asOf),
    commissions,
    asOf: as.asOf,
  };
}

function bookDeal(row: Row, rep: Rep, lines: Known<readonly Row[]>, as: ReadDeals): BookDeal | undefined {
  const opportunity = toOpportunity(row, as, lines);
  return (
    opportunity && {
      opportunity,
      credit: ownerCredit(opportunity, rep.id),
      lastBuyerActOn: unkept('acts of the buyer', as.asOf),
    }
  );
}

/** What deals add up to. An amount that cannot be read, or is in another currency, leaves the sum unknown rather than short. */
function total(deals: Known<readonly BookDeal[]>, as: ReadDeals): Known<Money> {
  if (!isGiven(deals)) return deals;
  const amounts: Money[] = [];
  for (const { credit } of deals.value) {
    if (isGiven(credit.amount)) amounts.push(credit.amount.value);
    else if (credit.amount.missing !== 'not-recorded') return credit.amount;
  }
  const code = amounts[0]?.currency ?? (as.currency === null ? undefined : currency(as.currency));
  if (code === undefined || amounts.some((amount) => amount.currency !== code)) {
    return missing('not-readable', { kind: 'crm', field: 'sale.opportunity.amount' }, as.asOf);
  }
  return block(amounts.length === 0 ? noMoney(code) : sum(amounts, code), 'sale.opportunity.amount', as.asOf);
}
