import { daysBetween } from '../../value/civil-date';
import { type Answer, type Explained, explained, type Term, term, unanswered } from '../../value/explained';
import type { Instant } from '../../value/instant';
import {
  countFigure,
  dateFigure,
  daysFigure,
  type Phrase,
  phrase,
  pointsFigure,
  probabilityFigure,
} from '../../value/phrase';
import type { Source } from '../../value/source';
import type { DealFacts } from './deal-facts';
import { type Factor, type Pull, pullsOf } from './factors';
import { type Course, courseFrom } from './hazard';
import type { Horizon, OddsMaker, Ownness } from './odds-maker';
import { CYCLE_DAYS, NO_DECISION, PRIOR_DEALS, WIN_RATE } from './priors';
import { hundredths, shownBeside } from './shown-ends';
import { inside, logistic, logit } from './shrink';
import { NAMES, RULES } from './words';

/** The four ends of a deal within a horizon; they add up to 1. `slips` is still open then, and not dead. */
export type FourEnds = Course;

/** One step from the base rate to the odds: by so many points, and to where. */
export type Contribution = {
  readonly factor: 'base' | 'age-and-calendar' | Factor;
  readonly name: Phrase;
  /** In hundredths, as shown: all of them add up to the number shown. */
  readonly points: number;
  /** Deals it rests on. */
  readonly n: number;
};

export type Odds = {
  readonly won: Explained<number>;
  readonly lost: Explained<number>;
  readonly noDecision: Explained<number>;
  readonly slips: Explained<number>;
  readonly contributions: readonly Contribution[];
  readonly ownness: Ownness;
  /** The chance of winning, and what a history of this length leaves open about it: 5 % to 95 %. */
  readonly band: Explained<{ readonly low: number; readonly high: number }>;
};

/** The four ends of an open deal, without the explanation: for lists. `null` where its age is not known. */
export function quickOdds(maker: OddsMaker, facts: DealFacts, horizon: Horizon): FourEnds | null {
  const age = ageOf(maker, facts);
  if (age === undefined) return null;
  const course = courseFrom(maker.hazard, age, maker.days[horizon], maker.months);
  const pull = pullsOf(maker.norms, maker.overall, facts, age).reduce((sum, { logRatio }) => sum + logRatio, 0);
  return moved(course, logistic(logit(inside(course.won)) + pull));
}

/** The odds of an open deal with all that makes them. Unanswered where its age is not known: nothing else can stand in for it. */
export function oddsOf(maker: OddsMaker, facts: DealFacts, horizon: Horizon): Answer<Odds> {
  const { createdOn } = facts;
  const age = ageOf(maker, facts);
  if (createdOn === undefined) return unanswered('not-recorded', phrase('deal_no_created'));
  if (age === undefined) return unanswered('not-readable', phrase('deal_created_ahead', dateFigure(createdOn)));
  const course = courseFrom(maker.hazard, age, maker.days[horizon], maker.months);
  const steps = stepsOf(maker, facts, course, age);
  const end = steps.at(-1)?.to ?? course.won;
  const ends = moved(course, end);
  const own = { asOf: `${maker.norms.asOf}T00:00:00.000Z` as Instant, sources: sourcesOf(maker) };
  const contributions = steps.map(({ factor, n, from, to }) => ({
    factor,
    name: NAMES[factor],
    points: hundredths(to) - hundredths(from),
    n,
  }));
  const terms = contributions.map(
    ({ name, points, n, factor }): Term => ({
      name,
      of: explained(
        points / 100,
        factor === 'base' ? probabilityFigure(points / 100) : pointsFigure(points / 100),
        stepRule(factor, n),
      ),
    }),
  );
  const ages = [term('deal_age', explained(age, daysFigure(age), phrase('deal_age_rule'))), ...terms];
  const rule = RULES[maker.ownness];
  const [lost, noDecision, slips] = shownBeside(ends);
  const other = (value: number, shown: number) =>
    explained(value, probabilityFigure(shown), phrase('deal_odds_end_rule'), ages, own);
  const odds: Odds = {
    won: explained(ends.won, probabilityFigure(ends.won), rule, ages, own),
    lost: other(ends.lost, lost),
    noDecision: other(ends.noDecision, noDecision),
    slips: other(ends.slips, slips),
    contributions,
    ownness: maker.ownness,
    band: bandOf(ends.won, maker, own),
  };
  return explained(odds, probabilityFigure(ends.won), rule, ages, own);
}

/** What a step rests on: nothing of their own yet, all closed deals, or those of them that had the same. */
function stepRule(factor: Contribution['factor'], n: number): Phrase {
  if (n === 0) return phrase('deal_odds_step_published');
  if (factor === 'base' || factor === 'age-and-calendar') return phrase('deal_odds_step_all', countFigure(n));
  return phrase('deal_odds_step_rule', countFigure(n));
}

type Step = { readonly factor: Contribution['factor']; readonly n: number; readonly from: number; readonly to: number };

function stepsOf({ norms, overall }: OddsMaker, facts: DealFacts, course: Course, age: number): Step[] {
  const steps: Step[] = [
    { factor: 'base', n: norms.all.n, from: 0, to: overall },
    { factor: 'age-and-calendar', n: norms.all.n, from: overall, to: course.won },
  ];
  let at = inside(course.won);
  for (const { factor, logRatio, n } of pullsOf(norms, overall, facts, age) as readonly Pull[]) {
    const to = logistic(logit(at) + logRatio);
    steps.push({ factor, n, from: at, to });
    at = to;
  }
  return steps;
}

function ageOf({ today }: OddsMaker, { createdOn }: DealFacts): number | undefined {
  if (createdOn === undefined || createdOn > today) return undefined;
  return daysBetween(createdOn, today);
}

/** The other three ends make room in proportion. */
function moved(course: Course, won: number): Course {
  const rest = 1 - course.won;
  const scale = rest <= 0 ? 0 : (1 - won) / rest;
  return { won, lost: course.lost * scale, noDecision: course.noDecision * scale, slips: course.slips * scale };
}

/** Normal quantile of 95 %. */
const Z95 = 1.6449;

function bandOf(
  p: number,
  { norms }: OddsMaker,
  own: { readonly asOf: Instant; readonly sources: readonly Source[] },
): Odds['band'] {
  const spread = Z95 * Math.sqrt((p * (1 - p)) / (norms.all.n + PRIOR_DEALS));
  const band = { low: Math.max(0, p - spread), high: Math.min(1, p + spread) };
  const { n } = norms.all;
  const rule = n === 0 ? phrase('deal_odds_band_none') : phrase('deal_odds_band_rule', countFigure(n));
  return explained(band, probabilityFigure(p), rule, [], own);
}

function sourcesOf({ norms, ownness }: OddsMaker): readonly Source[] {
  const learned: Source = { kind: 'learned', from: 'closed deals', n: norms.all.n };
  if (ownness === 'mostly-yours') return [learned];
  const published = [WIN_RATE.source, NO_DECISION.source, CYCLE_DAYS.source];
  return norms.all.n === 0 ? published : [learned, ...published];
}
