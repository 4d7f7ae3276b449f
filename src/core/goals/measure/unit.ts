import type { Target } from '../../model/goal';
import type { Currency } from '../../value/currency';
import { money } from '../../value/money';
import { countFigure, type Figure, moneyFigure } from '../../value/phrase';

/** What a goal is counted in. Amounts are plain whole numbers of it: minor units of a currency, or pieces. */
export type Unit = { readonly kind: 'money'; readonly currency: Currency } | { readonly kind: 'count' };

export function unitOf(target: Target): Unit {
  return target.unit === 'money' ? { kind: 'money', currency: target.amount.currency } : { kind: 'count' };
}

/** The plain number of a target. */
export function sizeOf(target: Target): number {
  return target.unit === 'money' ? target.amount.minor : target.count;
}

/** A plain number as an amount of the goal; money to the nearest minor unit. */
export function amountIn(unit: Unit, size: number): Target {
  return unit.kind === 'money'
    ? { unit: 'money', amount: money(Math.round(size), unit.currency) }
    : { unit: 'count', count: size };
}

/** How an amount of the goal is shown. */
export function figureIn(unit: Unit, size: number): Figure {
  return unit.kind === 'money' ? moneyFigure(money(Math.round(size), unit.currency)) : countFigure(size);
}
