import { type Currency, currency } from '../../value/currency';
import type { Decimal } from '../../value/decimal';
import { type Explained, explained, type Term } from '../../value/explained';
import { type Money, roundMoney } from '../../value/money';
import { type Figure, moneyFigure, numberFigure, type Phrase, shareFigure } from '../../value/phrase';

/** An exact amount of the plan's currency as it is shown. */
export function asMoney(amount: Decimal, code: string): Money {
  return roundMoney(amount, currency(code) as Currency);
}

export function moneyFigureOf(amount: Decimal, code: string): Figure {
  return moneyFigure(asMoney(amount, code));
}

/** An amount with its explanation. */
export function moneyAnswer(
  amount: Decimal,
  code: string,
  rule: Phrase,
  terms: readonly Term[] = [],
): Explained<Money> {
  const shown = asMoney(amount, code);
  return explained(shown, moneyFigure(shown), rule, terms);
}

/** A share with as many decimals of its percentage as it needs, at most four. */
export function exactShare(share: Decimal): Figure {
  return shareFigure(share.toNumber(), decimals(share.times(100)));
}

/** A plain number with as many decimals as it needs, at most six. */
export function exactNumber(of: Decimal): Figure {
  return numberFigure(of.toNumber(), Math.min(6, of.round(6).toFixed().split('.')[1]?.length ?? 0));
}

function decimals(percentage: Decimal): number {
  return Math.min(4, percentage.round(4).toFixed().split('.')[1]?.length ?? 0);
}

/** A figure in a measure's own unit. */
export function inUnit(of: Decimal, unit: 'money' | 'count' | 'share', code: string): Figure {
  if (unit === 'money') return moneyFigureOf(of, code);
  return unit === 'share' ? exactShare(of) : exactNumber(of);
}
