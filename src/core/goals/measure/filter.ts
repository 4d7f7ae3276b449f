import type { Measure } from '../../model/goal';
import type { LineItem, Opportunity } from '../../model/opportunity';
import { type Known, mapKnown, missing } from '../../value/known';

/** Whether something fits a goal's filter, or the field that would have to be known to say so. */
export type Fit = { readonly fits: boolean } | { readonly unknown: string };

/** Filters on these go by product line, so that a deal may count in part. */
const LINE_FIELDS = new Set(['product', 'family', 'series']);

export function goesByLine(measure: Measure): boolean {
  return measure.filter.some(({ field }) => LINE_FIELDS.has(field));
}

/** Whether a deal as a whole fits the filter; what goes by product line is left to {@link lineFits}. */
export function dealFits(deal: Opportunity, measure: Measure): Fit {
  return all(
    measure.filter.filter(({ field }) => !LINE_FIELDS.has(field)),
    (field) => dealField(deal, field),
  );
}

/** Whether a product line fits the filter. */
export function lineFits(line: LineItem, measure: Measure): Fit {
  return all(
    measure.filter.filter(({ field }) => LINE_FIELDS.has(field)),
    (field) => (field === 'product' ? line.product : mapKnown(line.family, String)),
  );
}

/** One condition that is not met decides, even where another cannot be told. */
function all(conditions: Measure['filter'], fieldOf: (field: string) => Known<string> | string): Fit {
  let unknown: string | undefined;
  for (const { field, is } of conditions) {
    const value = fieldOf(field);
    if (typeof value !== 'string' && 'missing' in value) unknown ??= field;
    else if (!is.includes(typeof value === 'string' ? value : value.value)) return { fits: false };
  }
  return unknown === undefined ? { fits: true } : { unknown };
}

function dealField(deal: Opportunity, field: string): Known<string> {
  switch (field) {
    case 'type':
      return deal.type;
    case 'stage':
      return mapKnown(deal.stage, (stage) => stage.name);
    case 'forecastCategory':
      return deal.forecastCategory;
    case 'account':
      return mapKnown(deal.account, ({ id }) => id);
    case 'owner':
      return mapKnown(deal.owner, ({ id }) => id);
    default:
      return mapKnown(deal.fields[field] ?? missing('not-yet-read'), String);
  }
}
