import type { Period } from '../../model/goal';
import { daysBetween } from '../../value/civil-date';
import { type Answer, explained, unanswered } from '../../value/explained';
import { listFigure, phrase, shareFigure } from '../../value/phrase';
import type { Counted } from '../measure/tally';
import { daysGone, placeOf, placesOf } from './place';

/** How evenly a period's bookings came in. */
export type Linearity = {
  /** Share of what is booked so far, by month of the period (one entry where it is not made of months). */
  readonly byMonth: readonly number[];
  /** Unevenness over the weeks of the period: 0 every week the same, near 1 everything in one. */
  readonly gini: number;
};

/** Linearity of the deals won in a period; meaningful once the period is over. */
export function linearity(won: readonly Counted[], period: Period): Answer<Linearity> {
  const places = placesOf(period);
  const byMonth = places.parts.map(() => 0);
  const weeks: number[] = Array.from({ length: Math.ceil(daysBetween(period.start, period.end) / 7) }, () => 0);
  let total = 0;
  for (const { on, amount } of won) {
    if (on === null || on < period.start || on >= period.end || amount <= 0) continue;
    const day = daysGone(period, on) - 1;
    const month = Math.min(Math.floor(placeOf(places, day)), byMonth.length - 1);
    byMonth[month] = (byMonth[month] ?? 0) + amount;
    weeks[Math.floor(day / 7)] = (weeks[Math.floor(day / 7)] ?? 0) + amount;
    total += amount;
  }
  if (total === 0) return unanswered('too-few', phrase('goals_nothing_booked'));
  const shares = byMonth.map((amount) => amount / total);
  return explained(
    { byMonth: shares, gini: gini(weeks) },
    listFigure(shares.map((share) => shareFigure(share))),
    phrase('goals_linearity_rule'),
  );
}

/**
 * Gini coefficient of amounts not below 0. Source: C. Gini, "Variabilità e mutabilità", 1912, in its form for a sorted sample.
 *
 * @example gini([0, 0, 0, 1]) // 0.75
 */
export function gini(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return 0;
  const n = sorted.length;
  const weighted = sorted.reduce((sum, amount, index) => sum + (2 * (index + 1) - n - 1) * amount, 0);
  return weighted / (n * total);
}
