import type { Target } from '../../model/goal';
import { type Answer, type Explained, explained, isExplained, term, unanswered } from '../../value/explained';
import { countFigure, daysFigure, type Phrase, phrase, pointsFigure, shareFigure } from '../../value/phrase';
import { amountIn, figureIn, sizeOf, unitOf } from '../measure/unit';
import type { BookingCurve } from './booking-curve';
import type { Clock } from './clock';

/** What the attainment is held against. */
export type PaceCurve = 'calendar' | 'working' | 'booking';

/** Attainment against what is normally booked by now. */
export type Pace = {
  readonly curve: PaceCurve;
  /** Share of the quota that is normally booked by the end of today. */
  readonly expected: number;
  readonly expectedAmount: Target;
  /** Attainment less expected share: 0.04 = 4 points ahead. */
  readonly points: number;
  /** Attainment / expected share; null where nothing is expected yet. */
  readonly index: number | null;
  readonly state: 'ahead' | 'on' | 'behind';
};

/** Points either side within which a pace counts as kept: half a point, what a whole percentage cannot show. */
const ON_PACE = 0.005;

/** Pace against one curve. */
export function pace(
  attained: Answer<number>,
  quota: Answer<Target>,
  curve: PaceCurve,
  expected: Answer<number>,
): Answer<Pace> {
  const terms = [term('goals_attainment', attained), term('goals_expected_share', expected)];
  if (!isExplained(attained)) return unanswered(attained.missing, attained.because, terms);
  if (!isExplained(quota)) return unanswered(quota.missing, phrase('goals_no_quota'), terms);
  if (!isExplained(expected)) return unanswered(expected.missing, expected.because, terms);
  const points = attained.value - expected.value;
  const value: Pace = {
    curve,
    expected: expected.value,
    expectedAmount: amountIn(unitOf(quota.value), expected.value * sizeOf(quota.value)),
    points,
    index: expected.value > 0 ? attained.value / expected.value : null,
    state: points > ON_PACE ? 'ahead' : points < -ON_PACE ? 'behind' : 'on',
  };
  const amount = explained(
    value.expectedAmount,
    figureIn(unitOf(quota.value), sizeOf(value.expectedAmount)),
    phrase('goals_expected_amount_rule'),
  );
  return explained(value, pointsFigure(points), RULES[curve], [...terms, term('goals_expected_amount', amount)]);
}

const RULES: Readonly<Record<PaceCurve, Phrase>> = {
  calendar: phrase('goals_pace_calendar_rule'),
  working: phrase('goals_pace_working_rule'),
  booking: phrase('goals_pace_booking_rule'),
};

/** Share of the calendar days that are gone. */
export function calendarShare({ calendar: { gone, all } }: Clock): Explained<number> {
  const share = all > 0 ? gone / all : 1;
  return explained(share, shareFigure(share), phrase('goals_calendar_share_rule'), dayTerms(gone, all));
}

/** Share of the working days that are gone. */
export function workingShare({ working: { gone, all }, holidaysKnown }: Clock): Answer<number> {
  if (all === 0) return unanswered('not-recorded', phrase('goals_no_working_days'));
  const rule = holidaysKnown ? phrase('goals_working_share_rule') : phrase('goals_working_share_no_holidays_rule');
  return explained(gone / all, shareFigure(gone / all), rule, dayTerms(gone, all));
}

/** Share that is normally booked by now, as learned; carries how many periods it was learned from. */
export function bookedShare(curve: BookingCurve | null, clock: Clock): Answer<number> {
  if (curve === null || curve.n === 0) return unanswered('too-few', phrase('goals_no_past_periods'));
  const share = curve.shareBy(clock.today);
  const n = explained(curve.n, countFigure(curve.n), phrase('goals_past_periods_rule'));
  const weight = explained(curve.weight, shareFigure(curve.weight), phrase('goals_booking_weight_rule'));
  const rule = curve.weight < 1 ? phrase('goals_booked_share_shrunk_rule') : phrase('goals_booked_share_rule');
  return explained(
    share,
    shareFigure(share),
    rule,
    [term('goals_past_periods', n), ...(curve.weight < 1 ? [term('goals_booking_weight', weight)] : [])],
    { sources: [{ kind: 'learned', from: 'past periods', n: curve.n }] },
  );
}

function dayTerms(gone: number, all: number) {
  return [
    term('goals_days_gone', explained(gone, daysFigure(gone), phrase('goals_today_gone_rule'))),
    term('goals_days_all', explained(all, daysFigure(all), phrase('goals_days_all_rule'))),
  ];
}
