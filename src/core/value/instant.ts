import type { CivilDate } from './civil-date';
import { DomainError } from './domain-error';

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. Sorts as text. */
export type Instant = string & { readonly __instant: true };

/** Milliseconds since 1970 as an instant. @throws {DomainError} not a time a calendar can hold */
export function instantOf(milliseconds: number): Instant {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) throw new DomainError(`not a time: ${milliseconds}`);
  return date.toISOString() as Instant;
}

/**
 * Reads an instant in any ISO 8601 form with an offset, also Salesforce's without a colon (`+0000`).
 * `undefined` for anything else.
 */
export function parseInstant(text: unknown): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  if (!parts) return undefined;
  const offset = parts[2] === 'Z' ? 'Z' : `${parts[2]?.slice(0, 3)}:${parts[2]?.slice(-2)}`;
  const time = Date.parse(`${parts[1]}${offset}`);
  return Number.isNaN(time) ? undefined : instantOf(time);
}

/** Milliseconds from `from` to `to`. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** The older of two ages; what is unknown does not count. */
export function oldest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

/**
 * The civil date that a clock in a time zone shows at an instant.
 *
 * @param zone - IANA name, `Europe/Berlin`
 * @throws {RangeError} an unknown zone
 */
export function civilDateAt(instant: Instant, zone: string): CivilDate {
  return calendarIn(zone)(instant);
}

/**
 * The civil dates of many instants in one time zone; what {@link civilDateAt} says, without building a calendar for each.
 *
 * @param zone - IANA name, `Europe/Berlin`
 * @throws {RangeError} an unknown zone
 */
export function calendarIn(zone: string): (instant: Instant) => CivilDate {
  const calendar =
    calendars.get(zone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(zone, calendar);
  return (instant) => calendar.format(new Date(instant)).padStart(10, '0') as CivilDate;
}

/** Calendars already built: one costs more than a thousand dates. A zone always has the same one, so nothing else is kept. */
const calendars = new Map<string, Intl.DateTimeFormat>();
