import { addDays, type CivilDate } from '../../../core/value/civil-date';
import type { Instant } from '../../../core/value/instant';
import type { Children, Select } from '../api/soql';
import { list, literal } from '../api/soql';
import { SPLITS } from './around';
import { currencyField, DEAL_FIELDS, ITEMS, incoming, meetings } from './deals';

/** The longest a fiscal year can be: 53 weeks. */
const LONGEST_YEAR = 371;

/** When a book is read, and in how many currencies deals may be. */
export type BookTime = { readonly now: Instant; readonly today: CivilDate; readonly multiCurrency: boolean };

const children = (now: Instant): Children[] => [ITEMS, meetings(now, 'LIMIT 1'), incoming('LIMIT 1'), SPLITS];

/** Open deals, and those won within a fiscal year's length. */
function counts(today: CivilDate): string {
  return `(IsClosed = false OR (IsWon = true AND CloseDate >= ${addDays(today, -LONGEST_YEAR)}))`;
}

/**
 * The deals that reps own: open ones, and those won within a fiscal year's length, with products, splits and the latest act of the
 * buyer's.
 *
 * @param owners - ids of the reps, or references to where one stands
 * @param also - a deal that is wanted with them whoever owns it, and what more of it hangs on it
 */
export function ownDeals(
  owners: readonly string[],
  { now, today, multiCurrency }: BookTime,
  also?: { readonly id: string; readonly children: readonly Children[] },
): Select {
  const hanging = children(now);
  const more = (also?.children ?? []).filter(({ relation }) => !hanging.some((one) => one.relation === relation));
  const own = `(OwnerId IN ${list(owners)} AND ${counts(today)})`;
  return {
    object: 'Opportunity',
    fields: [...DEAL_FIELDS, ...currencyField(multiCurrency)],
    children: [...hanging, ...more],
    rest: `WHERE ${also ? `(${own} OR Id = ${literal(also.id)})` : own} ORDER BY CloseDate, Id`,
    needs: ['OwnerId', 'CloseDate'],
  };
}

/** The deals in which reps have a part and which somebody else owns. Where the organisation does not split there are none. */
export function sharedDeals(owners: readonly string[], { now, today, multiCurrency }: BookTime): Select {
  return {
    object: 'Opportunity',
    fields: [...DEAL_FIELDS, ...currencyField(multiCurrency)],
    children: children(now),
    rest:
      `WHERE Id IN (SELECT OpportunityId FROM OpportunitySplit WHERE SplitOwnerId IN ${list(owners)}) ` +
      `AND OwnerId NOT IN ${list(owners)} AND ${counts(today)} ORDER BY CloseDate, Id`,
    optional: true,
  };
}
