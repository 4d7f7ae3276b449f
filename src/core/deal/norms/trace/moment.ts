import type { ClosedDeal } from '../../../model/closed-deal';
import type { HistoryRow } from '../../../model/history';
import { type CivilDate, dayNumber } from '../../../value/civil-date';
import type { Instant } from '../../../value/instant';
import { ifGiven, isGiven } from '../../../value/known';
import { pushesIn } from '../../evidence/pushes';
import { LANDMARKS } from '../age-band';

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
export function momentsOf({ createdOn, closedOn, history, roles, buyerActs }: ClosedDeal): readonly Moment[] {
  const from = dayNumber(createdOn);
  const life = dayNumber(closedOn) - from;
  const landmarks = LANDMARKS.filter((age) => age < life);
  if (landmarks.length === 0) return [];
  // Ages are worked out once: there may be a hundred thousand deals with five looks at each.
  const ageOf = (day: CivilDate) => dayNumber(day) - from;
  const rows = (ifGiven(history) ?? []).map((row) => ({ row, age: ageOf(dayOf(row.at)) }));
  const pushed = pushesIn(ifGiven(history) ?? []).map(({ at }) => ageOf(dayOf(at)));
  const acts = (ifGiven(buyerActs) ?? []).map(ageOf).sort((a, b) => a - b);
  const people = ifGiven(roles)?.map(({ since }) => (isGiven(since) ? ageOf(since.value) : null));
  return landmarks.map((landmark): Moment => {
    const by = (age: number) => age <= landmark;
    const known = rows.filter(({ age }) => by(age)).map(({ row }) => row);
    const lastAct = acts.findLast(by);
    return [
      known.some(({ closeDate }) => isGiven(closeDate)) ? pushed.filter(by).length : null,
      lastAct === undefined ? null : landmark - lastAct,
      peopleBy(people, landmark),
      nextStepOf(known.at(-1)),
      saidIn(known),
    ];
  });
}

/** Nobody knows how many there were on a day where one of them may have come at any time. */
function peopleBy(since: readonly (number | null)[] | undefined, landmark: number): number | null {
  return since === undefined || since.includes(null)
    ? null
    : since.filter((age) => age !== null && age <= landmark).length;
}

function saidIn(rows: readonly HistoryRow[]): number | null {
  const said = rows.findLast(({ probability }) => isGiven(probability))?.probability;
  return said !== undefined && isGiven(said) ? said.value : null;
}

function nextStepOf(last: HistoryRow | undefined): boolean | null {
  if (last === undefined) return null;
  const { nextStep } = last;
  return isGiven(nextStep) ? nextStep.value.trim() !== '' : nextStep.missing === 'not-recorded' ? false : null;
}
