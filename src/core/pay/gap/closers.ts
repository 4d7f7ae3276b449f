import { averageWon } from '../../goals/chance/bet';
import { isFresh } from '../../goals/chance/fresh';
import { amountIn, figureIn, sizeOf, unitOf } from '../../goals/measure/unit';
import type { GoalStanding } from '../../goals/standing';
import type { Target } from '../../model/goal';
import { Decimal } from '../../value/decimal';
import {
  type Answer,
  type Explained,
  explained,
  isExplained,
  type Term,
  term,
  unanswered,
} from '../../value/explained';
import type { Money } from '../../value/money';
import { countFigure, moneyFigure, type Phrase, phrase, probabilityFigure, textFigure } from '../../value/phrase';
import { countMore, work } from '../payout/count';
import { thresholdPoints } from '../payout/explaining/thresholds';
import type { CreditedDeal } from '../payout/inputs';
import { roundedPay } from '../payout/payout';
import type { ThresholdPoint } from '../payout/statement';
import type { Work } from '../payout/work';
import type { PayGround } from '../worth/ground';
import { inOrder } from '../worth/pay-of';
import { type ClosingSet, closingSets } from './closing-sets';

/** Open deals that close the gap together, with what that leads to. */
export type ClosingDeals = {
  readonly deals: readonly string[];
  /** Joint chance, if none of the deals depends on another. */
  readonly chance: Explained<number>;
  /** Credited in all with them won. */
  readonly credited: Explained<Target>;
  /** Pay of the period with them won; says why where there is no plan. */
  readonly pay: Answer<Money>;
  /** The farthest tier, accelerator or milestone that is reached with them and not without; null for none, or without a plan. */
  readonly tier: Phrase | null;
};

export type Closers = {
  readonly small: readonly ClosingDeals[];
  readonly larger: readonly ClosingDeals[];
  /** Whether the larger ones are surely the likeliest there are. */
  readonly complete: boolean;
};

/**
 * Which open deals would close the gap to a goal, likeliest first.
 *
 * @param ground - for pay and tier; null without a plan
 * @param most - sets of up to three deals that are returned
 */
export function closers(standing: GoalStanding, ground: PayGround | null, most = 12): Answer<Closers> {
  const { chance, gap, credited } = standing;
  if (!isExplained(gap)) return gap;
  if (!isExplained(credited)) return credited;
  if (!isExplained(chance)) return chance;
  if (gap.value.state === 'made') return unanswered('not-recorded', phrase('pay_gap_made'));
  const { bets } = chance.value;
  const candidates = bets
    .filter((bet) => !isFresh(bet))
    .map((bet) => ({ id: bet.id, amount: Math.floor(averageWon(bet)), chance: bet.probability }));
  const { small, larger, complete } = closingSets(candidates, sizeOf(gap.value.amount), most);
  const { names } = standing;
  const chances = new Map(candidates.map((each) => [each.id, each.chance]));
  const held = ground === null || ground.unknown !== null ? NONE : reachedBy(work(ground.counted));
  const lead = (set: ClosingSet) => leadsTo(set, credited, ground && { ...ground, held }, names, chances);
  const value: Closers = { small: small.map(lead), larger: larger.map(lead), complete };
  const count = value.small.length + value.larger.length;
  return explained(value, countFigure(count), phrase('pay_gap_closers_rule'), [term('goals_gap', gap)]);
}

/** The ground, with the points of the plan that are reached without any of the deals. */
type Ground = PayGround & { readonly held: ReadonlySet<string> };

function leadsTo(
  set: ClosingSet,
  credited: Explained<Target>,
  ground: Ground | null,
  names: ReadonlyMap<string, string>,
  chances: ReadonlyMap<string, number>,
): ClosingDeals {
  const unit = unitOf(credited.value);
  const size = sizeOf(credited.value) + set.amount;
  const terms: Term[] = set.deals.map((id) => {
    const own = chances.get(id) ?? 0;
    const of = explained(own, probabilityFigure(own), phrase('pay_worth_chance_rule'));
    return term('pay_worth_deal', of, textFigure(names.get(id) ?? ground?.open.get(id)?.name ?? id));
  });
  const deals = set.deals.flatMap((id) => ground?.open.get(id)?.deal ?? []);
  return {
    deals: set.deals,
    chance: explained(set.chance, probabilityFigure(set.chance), phrase('pay_gap_joint_rule'), terms),
    credited: explained(amountIn(unit, size), figureIn(unit, size), phrase('pay_gap_credited_rule'), [
      term('goals_credited', credited),
    ]),
    ...paid(ground, deals, deals.length === set.deals.length),
  };
}

function paid(ground: Ground | null, deals: readonly CreditedDeal[], all: boolean): Pick<ClosingDeals, 'pay' | 'tier'> {
  if (ground === null) return { pay: unanswered('not-recorded', phrase('pay_gap_no_plan')), tier: null };
  if (ground.unknown !== null) return { pay: ground.unknown, tier: null };
  if (!all) return { pay: unanswered('not-recorded', phrase('pay_worth_no_amount')), tier: null };
  // Worked out once for both: of a book of many deals this is asked for every set that is shown.
  const state = work(countMore(ground.counted, [...deals].sort(inOrder)));
  const amount = roundedPay(state);
  return {
    pay: explained(amount, moneyFigure(amount), phrase('pay_gap_pay_rule')),
    tier: tierReached(state, ground.held),
  };
}

const NONE: ReadonlySet<string> = new Set();

function reachedBy(state: Work): ReadonlySet<string> {
  return new Set(
    thresholdPoints(state)
      .filter(({ reached }) => reached)
      .map(nameOf),
  );
}

/** A point of the plan, whatever the distance to it. */
function nameOf({ kind, componentId, measure, by, at }: ThresholdPoint): string {
  return [kind, componentId, measure, by, at].join(' ');
}

/** Of the points that pay more and are not reached without the deals, the farthest; of two at one place, or on two axes, the later one. */
function tierReached(state: Work, held: ReadonlySet<string>): Phrase | null {
  const farthest = thresholdPoints(state)
    .filter((point) => point.reached && PAYS_MORE.has(point.kind) && !held.has(nameOf(point)))
    .reduce<ThresholdPoint | null>((far, point) => (far !== null && isBeyond(far, point) ? far : point), null);
  return farthest?.what ?? null;
}

const PAYS_MORE: ReadonlySet<ThresholdPoint['kind']> = new Set(['tier', 'accelerator', 'milestone']);

function isBeyond(one: ThresholdPoint, other: ThresholdPoint): boolean {
  return one.measure === other.measure && new Decimal(one.value).gt(other.value);
}
