import { auc, brier, type Prediction } from '../../src/core/deal/calibration/brier';
import { reliability } from '../../src/core/deal/calibration/reliability';
import { emptyLesson, take } from '../../src/core/deal/norms/lesson';
import type { Norms } from '../../src/core/deal/norms/norms';
import { summarise } from '../../src/core/deal/norms/summary/summarise';
import { oddsOf, quickOdds } from '../../src/core/deal/odds/odds';
import { oddsMaker } from '../../src/core/deal/odds/odds-maker';
import type { ClosedDeal } from '../../src/core/model/closed-deal';
import { addDays, civilDate } from '../../src/core/value/civil-date';
import { everyDay, type GoalSaid, runMaven, runRaisedGoals } from '../core/deal/calibration/maven-protocol';
import { brierSkill, murphy } from '../core/deal/calibration/murphy';
import { BUYER_QUESTIONS, predicted, salvirt } from '../core/deal/calibration/salvirt-protocol';
import { madeUpClosed } from '../core/deal/norms/closed-deals';

/** Something to be timed: what it is called, and one run of it. */
type Case = { readonly name: string; readonly run: () => unknown };

const TODAY = civilDate('2026-11-20');
const PAGE = 500;

/** Page by page, as they come from the CRM: nobody holds a hundred thousand closed deals at once. */
function* pagesOf(count: number): Generator<readonly ClosedDeal[]> {
  for (let first = 0; first < count; first += PAGE) yield madeUpClosed(Math.min(PAGE, count - first), TODAY, first);
}

/** Learns page by page and sums up, as the background does. */
function learn(pages: Iterable<readonly ClosedDeal[]>): Norms {
  const lesson = emptyLesson();
  for (const page of pages) take(lesson, page);
  return summarise(lesson, TODAY);
}

export function normsCases(): readonly Case[] {
  const norms = summarise(take(emptyLesson(), madeUpClosed(5000, TODAY)), TODAY);
  const period = { end: civilDate('2027-01-01') };
  const next = civilDate('2027-04-01');
  const open = Array.from({ length: 200 }, (_, n) => ({
    id: `o${n}`,
    createdOn: addDays(TODAY, -n),
    ownerId: `rep ${n % 40}`,
    product: `product ${n % 7}`,
    pushes: n % 4,
    people: n % 5,
  }));
  const maker = oddsMaker(norms, TODAY, period, next);
  const many = Array.from({ length: 5 }, () => open).flat();
  const [first] = open;
  return [
    { name: 'norms: make up and learn 100,000 closed deals in pages of 500', run: () => learn(pagesOf(100_000)) },
    { name: 'odds: norms made ready for a day', run: () => oddsMaker(norms, TODAY, period, next) },
    { name: 'odds: 200 open deals, this period', run: () => open.map((facts) => quickOdds(maker, facts, 'period')) },
    { name: 'odds: 1,000 open deals, this period', run: () => many.map((facts) => quickOdds(maker, facts, 'period')) },
    { name: 'odds: one deal with all that makes them', run: () => first && oddsOf(maker, first, 'ever') },
  ];
}

const rounded = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(3);

const baseOf = (all: readonly { readonly base: number }[]) => all.map(({ base }) => base);

function reliabilityLines(predictions: readonly Prediction[]): string[] {
  return reliability(predictions).map(
    ({ from, to, n, said, came, thin }) =>
      `  ${from.toFixed(1)}-${to.toFixed(1)}  said ${rounded(said)}  came ${rounded(came)}  n ${n}${thin ? '  (thin)' : ''}`,
  );
}

/** What was said with what late deals brought in past quarters, and by open deals alone, by days left. */
function freshLines(goals: readonly GoalSaid[]): string[] {
  const withFresh = goals.map(({ withFresh: said, came, left }) => ({ said, came, left }));
  const mean = (all: readonly number[]) => rounded(all.reduce((sum, each) => sum + each, 0) / all.length);
  return [
    '  with business that is not in the pipeline yet:',
    ...goalLines(withFresh),
    ...DAYS_LEFT.flatMap(([from, to]) => {
      const all = goals.filter(({ left }) => left >= from && left <= to);
      return all.length === 0
        ? []
        : [
            `  ${from}-${to} days left: said ${mean(all.map(({ said }) => said))} by open deals, ${mean(all.map((each) => each.withFresh))} with it, came ${mean(all.map(({ came }) => Number(came)))}, n ${all.length}`,
          ];
    }),
  ];
}

const DAYS_LEFT = [
  [61, 92],
  [31, 60],
  [15, 30],
  [0, 14],
] as const;

function goalLines(goals: readonly Prediction[]): string[] {
  const share = goals.filter(({ came }) => came).length / goals.length;
  const skill = brierSkill(goals);
  return [
    `  Brier score ${rounded(brier(goals))}, always the share that came (${rounded(share)}): ${rounded(share * (1 - share))}, skill ${rounded(skill)}, n ${goals.length}`,
    ...reliabilityLines(goals),
  ];
}

/** Parts of the score with what was said rounded to hundredths: groups of one measure nothing. */
function partsLine(predictions: readonly Prediction[]): string {
  const parts = murphy(predictions.map(({ said, came }) => ({ said: Math.round(said * 100) / 100, came })));
  return `  reliability ${rounded(parts?.reliability)} - resolution ${rounded(parts?.resolution)} + uncertainty ${rounded(parts?.uncertainty)}`;
}

/** The full protocol: every day of three quarters of the Maven set, ten seeds of the Salvirt set, as lines to print. */
export function protocolLines(): readonly string[] {
  const { odds, goals } = runMaven(everyDay);
  const raised = runRaisedGoals();
  const labels = [...new Set(odds.map(({ period }) => period.label))];
  return [
    'Odds, Brier score (lower is better), replayed day by day:',
    ...labels.flatMap((label) => {
      const all = odds.filter(({ period }) => period.label === label);
      const base = brier(all.map(({ base: said, came }) => ({ said, came })));
      return [
        `${label}: odds ${rounded(brier(all))}, base rate ${rounded(base)}, skill ${rounded(brierSkill(all, baseOf(all)))}, n ${all.length}`,
        partsLine(all),
        ...reliabilityLines(all),
      ];
    }),
    'A rep wins as much as in the quarter before:',
    ...[...new Set(goals.map(({ label }) => label))].flatMap((label) => {
      const all = goals.filter((each) => each.label === label);
      return [
        `${label}: Brier score ${rounded(brier(all))}, n ${all.length}`,
        ...reliabilityLines(all),
        ...freshLines(all),
      ];
    }),
    'A rep wins a tenth more than in the quarter before, said on five days of two quarters:',
    ...goalLines(raised),
    ...freshLines(raised),
    'Won by the answers about the buyer, grouped by answers, ten folds:',
    ...Array.from({ length: 10 }, (_, seed) => {
      const all = predicted(salvirt(), BUYER_QUESTIONS, BUYER_QUESTIONS, seed);
      return `  seed ${seed}: AUC ${rounded(auc(all))}, Brier score ${rounded(brier(all))}`;
    }),
  ];
}
