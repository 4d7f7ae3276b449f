import { goalStanding } from '../../src/core/goals/standing';
import type { BookDeal } from '../../src/core/model/book';
import { closers } from '../../src/core/pay/gap/closers';
import { distances } from '../../src/core/pay/gap/distance';
import { payout } from '../../src/core/pay/payout/payout';
import type { CompPlan } from '../../src/core/pay/plan/plan';
import { dealWorth } from '../../src/core/pay/worth/deal-worth';
import { payGround } from '../../src/core/pay/worth/ground';
import { nextInputs } from '../../src/core/pay/worth/this-or-next';
import { addDays, civilDate } from '../../src/core/value/civil-date';
import { bookOf, dealOf, goalOf, known } from '../core/goals/books';

/** Something to be timed: what it is called, and one run of it. */
type Case = { readonly name: string; readonly run: () => unknown };

const TODAY = civilDate('2026-11-20');
const NEXT = {
  label: 'Q1 2027',
  kind: 'quarter',
  start: civilDate('2027-01-01'),
  end: civilDate('2027-04-01'),
} as const;

const PLAN: CompPlan = {
  language: 1,
  id: 'plan',
  name: 'Plan',
  version: '1',
  currency: 'USD',
  period: 'quarter',
  measures: [{ id: 'bookings', counts: 'credit' }],
  components: [
    {
      id: 'commission',
      kind: 'commission',
      pays: 'bookings',
      axis: { measure: 'bookings', by: 'attainment' },
      tiers: [
        { from: 0, to: '0.5', rate: '0.03' },
        { from: '0.5', to: 1, rate: '0.05' },
        { from: 1, to: '1.5', rate: '0.08' },
        { from: '1.5', rate: '0.1' },
      ],
    },
    { id: 'spif', kind: 'kicker', perDeal: 500, atLeastDeals: 3 },
  ],
  examples: [],
};

/** A rep with so many open deals of uneven amounts, a twentieth as many won ones, and a quota that a third of the pipeline would fill. */
function book(open: number) {
  const amount = (n: number) => 3_000 + ((n * 7_919) % 83_000) + (n % 97) / 100;
  const deals = (count: number, prefix: string, on: (n: number) => string): BookDeal[] =>
    Array.from({ length: count }, (_, n) =>
      dealOf(`${prefix}${n}`, amount(n), on(n), { forecastCategory: known('pipeline') }),
    );
  const total = Array.from({ length: open }, (_, n) => amount(n)).reduce((sum, each) => sum + each, 0);
  const won = deals(Math.ceil(open / 20), 'w', (n) => addDays(civilDate('2026-10-01'), n % 50));
  const goal = goalOf(Math.round(total / 3));
  return {
    goal,
    book: bookOf(
      won,
      deals(open, 'd', (n) => addDays(TODAY, n % 40)),
      { goals: known([goal]) },
    ),
    odds: new Map(Array.from({ length: open }, (_, n) => [`d${n}`, { won: 0.05 + ((n * 37) % 85) / 100 }] as const)),
  };
}

/** Goals and worth, each engine by itself and all that one panel asks of them together, for books of 10 to 1,000 open deals. */
export function engineCases(sizes: readonly number[] = [10, 50, 200, 1000]): readonly Case[] {
  return sizes.flatMap((open) => {
    const { goal, book: of, odds } = book(open);
    const ground = payGround(PLAN, of, odds, TODAY);
    const standing = goalStanding(of, goal, { today: TODAY, odds });
    const next = nextInputs(ground, NEXT, null);
    return [
      { name: `goal standing, ${open} open deals`, run: () => goalStanding(of, goal, { today: TODAY, odds }) },
      { name: `pay ground, ${open} open deals`, run: () => payGround(PLAN, of, odds, TODAY) },
      { name: `worth of one deal, ${open} open deals`, run: () => dealWorth(ground, 'd0', standing, next) },
      { name: `deals that close the gap, ${open} open deals`, run: () => closers(standing, ground) },
      {
        name: `goal, statement, worth, distances and gap of one panel, ${open} open deals`,
        run: () => {
          const stands = goalStanding(of, goal, { today: TODAY, odds });
          const lies = payGround(PLAN, of, odds, TODAY);
          const statement = payout(PLAN, lies.inputs);
          return [
            dealWorth(lies, 'd0', stands, nextInputs(lies, NEXT, null)),
            distances(statement, PLAN, stands.usualDeal),
            closers(stands, lies),
          ];
        },
      },
    ];
  });
}
