import type { Odds } from '../../../core/goals/chance/open-bets';
import type { GoalStanding } from '../../../core/goals/standing';
import type { Period } from '../../../core/model/goal';
import { type Closers, closers } from '../../../core/pay/gap/closers';
import { type Ahead, distances } from '../../../core/pay/gap/distance';
import type { Statement } from '../../../core/pay/payout/statement';
import type { CompPlan } from '../../../core/pay/plan/plan';
import { type ProductWorth, worthByProduct } from '../../../core/pay/worth/by-product';
import { type DealWorth, dealWorth } from '../../../core/pay/worth/deal-worth';
import { type PayGround, payGround } from '../../../core/pay/worth/ground';
import { nextInputs } from '../../../core/pay/worth/this-or-next';
import { addDays, addMonths, daysBetween } from '../../../core/value/civil-date';
import { type Answer, type Unanswered, unanswered } from '../../../core/value/explained';
import { ifGiven, isGiven } from '../../../core/value/known';
import { phrase } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import { type PayCurveView, payCurveView } from './curve-view';

/** What the worth of deals rests on besides the plan: how the goal stands, and the odds of the open deals. */
export type PayBeside = {
  /** null where there is no goal to reckon with. */
  readonly standing: GoalStanding | null;
  readonly odds: Odds;
  /** Why there are no odds; null where there are. */
  readonly noOdds: Unanswered | null;
};

/** What is ahead on the way up the plan, and what this deal and the others do about it. */
export type PayAhead = {
  /** null for a deal that has ended, or that nothing can be counted of. */
  readonly worth: DealWorth | null;
  readonly distances: readonly Ahead[];
  /** The sets of deals that make the goal; worked out when they are asked for: the four answers wait for none of them. */
  readonly closers: () => Answer<Closers>;
  /** Pay over credited amount, worked out when it is asked for: a folded section draws none. */
  readonly curve: () => PayCurveView | null;
  /** What each product family of a deal adds, the open one or a won one; worked out when it is asked for. */
  readonly products: (dealId: string) => readonly ProductWorth[];
  /** Names of the rep's open deals by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** @param dealId - the open deal that is shown; null where it has ended */
export function payAhead(
  { book, today }: Reading,
  plan: CompPlan,
  statement: Statement,
  dealId: string | null,
  { standing, odds, noOdds }: PayBeside,
): PayAhead {
  const usual = standing?.usualDeal ?? unanswered('not-recorded', phrase('goals_no_usual_deal'));
  const ahead = distances(statement, plan, usual);
  if (!isGiven(book))
    return {
      worth: null,
      distances: ahead,
      closers: () => unanswered(book.missing, NO_GOAL),
      curve: () => null,
      products: () => [],
      names: new Map(),
    };
  const ground = payGround(plan, book.value, odds, today);
  const names = new Map((ifGiven(book.value.open) ?? []).map(({ opportunity: { id, name } }) => [id, name] as const));
  return {
    worth:
      dealId === null || !ground.open.has(dealId) ? null : worthOf(ground, dealId, plan, statement, standing, noOdds),
    distances: ahead,
    curve: () => payCurveView(ground, statement, dealId),
    products: (id) => worthByProduct(ground, id),
    closers: () =>
      standing === null ? unanswered('not-recorded', NO_GOAL) : (noOdds ?? closers(standing, ground, MOST_SETS)),
    names,
  };
}

const NO_GOAL = phrase('panel_no_quota');
/** More sets than these are no help in choosing. */
const MOST_SETS = 5;

function worthOf(
  ground: PayGround,
  dealId: string,
  plan: CompPlan,
  { carryOver }: Statement,
  standing: GoalStanding | null,
  noOdds: Unanswered | null,
): DealWorth {
  const next = periodAfter(ground.inputs.period);
  // Whether the next period begins a new year is not in the book: a plan that counts the year must not guess.
  const known = next !== null && !countsTheYear(plan);
  const worth = dealWorth(ground, dealId, standing, known ? nextInputs(ground, next, carryOver) : null);
  // An average over others of which no chance is known is an average over nothing.
  return noOdds === null ? worth : { ...worth, expected: noOdds };
}

const MONTHS: Readonly<Record<Exclude<Period['kind'], 'custom'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The next stretch as long as this one; null for a stretch of no usual length. */
function periodAfter({ label, kind, start, end }: Period): Period | null {
  if (kind === 'custom') return null;
  const months = MONTHS[kind];
  const regular = addMonths(start, months) === end;
  return { label, kind, start: end, end: regular ? addMonths(end, months) : addDays(end, daysBetween(start, end)) };
}

/** Whether anything in the plan looks at the year to date: components, axes, gates and modifiers can. */
function countsTheYear({ components }: CompPlan): boolean {
  return JSON.stringify(components).includes('"year-to-date"');
}
