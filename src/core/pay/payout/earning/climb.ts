import { type Decimal, greatest, isZero, least, ZERO } from '../../../value/decimal';
import { type Band, bandAt, heightAt } from './band';

/** What one deal moves on the axis, and what of it is paid on. */
export type Move = { readonly id: string; readonly axis: Decimal; readonly base: Decimal };

/** A threshold in the measure's own unit. */
export type Floor = {
  readonly at: Decimal;
  readonly pays: 'excess' | 'everything';
  readonly reached: 'exactly' | 'above';
};

/** How a point on the axis pays: what lies in each band, at which rate in the end, and which fixed sums. */
export type Climb = {
  /** The band reached; -1 below the first or below the threshold. */
  readonly current: number;
  /** What is paid on, by band, and what lies below the first. */
  readonly portions: readonly Decimal[];
  readonly under: Decimal;
  /** The rate that each band's portion is paid at in the end: a retroactive tier above sets all below it. */
  readonly rates: readonly Decimal[];
  readonly underRate: Decimal;
  /** Fixed sums or shares of target by band. */
  readonly levels: readonly Decimal[];
};

/**
 * Where does a point pay? Going down from the band reached: a marginal band pays its part and leaves those below to themselves;
 * a retroactive or interpolated one decides for everything below it. So methods can differ from tier to tier.
 */
export function ratesAt(
  bands: readonly Band[],
  x: Decimal,
  current: number,
): Pick<Climb, 'rates' | 'underRate' | 'levels'> {
  const rates: Decimal[] = bands.map(() => ZERO);
  const levels: Decimal[] = bands.map(() => ZERO);
  let underRate = ZERO;
  for (let index = current; index >= 0; index -= 1) {
    const band = bands[index] as Band;
    const end = band.to === null ? x : least(x, band.to);
    const top = greatest(index === current ? end : (band.to ?? x), band.from);
    if (band.family === 'level') {
      levels[index] = levelOf(band, top);
      if (band.method !== 'marginal') break;
    } else {
      const rate = band.method === 'interpolated' ? heightAt(band, top) : band.at;
      if (band.method === 'marginal') {
        rates[index] = rate;
        continue;
      }
      for (let under = 0; under <= index; under += 1) rates[under] = rate;
      underRate = rate;
      break;
    }
  }
  return { rates, underRate, levels };
}

/**
 * The rates that deals are paid at where they climbed beyond the band reached in the end, before a credit note brought the total down
 * again: by a retroactive or interpolated band the rate of everything, else the rate of the band that they passed.
 */
export function passingRates(bands: readonly Band[], rates: readonly Decimal[], current: number): readonly Decimal[] {
  const reached = bands[current];
  if (reached === undefined || current === bands.length - 1) return rates;
  return rates.map((rate, index) => {
    if (index <= current) return rate;
    const band = bands[index] as Band;
    const own = reached.method === 'marginal' && band.method === 'marginal' && band.family === 'slope';
    return own ? band.at : (rates[current] ?? ZERO);
  });
}

function levelOf(band: Band, top: Decimal): Decimal {
  if (band.method === 'interpolated') return heightAt(band, top);
  if (band.method === 'retroactive' || band.part === 'whole' || band.to === null) return band.at;
  return band.at.times(top.minus(band.from)).div(band.to.minus(band.from));
}

/** Whether a threshold is reached. */
export function reaches(floor: Floor | null, x: Decimal): boolean {
  if (floor === null) return true;
  return floor.reached === 'exactly' ? x.gte(floor.at) : x.gt(floor.at);
}

/** The part of what is paid on that lies in each band, when amount and axis are the same thing. */
export function portionsOf(
  bands: readonly Band[],
  start: Decimal,
  end: Decimal,
  floor: Floor | null,
): { readonly portions: Decimal[]; readonly under: Decimal } {
  const from = floor?.pays === 'excess' ? floor.at : null;
  const first = bands[0] as Band;
  const openBelow = isZero(first.from);
  const portions = bands.map((band, index) =>
    between(start, end, index === 0 && openBelow ? null : band.from, band.to, from),
  );
  return { portions, under: openBelow ? ZERO : between(start, end, null, first.from, from) };
}

/** Length of the move from `start` to `end` inside `low`..`high` and above `floor`; negative for a move down. */
function between(
  start: Decimal,
  end: Decimal,
  low: Decimal | null,
  high: Decimal | null,
  floor: Decimal | null,
): Decimal {
  const bottom = low === null ? floor : floor === null ? low : greatest(low, floor);
  if (bottom !== null && high !== null && bottom.gte(high)) return ZERO;
  const cut = (x: Decimal): Decimal => {
    if (bottom !== null && x.lt(bottom)) return bottom;
    return high !== null && x.gt(high) ? high : x;
  };
  return cut(end).minus(cut(start));
}

/** The same deal by deal: each one's amount is laid over the stretch of the axis that it moves through. */
export function portionsByMove(
  bands: readonly Band[],
  start: Decimal,
  moves: readonly Move[],
  floor: Floor | null,
): { readonly portions: Decimal[]; readonly under: Decimal; readonly each: readonly MovePortions[] } {
  let at = start;
  let under = ZERO;
  const portions = bands.map(() => ZERO);
  const each: MovePortions[] = [];
  for (const move of moves) {
    const own = portionsOfMove(bands, at, move, floor);
    for (let index = 0; index < portions.length; index += 1) {
      const part = own.portions[index] as Decimal;
      if (!isZero(part)) portions[index] = (portions[index] as Decimal).plus(part);
    }
    under = under.plus(own.under);
    each.push({ id: move.id, ...own });
    at = at.plus(move.axis);
  }
  return { portions, under, each };
}

export type MovePortions = { readonly id: string; readonly portions: readonly Decimal[]; readonly under: Decimal };

function portionsOfMove(
  bands: readonly Band[],
  at: Decimal,
  move: Move,
  floor: Floor | null,
): { readonly portions: Decimal[]; readonly under: Decimal } {
  if (isZero(move.axis)) return atOnePoint(bands, at, move.base, floor);
  const own = portionsOf(bands, at, at.plus(move.axis), floor);
  if (move.base.eq(move.axis)) return own;
  const scale = (part: Decimal): Decimal => (isZero(part) ? ZERO : part.times(move.base).div(move.axis));
  return { portions: own.portions.map(scale), under: scale(own.under) };
}

/** A deal that does not move the axis is paid where the axis stands. */
function atOnePoint(
  bands: readonly Band[],
  at: Decimal,
  base: Decimal,
  floor: Floor | null,
): { readonly portions: Decimal[]; readonly under: Decimal } {
  const index = bandAt(bands, at);
  const last = bands[bands.length - 1] as Band;
  const past = last.to !== null && at.gt(last.to);
  const pays = (floor === null || floor.pays === 'everything' || reaches(floor, at)) && !past;
  return {
    portions: bands.map((_, each) => (pays && each === index ? base : ZERO)),
    under: pays && index < 0 ? base : ZERO,
  };
}
