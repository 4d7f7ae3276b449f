import type { Currency } from '../../value/currency';
import { averageWon, type OpenBet, type Scenario } from './bet';

/** Business that is not in the pipeline yet: what it may bring by the end of the period. */
export type Fresh = {
  readonly currency: Currency;
  /** Past quarters it was learned from. */
  readonly quarters: number;
  readonly scenarios: readonly Scenario[];
};

const ID = 'not in the pipeline yet';

/** Whether a bet is on business that is not in the pipeline yet, and so on no deal. */
export const isFresh = ({ id }: OpenBet): boolean => id === ID;

/** As a bet that always brings one of its scenarios; nothing may be one of them. */
export function freshBet({ scenarios }: Fresh): OpenBet {
  return { id: ID, scenarios, probability: 1 };
}

/** What it brings on average, in minor units. */
export function freshMean(fresh: Fresh): number {
  return averageWon(freshBet(fresh));
}
