import type { Odds } from '../../../../src/core/goals/chance/open-bets';
import type { Book } from '../../../../src/core/model/book';
import type { CompPlan } from '../../../../src/core/pay/plan/plan';
import { payGround } from '../../../../src/core/pay/worth/ground';
import { civilDate } from '../../../../src/core/value/civil-date';
import { type Answer, isExplained } from '../../../../src/core/value/explained';
import { bookOf, dealOf, goalOf, known } from '../../goals/books';

export const TODAY = civilDate('2026-11-20');

/** 5 % of bookings up to a quota of 100,000 a quarter, 10 % above it. */
export const ACCELERATED: CompPlan = {
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
        { from: 0, to: 1, rate: '0.05' },
        { from: 1, rate: '0.1' },
      ],
    },
  ],
  examples: [],
};

/** 5 % of everything below 100,000; 6 % of everything from there on. */
export const RETROACTIVE: CompPlan = {
  ...ACCELERATED,
  components: [
    {
      id: 'commission',
      kind: 'commission',
      pays: 'bookings',
      method: 'retroactive',
      tiers: [
        { from: 0, to: 100_000, rate: '0.05' },
        { from: 100_000, rate: '0.06' },
      ],
    },
  ],
};

/** 5 % of bookings, at most 5,500 a quarter. */
export const CAPPED: CompPlan = {
  ...ACCELERATED,
  components: [
    { id: 'commission', kind: 'commission', pays: 'bookings', rate: '0.05', caps: [{ per: 'period', amount: 5_500 }] },
  ],
};

export const odds = (chances: Readonly<Record<string, number>>): Odds =>
  new Map(Object.entries(chances).map(([id, won]) => [id, { won }]));

export type Deal = readonly [id: string, amount: number, on?: string, category?: 'commit' | 'pipeline'];

/** A rep with one won deal, a quota of 100,000 and open deals. */
export function bookWith(won: number, open: readonly Deal[], quota = 100_000): Book {
  return bookOf(
    [dealOf('won', won, '2026-10-10')],
    open.map(([id, amount, on = '2026-12-10', category = 'pipeline']) =>
      dealOf(id, amount, on, { forecastCategory: known(category) }),
    ),
    { goals: known([goalOf(quota)]) },
  );
}

export const groundOf = (
  plan: CompPlan,
  won: number,
  open: readonly Deal[],
  chances: Readonly<Record<string, number>> = {},
) => payGround(plan, bookWith(won, open), odds(chances), TODAY);

export function answered<T>(answer: Answer<T>): T {
  if (!isExplained(answer)) throw new Error(JSON.stringify(answer.because));
  return answer.value;
}

export const groundOfBook = (book: Book, plan = ACCELERATED) => payGround(plan, book, new Map(), TODAY);
