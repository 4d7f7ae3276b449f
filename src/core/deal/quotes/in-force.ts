import type { Quote } from '../../model/quote';
import type { CivilDate } from '../../value/civil-date';
import { ifGiven } from '../../value/known';
import type { Money } from '../../value/money';

/** The offers that speak for a deal, and why those: the buyer took it, the deal's amount follows it, nothing is newer. */
export type QuotesInForce = {
  readonly why: 'accepted' | 'synced' | 'latest';
  /** At least one. */
  readonly quotes: readonly Quote[];
  /** What they come to; absent where the amount of one is not known, or they are in several currencies. */
  readonly total?: Money;
};

/**
 * Which of a deal's offers its amount is to be held against. One that the buyer took comes first; then those that the amount
 * follows; then the newest. What was turned down or taken back speaks for nothing.
 *
 * @returns `undefined` where no offer is left to speak for the deal
 */
export function quotesInForce(quotes: readonly Quote[]): QuotesInForce | undefined {
  const live = quotes.filter(isInPlay);
  const accepted = live.filter(isAccepted);
  const synced = live.filter(({ primary }) => primary);
  if (accepted.length > 0 && !synced.some(isAccepted)) return inForce('accepted', newest(accepted));
  if (synced.length > 0) return inForce('synced', synced);
  return live.length > 0 ? inForce('latest', newest(live)) : undefined;
}

/** Whether the buyer took it. */
export function isAccepted({ standing }: Quote): boolean {
  return ifGiven(standing) === 'accepted';
}

/** Whether it still speaks for the deal: the buyer has not turned it down, and we have not taken it back. */
export function isInPlay({ standing }: Quote): boolean {
  const how = ifGiven(standing);
  return how !== 'declined' && how !== 'withdrawn';
}

/** Whether the day on which an offer ended has passed before the buyer took it. */
export function isExpired(quote: Quote, today: CivilDate): boolean {
  const last = ifGiven(quote.expires);
  return last !== undefined && last < today && !isAccepted(quote) && isInPlay(quote);
}

function inForce(why: QuotesInForce['why'], quotes: readonly Quote[]): QuotesInForce {
  const total = totalOf(quotes);
  return { why, quotes, ...(total && { total }) };
}

/** The newest one; of those without a day the last. */
function newest(quotes: readonly Quote[]): readonly Quote[] {
  const day = ({ createdOn }: Quote) => ifGiven(createdOn) ?? '';
  return quotes
    .slice(1)
    .reduce((best, quote) => (day(quote) >= day(best[0] ?? quote) ? [quote] : best), quotes.slice(0, 1));
}

function totalOf(quotes: readonly Quote[]): Money | undefined {
  let sum: Money | undefined;
  for (const { amount } of quotes) {
    const one = ifGiven(amount);
    if (one === undefined || (sum && sum.currency !== one.currency)) return undefined;
    sum = { ...one, minor: (sum?.minor ?? 0) + one.minor };
  }
  return sum;
}
