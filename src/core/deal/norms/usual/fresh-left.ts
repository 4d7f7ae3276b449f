import type { Period } from '../../../model/goal';
import { type CivilDate, daysBetween } from '../../../value/civil-date';
import type { Currency } from '../../../value/currency';
import type { Norms } from '../norms';
import { STEP_DAYS } from '../summary/fresh';
import { ownOf } from './usual';

/** Below so many past quarters nothing is said of business that is not in the pipeline yet. */
const ENOUGH_QUARTERS = 2;

/** What deals that do not exist yet may bring an owner by the end of a quarter. */
export type FreshLeft = {
  readonly currency: Currency;
  readonly quarters: number;
  /** Whole minor units of `currency`; weights sum to 1. */
  readonly scenarios: readonly { readonly amount: number; readonly weight: number }[];
};

/**
 * The learned shares for the whole weeks that are left after today, times what the owner usually wins in a quarter; an owner
 * nobody has seen is taken for the mean. A week that is not whole counts as none, so the last week has nothing fresh.
 *
 * @returns undefined for anything but a calendar quarter that today lies in, and below {@link ENOUGH_QUARTERS} past quarters
 */
export function freshLeft(norms: Norms, period: Period, today: CivilDate, ownerId: string): FreshLeft | undefined {
  const { fresh, currency } = norms;
  if (!fresh || currency === null || fresh.quarters < ENOUGH_QUARTERS) return undefined;
  if (period.kind !== 'quarter' || !/-(01|04|07|10)-01$/.test(period.start)) return undefined;
  if (today < period.start || today >= period.end) return undefined;
  const step = Math.floor((daysBetween(today, period.end) - 1) / STEP_DAYS);
  const usual = ownOf(fresh.owners, ownerId) ?? fresh.mean;
  const scenarios = (fresh.steps[step] ?? []).map(([share, weight]) => ({ amount: Math.round(share * usual), weight }));
  return scenarios.length === 0 ? undefined : { currency, quarters: fresh.quarters, scenarios };
}
