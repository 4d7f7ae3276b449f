const DAY = 86_400_000;

/** Midnights of the days asked for so far: a few thousand days are asked for hundreds of thousands of times. */
const midnights = new Map<string, number>();
function midnight(date: string): number {
  const known = midnights.get(date);
  if (known !== undefined) return known;
  const at = Date.parse(date);
  midnights.set(date, at);
  return at;
}

const dates = new Map<number, string>();
export function plusDays(date: string, days: number): string {
  const at = midnight(date) + days * DAY;
  const known = dates.get(at);
  if (known !== undefined) return known;
  const day = new Date(at).toISOString().slice(0, 10);
  dates.set(at, day);
  return day;
}

/** Calendar quarters since year 0. */
export const quarterOf = (date: string): number =>
  Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);

/** First day of a quarter. */
export function quarterStart(quarter: number): string {
  return `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;
}

/**
 * A date moved by whole quarters: the month of the quarter and the day of the month stay what they were, since the booking curve
 * hangs on both. A day that the new month does not have becomes its last one.
 */
export function moveByQuarters(date: string, quarters: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + quarters * 3;
  const [year, month] = [Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(Number(date.slice(8, 10)), last))).toISOString().slice(0, 10);
}

/** Salesforce writes instants without a colon in the offset. `hour` may have a fraction. */
export function instant(date: string, hour = 9): string {
  // A whole hour needs no calendar.
  if (Number.isInteger(hour) && hour >= 0 && hour < 24)
    return `${date}T${String(hour).padStart(2, '0')}:00:00.000+0000`;
  return new Date(midnight(date) + hour * 3_600_000).toISOString().replace('Z', '+0000');
}
