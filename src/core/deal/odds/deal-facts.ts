import type { BookDeal } from '../../model/book';
import type { Dossier } from '../../model/dossier';
import type { LineItem, Opportunity } from '../../model/opportunity';
import { type CivilDate, daysBetween } from '../../value/civil-date';
import { isExplained } from '../../value/explained';
import { ifGiven, isGiven } from '../../value/known';
import type { Money } from '../../value/money';
import { type Clock, daysBy } from '../evidence/clock';
import { pushes } from '../evidence/pushes';
import { stageCourse } from '../evidence/stage-order';
import type { EvidenceStanding } from '../evidence/standing';

/** What the odds look at in one open deal, as it stands today. What is not known is not there, and moves nothing. */
export type DealFacts = {
  readonly id: string;
  readonly createdOn?: CivilDate;
  readonly product?: string;
  readonly ownerId?: string;
  readonly amount?: Money;
  readonly stage?: string;
  readonly daysInStage?: number;
  readonly pushes?: number;
  /** Days since the last act of the buyer's that is recorded. */
  readonly silentDays?: number;
  readonly people?: number;
  readonly hasNextStep?: boolean;
  /** The record's own probability, 0..1. */
  readonly said?: number;
};

/** The product that most of a deal's amount is for: the one by which it is compared. */
export function mainProduct(products: Opportunity['products']): string | undefined {
  const lines = ifGiven(products) ?? [];
  const weight = ({ amount }: LineItem) => ifGiven(amount)?.minor ?? 0;
  return lines.reduce<LineItem | undefined>(
    (most, line) => (most === undefined || weight(line) > weight(most) ? line : most),
    undefined,
  )?.product;
}

function factsOf(opportunity: Opportunity): DealFacts {
  const { id, createdOn, owner, amount, stage, probability, nextStep } = opportunity;
  const product = mainProduct(opportunity.products);
  return {
    id,
    ...(isGiven(createdOn) && { createdOn: createdOn.value }),
    ...(product !== undefined && { product }),
    ...(isGiven(owner) && { ownerId: owner.value.id }),
    ...(isGiven(amount) && amount.value.minor >= 0 && { amount: amount.value }),
    ...(isGiven(stage) && { stage: stage.value.name }),
    ...(isGiven(probability) && { said: probability.value }),
    ...(isGiven(nextStep)
      ? { hasNextStep: nextStep.value.trim() !== '' }
      : nextStep.missing === 'not-recorded' && { hasNextStep: false }),
  };
}

/** What is known of the deal in view. */
export function factsOfDossier(
  dossier: Dossier,
  standing: Pick<EvidenceStanding, 'daysSince'>,
  clock: Clock,
): DealFacts {
  const { opportunity, history, committee } = dossier;
  const pushed = pushes(history);
  const since = isGiven(history) ? stageCourse(history.value).since : undefined;
  const { today, on } = daysBy(clock);
  return {
    ...factsOf(opportunity),
    ...(isExplained(pushed) && { pushes: pushed.value }),
    ...(isExplained(standing.daysSince) && { silentDays: standing.daysSince.value }),
    ...(isGiven(committee) && { people: committee.value.length }),
    ...(since !== undefined && { daysInStage: Math.max(0, daysBetween(on(since), today)) }),
  };
}

/** What a list tells of a deal: less than its dossier. */
export function factsOfBookDeal({ opportunity, lastBuyerActOn }: BookDeal, today: CivilDate): DealFacts {
  return {
    ...factsOf(opportunity),
    ...(isGiven(lastBuyerActOn) &&
      lastBuyerActOn.value <= today && { silentDays: daysBetween(lastBuyerActOn.value, today) }),
  };
}
