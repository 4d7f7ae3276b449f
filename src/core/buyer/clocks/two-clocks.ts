import { type Clock, daysBy } from '../../deal/evidence/clock';
import { evidence } from '../../deal/evidence/evidence';
import type { Account } from '../../model/account';
import type { Dossier } from '../../model/dossier';
import type { Period } from '../../model/goal';
import { addDays, addMonths, type CivilDate, civilDate, daysBetween } from '../../value/civil-date';
import { type Answer, explained, isExplained, readOr, term, unanswered } from '../../value/explained';
import { isGiven, type Known } from '../../value/known';
import { dateFigure, daysFigure, monthFigure, phrase, textFigure } from '../../value/phrase';

/** A date that the buyer has set and that is still ahead. */
export type BuyerDate = {
  readonly id: string;
  readonly on: CivilDate;
  readonly days: number;
  readonly subject: Known<string>;
};

/** Our clock beside theirs: a quarter that ends for us is no reason for a buyer to sign. */
export type TwoClocks = {
  readonly seller: { readonly period: Period; readonly lastDay: CivilDate; readonly daysLeft: Answer<number> };
  readonly buyer: {
    /** Last day of the buyer's running fiscal year. */
    readonly yearEnd: Answer<CivilDate>;
    readonly daysLeft: Answer<number>;
    /** What the buyer has set, soonest first. */
    readonly dates: readonly BuyerDate[];
    readonly nextDate: Answer<CivilDate>;
  };
  /** Days from the end of our period to the end of the buyer's year: negative where theirs ends first. */
  readonly apart: Answer<number>;
};

/** Both clocks on a day. @param account - whose fiscal year counts; its start month may come from the CRM or from filings */
export function twoClocks(
  period: Period,
  account: Known<Account>,
  { opportunity, activities }: Pick<Dossier, 'opportunity' | 'activities'>,
  clock: Clock,
): TwoClocks {
  const { today } = daysBy(clock);
  const lastDay = addDays(period.end, -1);
  const yearEnd = yearEndOf(isGiven(account) ? account.value.fiscalYearStartMonth : account, today);
  const dates = datesAhead({ opportunity, activities }, clock, today);
  return {
    seller: { period, lastDay, daysLeft: daysLeft(period, lastDay, today) },
    buyer: {
      yearEnd,
      daysLeft: until(yearEnd, today),
      dates,
      nextDate: nextDate(activities, dates),
    },
    apart: apart(yearEnd, lastDay),
  };
}

function daysLeft(period: Period, lastDay: CivilDate, today: CivilDate): Answer<number> {
  if (today >= period.end) return unanswered('not-recorded', phrase('buyer_period_over', textFigure(period.label)));
  const days = today < period.start ? daysBetween(period.start, period.end) : daysBetween(today, lastDay);
  const end = explained(lastDay, dateFigure(lastDay), phrase('buyer_period_last_day'));
  return explained(days, daysFigure(days), phrase('buyer_days_left_rule'), [term('buyer_period_end', end)]);
}

/** The next last day of a fiscal year that begins in a month, today included. */
function yearEndOf(startMonth: Known<number>, today: CivilDate): Answer<CivilDate> {
  const month = readOr(startMonth, monthFigure, phrase('buyer_year_unknown'));
  if (!isExplained(month)) return month;
  if (!Number.isInteger(month.value) || month.value < 1 || month.value > 12) {
    return unanswered('not-readable', phrase('buyer_year_unreadable'));
  }
  const start = civilDate(`${today.slice(0, 4)}-${String(month.value).padStart(2, '0')}-01`);
  const next = start > today ? start : addMonths(start, 12);
  const end = addDays(next, -1);
  return explained(end, dateFigure(end), phrase('buyer_year_end_rule'), [term('buyer_year_start_month', month)]);
}

function until(yearEnd: Answer<CivilDate>, today: CivilDate): Answer<number> {
  if (!isExplained(yearEnd)) return yearEnd;
  const days = daysBetween(today, yearEnd.value);
  return explained(days, daysFigure(days), phrase('buyer_days_left_rule'), [term('buyer_year_end', yearEnd)]);
}

function apart(yearEnd: Answer<CivilDate>, lastDay: CivilDate): Answer<number> {
  if (!isExplained(yearEnd)) return yearEnd;
  const days = daysBetween(lastDay, yearEnd.value);
  const ours = explained(lastDay, dateFigure(lastDay), phrase('buyer_period_last_day'));
  return explained(days, daysFigure(days), phrase('buyer_apart_rule'), [
    term('buyer_period_end', ours),
    term('buyer_year_end', yearEnd),
  ]);
}

function datesAhead(
  { opportunity, activities }: Pick<Dossier, 'opportunity' | 'activities'>,
  clock: Clock,
  today: CivilDate,
): BuyerDate[] {
  if (!isGiven(activities)) return [];
  return evidence(activities.value, opportunity.createdOn, clock, 1)
    .filter(({ kind, counted, on }) => kind === 'date' && counted && on >= today)
    .map(({ id, on, subject }) => ({ id, on, subject, days: daysBetween(today, on) }))
    .reverse();
}

function nextDate(activities: Dossier['activities'], dates: readonly BuyerDate[]): Answer<CivilDate> {
  if (!isGiven(activities)) return unanswered(activities.missing, phrase('buyer_acts_not_readable'));
  const next = dates[0];
  if (!next) return unanswered('not-recorded', phrase('buyer_no_date_ahead'));
  return explained(next.on, dateFigure(next.on), phrase('buyer_next_date_rule'), [], {
    asOf: activities.asOf,
    sources: [activities.source],
  });
}
