import type { Target } from '../../model/goal';
import { type Answer, explained, isExplained, type Term, term, unanswered } from '../../value/explained';
import {
  countFigure,
  type Figure,
  phrase,
  phraseFigure,
  pointsFigure,
  probabilityFigure,
  textFigure,
} from '../../value/phrase';
import { amountIn, figureIn, sizeOf, type Unit, unitOf } from '../measure/unit';
import type { Gap } from '../progress/gap';
import type { OpenBet } from './bet';
import { type Fresh, freshBet, freshMean } from './fresh';
import { chancesWith, chanceToReach } from './large-deals';
import { correlationShifts, lifts } from './reach';
import { quantile, type SumDistribution, sumDistribution } from './sum-distribution';

/** A deal with what it does to the goal: the chance with it won, less the chance with it not won in the period. */
export type Mover = {
  readonly dealId: string;
  readonly lift: number;
  readonly whenWon: number;
  readonly whenNot: number;
};

/** How likely a goal is to be made. */
export type GoalChance = {
  /** Deals taken as independent: the exact distribution of their sum. */
  readonly chance: number;
  /** The band that correlation between deals (0 to 0.2) leaves open, and the least and most of it. */
  readonly band: readonly { readonly rho: number; readonly chance: number }[];
  readonly low: number;
  readonly high: number;
  /** Where the period ends in eight cases of ten, with what is credited already. */
  readonly landing: { readonly low: Target; readonly middle: Target; readonly high: Target };
  /** The three deals that move it most, the strongest first. */
  readonly movers: readonly Mover[];
  readonly bets: readonly OpenBet[];
  /** Sum of what the open deals bring. */
  readonly sum: SumDistribution;
};

/** Correlations that the band spans: none, and what portfolios of loans to firms are usually given. */
const RHOS = [0, 0.1, 0.2] as const;
const MOVERS = 3;

/**
 * Probability that credited plus what the open deals bring reaches the target: convolution, not simulation. Reaching it exactly
 * counts.
 *
 * @param without - deals due that no chance is known for: they are said, not counted
 * @param learned - business that is not in the pipeline yet: one bet more, which always brings one of its scenarios. Left out where
 *   the goal is counted in something else
 */
export function goalChance(
  credited: Answer<Target>,
  toGo: Answer<Gap>,
  open: readonly OpenBet[],
  names: ReadonlyMap<string, string>,
  without: number,
  learned?: Fresh,
): Answer<GoalChance> {
  const base: Term[] = [term('goals_gap', toGo)];
  if (!isExplained(toGo)) return unanswered(toGo.missing, toGo.because, base);
  if (!isExplained(credited)) return unanswered(credited.missing, credited.because, base);
  const need = toGo.value.state === 'made' ? 0 : sizeOf(toGo.value.amount);
  if (need > 0 && open.length === 0 && without > 0) return unanswered('too-few', phrase('goals_no_odds'), base);
  const unit = unitOf(credited.value);
  const fresh = learned && unit.kind === 'money' && unit.currency === learned.currency ? learned : undefined;
  const bets = fresh ? [...open, freshBet(fresh)] : open;
  const sum = sumDistribution(bets);
  const chance = chanceToReach(bets, need);
  const band = bandOf(bets, need, chance);
  const all = band.map((each) => each.chance);
  const landed = (p: number): Target => amountIn(unit, sizeOf(credited.value) + quantile(sum, p));
  const value: GoalChance = {
    chance,
    band,
    low: Math.min(...all),
    high: Math.max(...all),
    landing: { low: landed(0.1), middle: landed(0.5), high: landed(0.9) },
    movers: moversOf(bets, need, new Set(open.map(({ id }) => id))),
    bets,
    sum,
  };
  const late = fresh ? freshMean(fresh) : 0;
  const fromOpen = Math.max(0, sum.mean - late);
  const expected = explained(amountIn(unit, fromOpen), figureIn(unit, fromOpen), phrase('goals_expected_wins_rule'));
  const counted = explained(open.length, countFigure(open.length), phrase('goals_bets_rule'));
  return explained(value, bandFigure(value.low, value.high), phrase('goals_chance_rule'), [
    ...base,
    term('goals_bets', counted),
    term('goals_expected_wins', expected),
    freshTerm(unit, fresh, late),
    term('goals_chance_alone', explained(chance, probabilityFigure(chance), phrase('goals_chance_alone_rule'))),
    ...(without > 0
      ? [term('goals_bets_without', explained(without, countFigure(without), phrase('goals_bets_without_rule')))]
      : []),
    ...value.movers.map((mover) => moverTerm(mover, names.get(mover.dealId) ?? mover.dealId)),
  ]);
}

/** The chance over the correlations: the exact one, and by how much correlation shifts it. */
function bandOf(bets: readonly OpenBet[], need: number, chance: number): GoalChance['band'] {
  const shifts = correlationShifts(bets, need, RHOS);
  return RHOS.map((rho, index) => ({ rho, chance: Math.min(1, Math.max(0, chance + (shifts[index] ?? 0))) }));
}

function freshTerm(unit: Unit, fresh: Fresh | undefined, mean: number): Term {
  return term(
    'goals_fresh',
    fresh
      ? explained(amountIn(unit, mean), figureIn(unit, mean), phrase('goals_fresh_rule', countFigure(fresh.quarters)))
      : unanswered('too-few', phrase('goals_fresh_unknown')),
  );
}

function moversOf(bets: readonly OpenBet[], need: number, open: ReadonlySet<string>): Mover[] {
  if (need <= 0) return [];
  return lifts(bets, need)
    .map(({ id, whenWon, whenNot }) => ({ dealId: id, lift: whenWon - whenNot, whenWon, whenNot }))
    .filter(({ lift, dealId }) => lift > 0 && open.has(dealId))
    .sort(strongest)
    .slice(0, MOVERS)
    .map((mover): Mover => {
      // All deals were compared on a coarse grid; of those that are named each says what it does by itself.
      const bet = bets.find(({ id }) => id === mover.dealId);
      if (bet === undefined) return mover;
      const { whenWon, whenNot } = chancesWith(bets, bet, need);
      return { dealId: bet.id, lift: whenWon - whenNot, whenWon, whenNot };
    })
    .sort(strongest);
}

const strongest = (a: Mover, b: Mover): number => b.lift - a.lift || (a.dealId < b.dealId ? -1 : 1);

function moverTerm(mover: Mover, name: string): Term {
  const won = explained(mover.whenWon, probabilityFigure(mover.whenWon), phrase('goals_when_won_rule'));
  const not = explained(mover.whenNot, probabilityFigure(mover.whenNot), phrase('goals_when_not_rule'));
  const lift = explained(mover.lift, pointsFigure(mover.lift), phrase('goals_lift_rule'), [
    term('goals_when_won', won),
    term('goals_when_not', not),
  ]);
  return term('goals_mover', lift, textFigure(name));
}

/** A band in steps of five points, outwards: no more precise than it is. */
function bandFigure(low: number, high: number): Figure {
  if (low >= 1) return probabilityFigure(1);
  if (high <= 0) return probabilityFigure(0);
  const [from, to] = [Math.floor(low * 20 + 1e-9) / 20, Math.ceil(high * 20 - 1e-9) / 20];
  if (from <= 0) return phraseFigure(phrase('goals_chance_under', probabilityFigure(Math.min(to, 0.95))));
  if (to >= 1) return phraseFigure(phrase('goals_chance_over', probabilityFigure(from)));
  return phraseFigure(phrase('goals_chance_between', probabilityFigure(from), probabilityFigure(to)));
}
