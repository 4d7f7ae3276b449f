import type { Period } from '../../model/goal';
import { type CivilDate, daysBetween } from '../../value/civil-date';
import type { Currency } from '../../value/currency';
import { type FreshCalendar, STEP_DAYS } from './fresh';
import type { Norms } from './norms';
import { ownOf } from './usual';

/** Below so many past periods nothing is said of business that is not in the pipeline yet. */
export const ENOUGH_PERIODS = 2;

/** What deals that do not exist yet may bring an owner by the end of a period. */
export type FreshLeft = {
  readonly currency: Currency;
  /** Past periods it was learned from. */
  readonly periods: number;
  /** Whole minor units of `currency`; weights sum to 1. */
  readonly scenarios: readonly { readonly amount: number; readonly weight: number }[];
};

/**
 * The learned shares for the whole weeks that are left after today, times what the owner usually wins in such a period; an owner
 * nobody has seen is taken for the mean. A week that is not whole counts as none, so the last week has nothing fresh.
 *
 * @returns undefined for anything but a month or a quarter from the first of a month that today lies in, and below
 *   {@link ENOUGH_PERIODS} past ones
 */
export function freshLeft(norms: Norms, period: Period, today: CivilDate, ownerId: string): FreshLeft | undefined {
  const calendar = calendarOf(period);
  const fresh = calendar && norms.fresh[calendar];
  const { currency } = norms;
  if (!fresh || currency === null || fresh.periods < ENOUGH_PERIODS) return undefined;
  if (today < period.start || today >= period.end) return undefined;
  const step = Math.floor((daysBetween(today, period.end) - 1) / STEP_DAYS);
  const usual = ownOf(fresh.owners, ownerId) ?? fresh.mean;
  const scenarios = (fresh.steps[step] ?? []).map(([share, weight]) => ({ amount: Math.round(share * usual), weight }));
  return scenarios.length === 0 ? undefined : { currency, periods: fresh.periods, scenarios };
}

const QUARTERS = ['quarter 0', 'quarter 1', 'quarter 2'] as const;

function calendarOf({ kind, start }: Period): FreshCalendar | undefined {
  if (!start.endsWith('-01')) return undefined;
  if (kind === 'month') return 'month';
  return kind === 'quarter' ? QUARTERS[(Number(start.slice(5, 7)) - 1) % 3] : undefined;
}
