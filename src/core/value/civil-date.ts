import { DomainError } from './domain-error';

/** A day of the calendar, `YYYY-MM-DD`, in nobody's time zone: a close date, the start of a quarter. Sorts as text. */
export type CivilDate = string & { readonly __civilDate: true };

const DAY = 86_400_000;

/** Reads a civil date; `undefined` for anything that is not a day of the Gregorian calendar. */
export function parseCivilDate(text: unknown): CivilDate | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const time = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const date = new Date(time);
  return date.toISOString().slice(0, 10) === text ? (text as CivilDate) : undefined;
}

/** @throws {DomainError} not a day of the calendar */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new DomainError(`not a date: ${JSON.stringify(text)}`);
  return date;
}

/** Days of an era of four hundred years, after which the calendar repeats, and from 0000-03-01 to 1970-01-01. */
const ERA_DAYS = 146_097;
const TO_1970 = 719_468;

/**
 * Days since 1970-01-01. Counted with years that begin in March, so that the leap day is the last: no `Date` is made, for learning
 * the norms asks this a million times.
 *
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil, 2013.
 */
export function dayNumber(date: CivilDate): number {
  const month = number(date, 5, 7);
  const year = number(date, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + number(date, 8, 10) - 1;
  return era * ERA_DAYS + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - TO_1970;
}

function number(date: CivilDate, from: number, to: number): number {
  let read = 0;
  for (let place = from; place < to; place += 1) read = read * 10 + date.charCodeAt(place) - 48;
  return read;
}

/** The day that is so many days after 1970-01-01. */
export function dateOfDayNumber(days: number): CivilDate {
  return new Date(days * DAY).toISOString().slice(0, 10) as CivilDate;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of the month so many months later, or that month's last day where it is shorter. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(Number(date.slice(8, 10)), last)))
    .toISOString()
    .slice(0, 10) as CivilDate;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function isoWeekday(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The earlier of two dates. */
export function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** The later of two dates. */
export function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}
