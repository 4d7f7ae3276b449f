import { type PastDeal, type Replayed, type ReplayedDay, replay } from '../../../../src/core/deal/calibration/replay';
import { emptyLesson, entriesOf, take } from '../../../../src/core/deal/norms/lesson';
import { freshLeft } from '../../../../src/core/deal/norms/usual/fresh-left';
import { quickOdds } from '../../../../src/core/deal/odds/odds';
import { betOn, type Scenario } from '../../../../src/core/goals/chance/bet';
import { freshBet } from '../../../../src/core/goals/chance/fresh';
import { atLeast, sumDistribution } from '../../../../src/core/goals/chance/sum-distribution';
import type { ClosedDeal } from '../../../../src/core/model/closed-deal';
import type { Period } from '../../../../src/core/model/goal';
import { civilDate, dayNumber, isoWeekday } from '../../../../src/core/value/civil-date';
import { missing } from '../../../../src/core/value/known';
import { type Maven, type MavenDeal, readMaven } from '../../../org/records/maven';
import { dollars, known } from '../norms/closed-deals';

/**
 * The protocol, fixed before it was run:
 *
 * - Deals of the Maven set with a day of engagement, which is their day of creation (500 prospects have none: no odds). Outcomes known
 *   to 2017-12-31. Quarters of 2017; the first can only be learned from.
 * - Every Monday (fast) or every day (full) of Q2, Q3 and Q4: learn from what closed before the day and from how long the open ones have
 *   been open, predict "won by the end of the quarter" for each open deal. Known of a deal: creation, product, owner.
 * - Beside it the base rate of that day: see `replay`.
 * - A rep's goal is what the rep won in the quarter before (the set has no quotas), so Q3 and Q4 only. Open deals carry no amount: they
 *   are worth their list price. Its chance: won so far, plus the distribution of the sum over the rep's open deals.
 * - A second form, fixed before it was run though after the first was: the goal is a tenth more than what the rep won in the quarter before, said on the
 *   1st, 31st, 46th, 61st and 76th day of Q3 and Q4 only; an open deal is worth its list price times the ratio of won values to list
 *   prices over all deals won before the day.
 * - Both forms said twice: by the open deals alone, and with what late deals brought in past quarters (`freshLeft` as it is, by the norms of the
 *   same day, never tuned to this set). Fixed before it was run. Where there are no two past quarters both say the same.
 */
const UNTIL = civilDate('2017-12-31');

export const QUARTERS: readonly Period[] = (
  [
    ['2017-01-01', '2017-04-01'],
    ['2017-04-01', '2017-07-01'],
    ['2017-07-01', '2017-10-01'],
    ['2017-10-01', '2018-01-01'],
  ] as const
).map(([start, end], place) => ({
  label: `Q${place + 1} 2017`,
  kind: 'quarter',
  start: civilDate(start),
  end: civilDate(end),
}));

export const mondays = (day: Parameters<typeof isoWeekday>[0]) => isoWeekday(day) === 1;
export const everyDay = () => true;

export function closedDealOf(deal: MavenDeal, teamOf: ReadonlyMap<string, string>): ClosedDeal | undefined {
  if (deal.closed === null || deal.engagedOn === null) return undefined;
  const team = teamOf.get(deal.rep);
  return {
    id: deal.id,
    outcome: deal.closed.won ? 'won' : 'lost',
    owner: { id: deal.rep, name: deal.rep },
    teamId: team === undefined ? missing('not-recorded') : known(team),
    product: known(deal.product),
    // The value of a lost deal stands as 0 in the set: it is not its amount.
    amount: deal.closed.won ? known(dollars(deal.closed.value)) : missing('not-recorded'),
    createdOn: civilDate(deal.engagedOn),
    closedOn: civilDate(deal.closed.on),
    history: missing('not-recorded'),
    roles: missing('not-recorded'),
    buyerActs: missing('not-recorded'),
  };
}

export function pastDeals(maven: Maven): readonly PastDeal[] {
  const teamOf = new Map(maven.reps.map(({ name, manager }) => [name, manager]));
  const closed = maven.deals.flatMap((deal) => closedDealOf(deal, teamOf) ?? []);
  const traces = new Map(entriesOf(take(emptyLesson(), closed)));
  return maven.deals.flatMap((deal): PastDeal[] => {
    if (deal.engagedOn === null) return [];
    const createdOn = civilDate(deal.engagedOn);
    const facts = { id: deal.id, createdOn, product: deal.product, ownerId: deal.rep };
    return [{ id: deal.id, from: dayNumber(createdOn), trace: traces.get(deal.id) ?? null, factsOn: () => facts }];
  });
}

/** One rep's chance to win as much as in the quarter before, as said on a day, and whether it came true. */
export type GoalSaid = {
  readonly said: number;
  readonly withFresh: number;
  readonly came: boolean;
  readonly left: number;
  readonly label: string;
};

export function runMaven(days: typeof mondays): {
  readonly odds: readonly Replayed[];
  readonly goals: readonly GoalSaid[];
} {
  const maven = readMaven('2017-12-31');
  const deals = pastDeals(maven);
  const byId = new Map(maven.deals.map((deal) => [deal.id, deal]));
  const odds: Replayed[] = [];
  const goals: GoalSaid[] = [];
  for (const day of replay(deals, QUARTERS, days, UNTIL)) {
    if (day === null) continue;
    odds.push(...day.replayed);
    goals.push(...goalsOn(day, maven, byId));
  }
  return { odds, goals };
}

function goalsOn(
  { on, period, maker, open }: ReplayedDay,
  maven: Maven,
  byId: ReadonlyMap<string, MavenDeal>,
  { growth, ratio } = { growth: 1, ratio: 1 },
): GoalSaid[] {
  const place = QUARTERS.indexOf(period);
  const before = QUARTERS[place - 1];
  if (place < 2 || before === undefined) return [];
  const price = new Map(maven.products.map(({ name, price: list }) => [name.replaceAll(' ', ''), list]));
  const wonIn = (rep: string, from: string, to: string) =>
    maven.deals.reduce(
      (sum, { rep: owner, closed }) =>
        owner === rep && closed?.won && closed.on >= from && closed.on < to ? sum + closed.value : sum,
      0,
    );
  const reps = [...new Set(maven.deals.map(({ rep }) => rep))];
  const left = dayNumber(period.end) - 1 - dayNumber(on);
  return reps.flatMap((rep): GoalSaid[] => {
    const target = Math.ceil(wonIn(rep, before.start, before.end) * growth);
    if (target === 0) return [];
    const soFar = maven.deals.reduce(
      (sum, { rep: owner, closed }) =>
        owner === rep && closed?.won && closed.on >= period.start && closed.on <= on ? sum + closed.value : sum,
      0,
    );
    const bets = open.flatMap((deal) => {
      const record = byId.get(deal.id);
      const ends = record?.rep === rep ? quickOdds(maker, deal.factsOn(on), 'period') : null;
      const amount = price.get((record?.product ?? '').replaceAll(' ', ''));
      return ends && amount !== undefined ? [betOn(deal.id, Math.round(amount * ratio), ends.won)] : [];
    });
    const said = soFar >= target ? 1 : atLeast(sumDistribution(bets, 1000), target - soFar);
    const fresh = freshLeft(maker.norms, period, on, rep);
    const all = fresh ? [...bets, freshBet({ ...fresh, scenarios: fresh.scenarios.map(inDollars) })] : bets;
    const withFresh = soFar >= target ? 1 : atLeast(sumDistribution(all, 1000), target - soFar);
    return [{ said, withFresh, came: wonIn(rep, period.start, period.end) >= target, left, label: period.label }];
  });
}

const inDollars = ({ amount, weight }: Scenario): Scenario => ({ amount: Math.round(amount / 100), weight });

const GOAL_DAYS: readonly number[] = [1, 31, 46, 61, 76];

/** The second form of a rep's goal, see above. */
export function runRaisedGoals(): readonly GoalSaid[] {
  const maven = readMaven('2017-12-31');
  const byId = new Map(maven.deals.map((deal) => [deal.id, deal]));
  const fixed = (day: Parameters<typeof isoWeekday>[0]) =>
    QUARTERS.slice(2).some(({ start }) => GOAL_DAYS.includes(dayNumber(day) - dayNumber(start) + 1));
  return [...replay(pastDeals(maven), QUARTERS, fixed, UNTIL)].flatMap((day) =>
    day === null ? [] : goalsOn(day, maven, byId, { growth: 1.1, ratio: ratioBefore(maven, day.on) }),
  );
}

/** Won values over the list prices of what was won, before a day. */
function ratioBefore({ deals, products }: Maven, on: string): number {
  const price = new Map(products.map(({ name, price: list }) => [name.replaceAll(' ', ''), list]));
  let [value, list] = [0, 0];
  for (const { product, closed } of deals) {
    if (!closed?.won || closed.on >= on) continue;
    value += closed.value;
    list += price.get(product.replaceAll(' ', '')) ?? 0;
  }
  return value / list;
}
