import { type Decimal, isOne, isZero, ZERO } from '../../../value/decimal';
import type { Part } from '../work';
import type { Band } from './band';
import type { Setting } from './setting';

/** @param passing - what portions are paid at, also those beyond the band reached; `rates` are what is shown of the bands */
export function partsOf(
  setting: Setting,
  portions: readonly Decimal[],
  rates: readonly Decimal[],
  levels: readonly Decimal[],
  passing: readonly Decimal[] = rates,
): Part[] {
  return setting.bands.map((band, index) => {
    const portion = portions[index] ?? ZERO;
    const rate = rates[index] ?? ZERO;
    const level = levels[index] ?? ZERO;
    const fixed = band.by === 'payout' ? level.times(setting.target) : level;
    const paid = passing[index] ?? ZERO;
    const slope = isZero(paid) || isZero(portion) ? ZERO : scaled(paid.times(portion), setting);
    return {
      band: setting.planBands[index] as Band,
      index,
      portion,
      rate: band.family === 'slope' ? scaled(rate, setting) : null,
      amount: slope.plus(fixed),
    };
  });
}

export function payByDeal(
  setting: Setting,
  each: readonly { readonly id: string; readonly portions: readonly Decimal[]; readonly under: Decimal }[],
  heights: { readonly rates: readonly Decimal[]; readonly underRate: Decimal },
): Map<string, Decimal> {
  const pay = new Map<string, Decimal>();
  for (const { id, portions, under } of each) {
    const own = portions.reduce(
      (sum, portion, index) => (isZero(portion) ? sum : sum.plus(portion.times(heights.rates[index] ?? ZERO))),
      under.times(heights.underRate),
    );
    pay.set(id, (pay.get(id) ?? ZERO).plus(scaled(own, setting)));
  }
  return pay;
}

export const scaled = (amount: Decimal, { scale }: Setting): Decimal => {
  const times = isOne(scale.times) ? amount : amount.times(scale.times);
  return isOne(scale.over) ? times : times.div(scale.over);
};

export const sumOf = (parts: readonly { readonly amount: Decimal }[]): Decimal =>
  parts.reduce((sum, part) => sum.plus(part.amount), ZERO);
