import type { Activity } from '../../model/activity';
import type { Quote } from '../../model/quote';
import { instantOf } from '../../value/instant';
import { given, isGiven } from '../../value/known';
import { isAccepted } from './in-force';

/**
 * Offers that the buyer took on a day that the CRM keeps, as acts of the buyer's: an order is a signature. An offer we wrote or sent is
 * our act, and a status without a day is our word: neither is among them. A civil day stands at noon UTC, the same day nearly everywhere.
 */
export function acceptedActs(quotes: readonly Quote[]): Activity[] {
  return quotes.flatMap((quote): Activity[] => {
    const { acceptedOn } = quote;
    if (!isAccepted(quote) || !isGiven(acceptedOn)) return [];
    return [
      {
        id: quote.id,
        kind: 'document',
        subject: given(quote.name, acceptedOn.source, acceptedOn.asOf),
        at: instantOf(Date.parse(`${acceptedOn.value}T12:00:00Z`)),
        by: 'buyer',
        planned: false,
        contactIds: [],
        tie: 'deal',
        otherDeals: given(0, { kind: 'derived', rule: 'recorded on the deal itself' }, acceptedOn.asOf),
      },
    ];
  });
}
