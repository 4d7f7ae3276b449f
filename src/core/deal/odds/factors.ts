import { bandOf } from '../norms/age-band';
import type { Norms, Tally, WinCount } from '../norms/norms';
import { sizeAt } from '../norms/size-at';
import {
  committeeState,
  type Fact,
  type FactStates,
  longGap,
  pushesState,
  saidState,
  silenceState,
} from '../norms/summary/facts';
import { ownOf } from '../norms/usual/usual';
import type { DealFacts } from './deal-facts';
import { PRIOR_DEALS } from './priors';
import { inside, logit, shrunk } from './shrink';

/** What moves the odds of a deal beside its age and the calendar. */
const FACTORS = [
  'product',
  'size',
  'owner',
  'stage',
  'time-in-stage',
  'pushes',
  'silence',
  'committee',
  'next-step',
  'said',
] as const;
export type Factor = (typeof FACTORS)[number];

/** By how much a factor moves the odds: the logarithm of a likelihood ratio, 0 for not at all; and on how many deals that rests. */
export type Pull = { readonly factor: Factor; readonly logRatio: number; readonly n: number };

/**
 * How each factor that is known of a deal pulls, in a declared order. Every pull is a ratio of how often won and lost deals had it,
 * drawn to "no difference" by {@link PRIOR_DEALS} deals, so that a thin history pulls little. Size stands in where the product is
 * not known: the two say the same twice.
 */
export function pullsOf(norms: Norms, overall: number, facts: DealFacts, age: number): readonly Pull[] {
  const against = (count: WinCount | undefined, towards = overall): Pick<Pull, 'logRatio' | 'n'> =>
    count === undefined
      ? { logRatio: 0, n: 0 }
      : { logRatio: logit(inside(shrunk(count, towards))) - logit(inside(towards)), n: count.n };
  const { product, amount, ownerId, stage, daysInStage } = facts;
  const size = amount && amount.currency === norms.currency ? sizeAt(norms.sizeEdges, amount.minor) : undefined;
  const pulls: Pull[] = [];
  const add = (factor: Factor, pull: Pick<Pull, 'logRatio' | 'n'> | undefined) => {
    if (pull !== undefined && pull.n > 0) pulls.push({ factor, ...pull });
  };
  if (product !== undefined) add('product', against(ownOf(norms.byProduct, product)));
  else if (size !== undefined && norms.sizeEdges.length > 0) add('size', against(norms.bySize[size]));
  if (ownerId !== undefined) add('owner', ofOwner(norms, ownerId, overall));
  if (stage !== undefined) add('stage', against(ownOf(norms.byStage, stage)));
  if (stage !== undefined && daysInStage !== undefined && daysInStage < age)
    add('time-in-stage', stayed(norms, stage, daysInStage));
  const states = statesOf(norms, facts);
  const band = bandOf(age);
  add('pushes', ofFact(norms, 'pushes', states, band));
  add('silence', ofFact(norms, 'silence', states, band));
  add('committee', ofFact(norms, 'committee', states, band));
  add('next-step', ofFact(norms, 'nextStep', states, band));
  add('said', ofFact(norms, 'said', states, band));
  return pulls;
}

/** The owner against the team, the team against the organisation: each drawn to the broader one. */
function ofOwner(norms: Norms, ownerId: string, overall: number): Pick<Pull, 'logRatio' | 'n'> | undefined {
  const own = ownOf(norms.byOwner, ownerId);
  if (own === undefined) return undefined;
  const team = own.team === null ? undefined : ownOf(norms.byTeam, own.team);
  const towards = team === undefined ? overall : shrunk(team, overall);
  return { logRatio: logit(inside(shrunk(own, towards))) - logit(inside(overall)), n: own.n };
}

/** How much likelier a won deal than a lost one is to have stayed at least so long in a stage. */
function stayed(norms: Norms, stage: string, days: number): Pick<Pull, 'logRatio' | 'n'> | undefined {
  const sides = ownOf(norms.stageDays, stage);
  if (sides === undefined) return undefined;
  const [won, lost] = [tail(sides.won, days), tail(sides.lost, days)];
  return ratio(won, lost);
}

const tail = (tally: Tally, from: number) => ({
  some: tally.reduce((sum, count, number) => (number >= from ? sum + count : sum), 0),
  all: tally.reduce((sum, count) => sum + count, 0),
});

function statesOf(norms: Norms, { pushes, silentDays, people, hasNextStep, said }: DealFacts): FactStates {
  const long = longGap(norms.gaps);
  return {
    ...(pushes !== undefined && { pushes: pushesState(pushes) }),
    ...(silentDays !== undefined && long !== undefined && { silence: silenceState(silentDays, long) }),
    ...(people !== undefined && { committee: committeeState(people) }),
    ...(hasNextStep !== undefined && { nextStep: hasNextStep ? 'yes' : 'no' }),
    ...(said !== undefined && { said: saidState(said) }),
  };
}

function ofFact(
  { facts }: Norms,
  fact: Fact,
  states: FactStates,
  band: number,
): Pick<Pull, 'logRatio' | 'n'> | undefined {
  const state = states[fact];
  const counts = facts[`${fact}/${band}`];
  if (state === undefined || counts === undefined) return undefined;
  const sum = (side: 'won' | 'lost') => Object.values(counts).reduce((all, count) => all + count[side], 0);
  return ratio(
    { some: counts[state]?.won ?? 0, all: sum('won') },
    { some: counts[state]?.lost ?? 0, all: sum('lost') },
  );
}

type Share = { readonly some: number; readonly all: number };

/** log(share of the won / share of the lost), both drawn to what they have together. */
function ratio(won: Share, lost: Share): Pick<Pull, 'logRatio' | 'n'> {
  const n = won.all + lost.all;
  if (n === 0) return { logRatio: 0, n };
  const together = (won.some + lost.some + 1) / (n + 2);
  const drawn = ({ some, all }: Share) => (some + PRIOR_DEALS * together) / (all + PRIOR_DEALS);
  return { logRatio: Math.log(drawn(won) / drawn(lost)), n };
}
