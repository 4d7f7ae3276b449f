import type { GoalStanding } from '../../goals/standing';
import { type Answer, unanswered } from '../../value/explained';
import type { Money } from '../../value/money';
import { phrase } from '../../value/phrase';
import type { PayInputs } from '../payout/inputs';
import { amountAtEdge, dateAtEdge, type EdgeFlag } from './edge-of-tier';
import { type ExpectedWorth, expectedWorth } from './expected';
import { goalLift } from './goal-lift';
import type { PayGround } from './ground';
import { lastIn, nowNext } from './now-next';
import { type ThisOrNext, thisOrNext } from './this-or-next';

/** The four numbers of what a deal is worth to the rep, each labelled, and the choice of period. */
export type DealWorth = {
  /** If it is won next. */
  readonly nowNext: Answer<Money>;
  /** If it is won after the others that are reckoned with. */
  readonly lastIn: Answer<Money>;
  /** On average over what the others may bring. */
  readonly expected: Answer<ExpectedWorth>;
  /** What it does to the chance of making the goal. */
  readonly goalLift: Answer<number>;
  readonly thisOrNext: Answer<ThisOrNext>;
  /** Where its date or amount lies at the edge of a tier. */
  readonly edges: readonly EdgeFlag[];
};

/**
 * What one open deal is worth to the rep.
 *
 * @param standing - of the goal that the lift is about; null where there is none
 * @param next - inputs of the next period (`nextInputs`); null where the calendar has none
 */
export function dealWorth(
  ground: PayGround,
  dealId: string,
  standing: GoalStanding | null,
  next: PayInputs | null,
): DealWorth {
  const choice =
    next === null ? unanswered('not-recorded', phrase('pay_worth_no_next_period')) : thisOrNext(ground, dealId, next);
  return {
    nowNext: nowNext(ground, dealId),
    lastIn: lastIn(ground, dealId),
    expected: expectedWorth(ground, dealId),
    goalLift: standing === null ? unanswered('not-recorded', phrase('goals_no_quota')) : goalLift(standing, dealId),
    thisOrNext: choice,
    edges: [dateAtEdge(ground, dealId, choice), amountAtEdge(ground, dealId)].filter((flag) => flag !== null),
  };
}
