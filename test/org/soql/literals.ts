import type { FiscalCalendar } from '../records/periods';

/** A half-open stretch of days: `[from, to)`, both `YYYY-MM-DD`. */
export type Days = { readonly from: string; readonly to: string };

const DAY = 86_400_000;
const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
const plus = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/**
 * The days a SOQL date literal names. Fiscal ones go by the organisation's calendar, or by the calendar year where there is none.
 * `undefined`: not a literal.
 * Source: SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE".
 */
export function literalDays(literal: string, n: number, today: string, calendar?: FiscalCalendar): Days | undefined {
  const fiscal = /^(THIS|LAST|NEXT|LAST_N|NEXT_N)_FISCAL_(QUARTER|YEAR)S?/i.exec(literal);
  if (fiscal && calendar)
    return fiscalDays(calendar, (fiscal[1] ?? '').toUpperCase(), (fiscal[2] ?? '').toUpperCase(), n, today);
  const [year = 0, month = 0] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  const quarter = Math.floor(month / 3);
  const months = (first: number, count: number): Days => ({
    from: iso(year, first, 1),
    to: iso(year, first + count, 1),
  });
  const weekStart = plus(today, -new Date(`${today}T00:00:00Z`).getUTCDay());
  const name = literal.toUpperCase().replace('_FISCAL_', '_').replace(/:.*/, '').replace('N_FISCAL_', 'N_');
  switch (name) {
    case 'TODAY':
      return { from: today, to: plus(today, 1) };
    case 'YESTERDAY':
      return { from: plus(today, -1), to: today };
    case 'TOMORROW':
      return { from: plus(today, 1), to: plus(today, 2) };
    case 'THIS_WEEK':
      return { from: weekStart, to: plus(weekStart, 7) };
    case 'LAST_WEEK':
      return { from: plus(weekStart, -7), to: weekStart };
    case 'NEXT_WEEK':
      return { from: plus(weekStart, 7), to: plus(weekStart, 14) };
    case 'THIS_MONTH':
      return months(month, 1);
    case 'LAST_MONTH':
      return months(month - 1, 1);
    case 'NEXT_MONTH':
      return months(month + 1, 1);
    case 'THIS_QUARTER':
      return months(quarter * 3, 3);
    case 'LAST_QUARTER':
      return months(quarter * 3 - 3, 3);
    case 'NEXT_QUARTER':
      return months(quarter * 3 + 3, 3);
    case 'THIS_YEAR':
      return months(0, 12);
    case 'LAST_YEAR':
      return months(-12, 12);
    case 'NEXT_YEAR':
      return months(12, 12);
    case 'LAST_90_DAYS':
      return { from: plus(today, -90), to: plus(today, 1) };
    case 'NEXT_90_DAYS':
      return { from: plus(today, 1), to: plus(today, 91) };
    case 'LAST_N_DAYS':
      return { from: plus(today, -n), to: plus(today, 1) };
    case 'NEXT_N_DAYS':
      return { from: plus(today, 1), to: plus(today, n + 1) };
    case 'LAST_N_WEEKS':
      return { from: plus(weekStart, -7 * n), to: weekStart };
    case 'NEXT_N_WEEKS':
      return { from: plus(weekStart, 7), to: plus(weekStart, 7 * (n + 1)) };
    case 'LAST_N_MONTHS':
      return months(month - n, n);
    case 'NEXT_N_MONTHS':
      return months(month + 1, n);
    case 'LAST_N_QUARTERS':
      return months((quarter - n) * 3, 3 * n);
    case 'NEXT_N_QUARTERS':
      return months((quarter + 1) * 3, 3 * n);
    case 'LAST_N_YEARS':
      return months(-12 * n, 12 * n);
    case 'NEXT_N_YEARS':
      return months(12, 12 * n);
    default:
      return undefined;
  }
}

function fiscalDays({ all }: FiscalCalendar, which: string, unit: string, n: number, today: string): Days | undefined {
  const periods = all.filter(({ type }) => type.toUpperCase() === unit);
  const at = periods.findIndex(({ start, next }) => start <= today && today < next);
  const [first, last] = {
    THIS: [at, at],
    LAST: [at - 1, at - 1],
    NEXT: [at + 1, at + 1],
    LAST_N: [at - n, at - 1],
    NEXT_N: [at + 1, at + n],
  }[which] ?? [-1, -1];
  const [from, to] = [periods[Math.max(0, first ?? 0)], periods[Math.min(periods.length - 1, last ?? 0)]];
  return from && to && { from: from.start, to: to.next };
}
