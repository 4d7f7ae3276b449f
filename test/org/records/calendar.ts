const DAY = 86_400_000;

export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

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
  return new Date(Date.parse(date) + hour * 3_600_000).toISOString().replace('Z', '+0000');
}
