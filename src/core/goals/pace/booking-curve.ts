import type { BookedPeriod } from '../../model/book';
import type { Period } from '../../model/goal';
import { type CivilDate, daysBetween } from '../../value/civil-date';
import { daysAt, daysGone, type Places, placeOf, placesOf } from './place';

/** What share of a period's bookings is normally in by a day of it. */
export type BookingCurve = {
  /** Past periods it was learned from; 0 is a straight line. */
  readonly n: number;
  /** Weight of what was learned; the rest is a straight line over calendar days. */
  readonly weight: number;
  /** Share at the end of a day of a period like those learned from; 0..1 as a rule, beyond it where bookings were taken back. */
  readonly shareBy: (on: CivilDate) => number;
};

/** Past periods from which on nothing is mixed in. */
const ENOUGH = 4;
/**
 * The straight line counts as one more past period: with n < 4 periods the learned share has weight n / (n + 1). One, because then
 * the step to four periods, where the line is dropped, is the smallest that this form allows (from 3/4 to 1).
 */
const LINE_AS_PERIODS = 1;

/**
 * Learns a booking curve for a period from past ones of the same kind. Every past period has the same say, however much it
 * brought. Periods that are not over yet, had nothing booked or are of another kind are left out.
 *
 * @param today - the day of looking: only periods over by then count
 */
export function learnBookingCurve(past: readonly BookedPeriod[], period: Period, today: CivilDate): BookingCurve {
  const places = placesOf(period);
  const learned = past
    .filter(({ period: each }) => each.kind === period.kind && each.end <= today && each.end <= period.start)
    .map(cumulative)
    .filter((each) => each !== null && each.places.parts.length === places.parts.length) as Cumulative[];
  const n = learned.length;
  const weight = n >= ENOUGH ? 1 : n / (n + LINE_AS_PERIODS);
  const all = daysBetween(period.start, period.end);
  return {
    n,
    weight,
    shareBy: (on) => {
      const gone = daysGone(period, on);
      const place = placeOf(places, gone);
      const mean = n === 0 ? 0 : learned.reduce((sum, each) => sum + shareAt(each, place), 0) / n;
      return weight * mean + (1 - weight) * (gone / all);
    },
  };
}

/** A norm as other sources state it: share of the period gone (0..1, ascending), share booked by then; from n periods. */
export type BookingNorm = {
  readonly n: number;
  readonly points: readonly { readonly at: number; readonly share: number }[];
};

/** A booking curve from a norm, shrunk to the straight line in the same way. */
export function normBookingCurve(norm: BookingNorm, period: Period): BookingCurve {
  const all = daysBetween(period.start, period.end);
  const weight = norm.n >= ENOUGH ? 1 : norm.n / (norm.n + LINE_AS_PERIODS);
  return {
    n: norm.n,
    weight,
    shareBy: (on) => {
      const gone = daysGone(period, on) / all;
      return weight * between(norm.points, gone) + (1 - weight) * gone;
    },
  };
}

/** The curve of one past period as it was. @returns null where nothing was booked */
export function curveOf(booked: BookedPeriod): ((on: CivilDate) => number) | null {
  const own = cumulative(booked);
  return own && ((on) => own.shares[daysGone(booked.period, on)] ?? 0);
}

type Cumulative = { readonly places: Places; readonly shares: Float64Array };

function cumulative({ period, days }: BookedPeriod): Cumulative | null {
  const shares = new Float64Array(daysBetween(period.start, period.end) + 1);
  let total = 0;
  for (const { on, amount } of days) {
    if (on < period.start || on >= period.end) continue;
    const day = daysGone(period, on);
    shares[day] = (shares[day] as number) + amount.minor;
    total += amount.minor;
  }
  if (total <= 0) return null;
  for (let day = 1; day < shares.length; day += 1) shares[day] = (shares[day] as number) + (shares[day - 1] as number);
  return { places: placesOf(period), shares: shares.map((sum) => sum / total) };
}

function shareAt({ places, shares }: Cumulative, place: number): number {
  const days = daysAt(places, place);
  const below = Math.floor(days);
  const [low, high] = [shares[below] ?? 1, shares[below + 1] ?? 1];
  return low + (high - low) * (days - below);
}

function between(points: BookingNorm['points'], at: number): number {
  let [before, after] = [
    { at: 0, share: 0 },
    { at: 1, share: 1 },
  ];
  for (const point of points) {
    if (point.at <= at && point.at >= before.at) before = point;
    if (point.at >= at && point.at < after.at) after = point;
  }
  if (after.at <= before.at) return before.share;
  return before.share + ((after.share - before.share) * (at - before.at)) / (after.at - before.at);
}
