import type { Source } from '../../value/source';

/**
 * What is known before an organisation has a history of its own: published figures, each with who said so and when. They are
 * correlations seen by vendors and consultants, not laws; the organisation's own deals replace them as they come.
 */
export type Prior = { readonly value: number; readonly source: Source };

const published = (value: number, by: string, year: number): Prior => ({
  value,
  source: { kind: 'published', by, year },
});

/** Share of deals that are won. Implisit, study of 21,000 opportunities. */
export const WIN_RATE = published(0.3, 'Implisit, 21,000 opportunities', 2014);

/** Share of forecast deals that end in no decision. CSO Insights: under 20 % to nearly 25 %, 2006 to 2011. */
export const NO_DECISION = published(0.22, 'CSO Insights', 2011);

/** Days from creation to close: 6.5 months. Ebsta x Pavilion, B2B sales benchmarks. */
export const CYCLE_DAYS = published(198, 'Ebsta x Pavilion', 2025);

/**
 * How many deals of one's own a prior weighs as much as. Twenty: below that, a win rate's own standard error is above ten points
 * (sqrt(.3 × .7 / 20) = .10), and the published figure says more than the count.
 */
export const PRIOR_DEALS = 20;

/** Deals from which on a number counts as mostly the organisation's own: five times the prior's weight. */
export const MOSTLY_OWN = 100;
