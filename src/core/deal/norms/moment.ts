import type { ClosedDeal } from '../../model/closed-deal';
import type { HistoryRow } from '../../model/history';
import { addDays, type CivilDate, daysBetween } from '../../value/civil-date';
import type { Instant } from '../../value/instant';
import { ifGiven, isGiven } from '../../value/known';
import { pushesIn } from '../evidence/pushes';
import { LANDMARKS } from './age-band';

/** What was known of a deal when a day of its life had ended; null: not known. Short, for there are five of them for each deal. */
export type Moment = readonly [
  pushes: number | null,
  /** Days since the last act of the buyer's. */
  silent: number | null,
  people: number | null,
  hasNextStep: boolean | null,
  /** The record's own probability, 0..1. */
  said: number | null,
];

export const dayOf = (at: Instant): CivilDate => at.slice(0, 10) as CivilDate;

/**
 * The deal at each landmark that it was still open at: what had been recorded by then, and nothing of what came after.
 *
 * @example a deal of 50 days has two moments, of its 10th and its 45th day
 */
export function momentsOf(deal: ClosedDeal): readonly Moment[] {
  const life = daysBetween(deal.createdOn, deal.closedOn);
  return LANDMARKS.filter((age) => age < life).map((age) => momentOn(deal, addDays(deal.createdOn, age)));
}

function momentOn({ history, roles, buyerActs }: ClosedDeal, day: CivilDate): Moment {
  const rows = ifGiven(history)?.filter(({ at }) => dayOf(at) <= day);
  const lastAct = ifGiven(buyerActs)
    ?.filter((on) => on <= day)
    .sort()
    .at(-1);
  const people = ifGiven(roles);
  return [
    rows?.some(({ closeDate }) => isGiven(closeDate)) ? pushesIn(rows).length : null,
    lastAct === undefined ? null : daysBetween(lastAct, day),
    // Nobody knows how many there were on a day where one of them may have come at any time.
    people?.every(({ since }) => isGiven(since))
      ? people.filter(({ since }) => isGiven(since) && since.value <= day).length
      : null,
    rows ? nextStepOf(rows) : null,
    rows ? saidIn(rows) : null,
  ];
}

function saidIn(rows: readonly HistoryRow[]): number | null {
  return rows.flatMap(({ probability }) => (isGiven(probability) ? [probability.value] : [])).at(-1) ?? null;
}

function nextStepOf(rows: readonly HistoryRow[]): boolean | null {
  const last = rows.at(-1)?.nextStep;
  if (last === undefined) return null;
  return isGiven(last) ? last.value.trim() !== '' : last.missing === 'not-recorded' ? false : null;
}
