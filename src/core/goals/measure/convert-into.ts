import type { Book } from '../../model/book';
import type { Goal } from '../../model/goal';
import { convert } from '../../value/conversion';
import { isGiven } from '../../value/known';
import type { Convert } from './tally';

/**
 * How amounts in other currencies count for a goal in money: at the organisation's rates of the day, which for a deal is its close
 * date. `undefined` where there is one currency, or no rates are known: then they do not count, and are said not to.
 */
export function convertInto({ rates }: Book, { target }: Goal): Convert | undefined {
  if (!rates || !isGiven(rates) || !isGiven(target) || target.value.unit !== 'money') return undefined;
  const into = target.value.amount.currency;
  return (amount, on) => convert(amount, into, rates.value, on);
}
