import { Decimal, isZero } from '../../../value/decimal';
import { isDecimalText } from '../../plan/exact';
import type { Condition, Literal } from '../../plan/measure';
import type { Item } from './item';

/** Whether a deal is as a rule asks; or the first field that is not known, so that nobody can tell. */
export type Fit = 'yes' | 'no' | { readonly unknown: string };

/** Every condition must hold. A known `no` decides, whatever else is unknown. */
export function fits(conditions: readonly Condition[] | undefined, item: Item): Fit {
  let open: Fit = 'yes';
  for (const condition of conditions ?? []) {
    const fact = factOf(item, condition.field);
    if (fact === undefined) open = open === 'yes' ? { unknown: condition.field } : open;
    else if (!holds(condition, fact)) return 'no';
  }
  return open;
}

function holds(condition: Condition, fact: Literal): boolean {
  if (condition.is !== undefined && !condition.is.includes(fact)) return false;
  if (condition.isNot?.includes(fact)) return false;
  if (condition.atLeast !== undefined && !(order(fact, condition.atLeast) >= 0)) return false;
  if (condition.above !== undefined && !(order(fact, condition.above) > 0)) return false;
  if (condition.atMost !== undefined && !(order(fact, condition.atMost) <= 0)) return false;
  return condition.below === undefined || order(fact, condition.below) < 0;
}

/** Numbers by size, anything else (dates) as text; what cannot be compared fits no bound. */
function order(fact: Literal, bound: Literal): number {
  const [a, b] = [String(fact), String(bound)];
  const numbers = isDecimalText(a) && isDecimalText(b);
  if (numbers) return new Decimal(a).cmp(new Decimal(b));
  if (typeof fact !== 'string' || typeof bound !== 'string') return Number.NaN;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The value of a field of a deal as a plan names it; `undefined` where it is not known. */
export function factOf({ deal, line, base, margin, closeDate, whole }: Item, field: string): Literal | undefined {
  switch (field) {
    case 'product':
      return line?.product ?? deal.product;
    case 'family':
      return line?.family ?? deal.family;
    case 'type':
      return deal.type;
    case 'term':
      return deal.termMonths;
    case 'newLogo':
      return deal.newLogo;
    case 'role':
      return deal.role;
    case 'amount':
      return whole.toFixed();
    case 'margin':
      return margin?.toFixed();
    case 'marginShare':
      return margin === null || isZero(base) ? undefined : margin.div(base).toFixed(18);
    case 'closeDate':
      return closeDate;
    default: {
      const own = deal.fields?.[field];
      if (own === undefined || typeof own !== 'object') return own;
      return 'value' in own ? own.value : undefined;
    }
  }
}
