import type { Counted } from '../measure/tally';
import type { OpenBet } from './bet';

/** The chance of a deal to be won inside the period, by deal id; made elsewhere from the deal's own facts. */
export type Odds = ReadonlyMap<string, { readonly won: number }>;

/** Open deals as bets on a goal, and those that no chance is known for. */
export type Bets = { readonly bets: readonly OpenBet[]; readonly without: readonly Counted[] };

/**
 * Open deals as bets. The chance is that of winning *inside the period*; a deal without one is listed, neither taken for lost nor
 * for even. Deals that count nothing or less for the goal are no bets.
 */
export function openBets(open: readonly Counted[], odds: Odds): Bets {
  const bets: OpenBet[] = [];
  const without: Counted[] = [];
  for (const each of open) {
    const won = odds.get(each.deal.opportunity.id)?.won;
    if (won === undefined || !(won >= 0 && won <= 1)) without.push(each);
    else if (each.amount > 0)
      bets.push({
        id: each.deal.opportunity.id,
        scenarios: [{ amount: Math.round(each.amount), weight: 1 }],
        probability: won,
      });
  }
  return { bets, without };
}
