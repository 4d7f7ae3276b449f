import { betOn, mostWon } from '../../goals/chance/bet';
import { mostOf } from '../../goals/chance/grid';
import { type SumDistribution, sumDistribution } from '../../goals/chance/sum-distribution';
import { Decimal } from '../../value/decimal';
import { type Answer, type Explained, explained, type Term, term } from '../../value/explained';
import { type Money, roundMoney } from '../../value/money';
import { countFigure, moneyFigure, phrase, probabilityFigure } from '../../value/phrase';
import { type CurvePiece, curveOf, type PayCurve } from '../curve';
import { countMore } from '../payout/count';
import { noSuchDeal, type PayGround } from './ground';

/** What a deal is worth on average over everything that the other open deals may bring. */
export type ExpectedWorth = {
  /** If it is won: E[P(x + S + a)] - E[P(x + S)]. */
  readonly ifWon: Money;
  /** The same times its chance; null where none is known. */
  readonly weighed: Money | null;
};

/**
 * Marks of the grid for the sum of the others but the largest. With 200 uneven deals and a retroactive tier in the middle of what they
 * bring, it is one and a half per cent from 20,000 marks; without a jump it is the same to the cent.
 */
const MARKS = 2_000;
/** So many of the largest are followed one by one: a deal that just reaches a tier, or just does not, must not be shared between marks. */
const LARGEST = 5;

/**
 * The expected worth of a deal: pay through the curve for every sum that the other open deals may bring, weighed by its chance.
 * That is not the pay of the average: a tier or a cap bends the curve. The deal itself counts with all its own fields, the others
 * with their credit only. An average is no amount of pay; it is worked out in floats and rounded once.
 */
export function expectedWorth(ground: PayGround, dealId: string): Answer<ExpectedWorth> {
  const open = ground.open.get(dealId);
  if (ground.unknown !== null) return ground.unknown;
  if (open === undefined) return noSuchDeal();
  const others = othersOf(ground, dealId);
  const horizon = others.most / ground.unit;
  const without = averagePay(curveOf(ground.counted, {}, horizon), others, ground);
  const withIt = averagePay(curveOf(countMore(ground.counted, [open.deal]), {}, horizon), others, ground);
  const ifWon = inMoney(ground, withIt - without);
  const value: ExpectedWorth = {
    ifWon,
    weighed: open.won === null ? null : inMoney(ground, (withIt - without) * open.won),
  };
  const terms: Term[] = [
    term('pay_worth_with', asMoney(ground, withIt, 'with')),
    term('pay_worth_without', asMoney(ground, without, 'without')),
    term('pay_worth_others', countOthers(ground, dealId)),
  ];
  if (open.won !== null)
    terms.push(
      term('pay_worth_chance', explained(open.won, probabilityFigure(open.won), phrase('pay_worth_chance_rule'))),
    );
  return explained(value, moneyFigure(ifWon), phrase('pay_worth_expected_rule'), terms, ageOf(ground));
}

/** What the period's pay comes to on average, E[P(x + S)], with the pay of the average beside it as a term. */
export function expectedPay(ground: PayGround): Answer<Money> {
  if (ground.unknown !== null) return ground.unknown;
  const all = othersOf(ground, null);
  const curve = curveOf(ground.counted, {}, all.most / ground.unit);
  const average = inMoney(ground, averagePay(curve, all, ground));
  const ofAverage = inMoney(ground, curve.at((all.large.mean + all.small.mean) / ground.unit));
  return explained(
    average,
    moneyFigure(average),
    phrase('pay_worth_expected_pay_rule'),
    [
      term('pay_worth_others', countOthers(ground, null)),
      term('pay_worth_of_average', explained(ofAverage, moneyFigure(ofAverage), phrase('pay_worth_of_average_rule'))),
    ],
    ageOf(ground),
  );
}

/** The other open deals: every sum of the largest for itself, the rest on a grid, and the most that all can bring. */
type Others = { readonly large: SumDistribution; readonly small: SumDistribution; readonly most: number };

function othersOf(ground: PayGround, dealId: string | null): Others {
  const bets = [...ground.open.values()]
    .flatMap(({ id, credit, won }) => (id === dealId || won === null || credit === 0 ? [] : [betOn(id, credit, won)]))
    .sort((a, b) => mostWon(b) - mostWon(a));
  return {
    large: sumDistribution(bets.slice(0, LARGEST)),
    small: sumDistribution(bets.slice(LARGEST), MARKS),
    most: mostOf(bets),
  };
}

function averagePay({ pieces }: PayCurve, { large, small }: Others, { unit }: PayGround): number {
  const base = small.sums.map((sum) => sum / unit);
  const upTo = momentsUpTo(base, small.chances);
  let average = 0;
  for (let place = 0; place < large.sums.length; place += 1) {
    const own = (large.sums[place] as number) / unit;
    let mean = 0;
    let from = 0;
    for (let index = 0; index < pieces.length && from < base.length; index += 1) {
      const { from: start, pay, slope } = pieces[index] as CurvePiece;
      const next = pieces[index + 1];
      const end = next === undefined ? base.length : firstFrom(base, own, next.from, from);
      const chance = (upTo.chance[end] as number) - (upTo.chance[from] as number);
      const brings = (upTo.brings[end] as number) - (upTo.brings[from] as number);
      mean += (pay + slope * (own - start)) * chance + slope * brings;
      from = end;
    }
    average += mean * (large.chances[place] as number);
  }
  return average;
}

/**
 * Chance, and chance times sum, of the first so many sums. On a straight piece of the curve the average pay follows from these two, so
 * that no sum has to be looked at by itself.
 */
function momentsUpTo(sums: Float64Array, chances: Float64Array): { chance: Float64Array; brings: Float64Array } {
  const chance = new Float64Array(sums.length + 1);
  const brings = new Float64Array(sums.length + 1);
  for (let index = 0; index < sums.length; index += 1) {
    const own = chances[index] as number;
    chance[index + 1] = (chance[index] as number) + own;
    brings[index + 1] = (brings[index] as number) + own * (sums[index] as number);
  }
  return { chance, brings };
}

/** The first of the rising sums, from a place on, that comes to `at` together with what is there already. */
function firstFrom(sums: Float64Array, already: number, at: number, place: number): number {
  let [low, high] = [place, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (already + (sums[middle] as number) >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function countOthers(ground: PayGround, dealId: string | null): Explained<number> {
  const count = [...ground.open.values()].filter(({ id, won }) => id !== dealId && won !== null).length;
  return explained(count, countFigure(count), phrase('pay_worth_others_rule'));
}

function inMoney({ currency }: PayGround, pay: number): Money {
  return roundMoney(new Decimal(pay.toFixed(6)), currency);
}

function asMoney(ground: PayGround, pay: number, which: 'with' | 'without'): Explained<Money> {
  const amount = inMoney(ground, pay);
  const rule = which === 'with' ? phrase('pay_worth_average_with_rule') : phrase('pay_worth_average_without_rule');
  return explained(amount, moneyFigure(amount), rule);
}

function ageOf({ inputs }: PayGround) {
  return inputs.asOf === undefined ? {} : { asOf: inputs.asOf };
}
