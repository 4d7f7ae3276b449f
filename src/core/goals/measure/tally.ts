import type { BookDeal } from '../../model/book';
import type { Measure } from '../../model/goal';
import type { LineItem } from '../../model/opportunity';
import type { CivilDate } from '../../value/civil-date';
import { ifGiven, isGiven } from '../../value/known';
import { type Money, moneyOf } from '../../value/money';
import { type Phrase, phrase, textFigure } from '../../value/phrase';
import { dealFits, goesByLine, lineFits } from './filter';
import type { Unit } from './unit';

/** A deal with what it counts for a goal, in the goal's unit. */
export type Counted = { readonly deal: BookDeal; readonly amount: number; readonly on: CivilDate | null };

/** A deal that may count, and what would have to be known. */
export type Uncounted = { readonly dealId: string; readonly name: string; readonly because: Phrase };

export type Tally = { readonly counted: readonly Counted[]; readonly uncounted: readonly Uncounted[] };

/** One currency in another on a day; `undefined` where there is no rate. */
export type Convert = (amount: Money, on: CivilDate | null) => Money | undefined;

/**
 * What each deal counts for a goal: the credited amount, the deal, its units or a field of its own, narrowed by the goal's filter.
 * Product filters count the share of the amount that lies on fitting lines. Deals and units count whole, amounts as credited.
 * What cannot be told is listed, never taken for nothing.
 */
export function tally(deals: readonly BookDeal[], measure: Measure, unit: Unit, convert?: Convert): Tally {
  const counted: Counted[] = [];
  const uncounted: Uncounted[] = [];
  for (const deal of deals) {
    const on = ifGiven(deal.opportunity.closeDate) ?? null;
    const amount = amountOf(deal, measure, unit, on, convert);
    if (typeof amount === 'number') {
      if (amount !== 0) counted.push({ deal, amount, on });
    } else uncounted.push({ dealId: deal.opportunity.id, name: deal.opportunity.name, because: amount });
  }
  return { counted, uncounted };
}

function amountOf(
  deal: BookDeal,
  measure: Measure,
  unit: Unit,
  on: CivilDate | null,
  convert: Convert | undefined,
): number | Phrase {
  const fit = dealFits(deal.opportunity, measure);
  if ('unknown' in fit) return phrase('goals_field_unknown', textFigure(fit.unknown));
  if (!fit.fits) return 0;
  const byLine = goesByLine(measure);
  const lines = byLine || measure.counts === 'quantity' ? fittingLines(deal, measure) : null;
  if (lines !== null && 'key' in lines) return lines;
  if (lines !== null && byLine && lines.length === 0) return 0;
  if (measure.counts === 'quantity') return unitsOn(lines ?? []);
  if (unit.kind === 'count')
    return measure.counts === undefined || measure.counts === 'deals' ? 1 : ownField(deal, measure);
  const credited = typeof measure.counts === 'object' ? fieldMoney(deal, measure.counts.field) : creditOf(deal);
  if ('key' in credited) return credited;
  const inGoal = credited.currency === unit.currency ? credited : convert?.(credited, on);
  if (inGoal?.currency !== unit.currency) return phrase('goals_other_currency', textFigure(credited.currency));
  if (lines === null) return inGoal.minor;
  const share = shareOn(deal, lines);
  return typeof share === 'number' ? Math.round(inGoal.minor * share) : share;
}

function creditOf({ credit }: BookDeal): Money | Phrase {
  return isGiven(credit.amount) ? credit.amount.value : phrase('goals_amount_unknown');
}

function ownField(deal: BookDeal, measure: Measure): number | Phrase {
  const field = typeof measure.counts === 'object' ? measure.counts.field : '';
  const value = deal.opportunity.fields[field];
  const number = value && isGiven(value) ? Number(value.value) : Number.NaN;
  return Number.isFinite(number) ? number : phrase('goals_field_unknown', textFigure(field));
}

function fieldMoney(deal: BookDeal, field: string): Money | Phrase {
  const value = deal.opportunity.fields[field];
  const amount = ifGiven(deal.opportunity.amount) ?? ifGiven(deal.credit.amount);
  const number = value && isGiven(value) ? Number(value.value) * deal.credit.share : Number.NaN;
  if (amount === undefined || !Number.isFinite(number)) return phrase('goals_field_unknown', textFigure(field));
  return moneyOf(number, amount.currency);
}

function fittingLines(deal: BookDeal, measure: Measure): readonly LineItem[] | Phrase {
  const { products } = deal.opportunity;
  if (!isGiven(products)) return phrase('goals_products_unknown');
  const fitting: LineItem[] = [];
  for (const line of products.value) {
    const fit = lineFits(line, measure);
    if ('unknown' in fit) return phrase('goals_field_unknown', textFigure(fit.unknown));
    if (fit.fits) fitting.push(line);
  }
  return fitting;
}

function unitsOn(lines: readonly LineItem[]): number | Phrase {
  let units = 0;
  for (const { quantity } of lines) {
    if (!isGiven(quantity)) return phrase('goals_units_unknown');
    units += quantity.value;
  }
  return units;
}

/** The share of a deal's lines, by amount, that fits. */
function shareOn(deal: BookDeal, fitting: readonly LineItem[]): number | Phrase {
  const all = ifGiven(deal.opportunity.products) ?? [];
  const total = amountOn(all);
  const part = amountOn(fitting);
  return total === undefined || part === undefined || total === 0 ? phrase('goals_products_unknown') : part / total;
}

function amountOn(lines: readonly LineItem[]): number | undefined {
  let minor = 0;
  for (const { amount } of lines) {
    if (!isGiven(amount)) return undefined;
    minor += amount.value.minor;
  }
  return minor;
}
