import { recordId } from '../id';
import type { Row } from '../table';
import { instant, plusDays, quarterOf, quarterStart } from './calendar';

const YEARS_BACK = 3;
const YEARS_AHEAD = 2;

/** A standard fiscal calendar: the calendar year, its quarters and months. */
export function fiscalCalendar(today: string): {
  readonly periods: Row[];
  readonly years: Row[];
  readonly quarterId: (start: string) => string;
} {
  const year = Number(today.slice(0, 4));
  const since = `${year - YEARS_BACK}-01-01`;
  const system = {
    IsDeleted: false,
    CreatedDate: instant(since),
    LastModifiedDate: instant(since),
    SystemModstamp: instant(since),
  };
  const years: Row[] = [];
  const periods: Row[] = [];
  const quarterIds = new Map<string, string>();
  for (let at = year - YEARS_BACK; at <= year + YEARS_AHEAD; at++) {
    const settings = recordId('022', at);
    years.push({
      Id: settings,
      Name: String(at),
      StartDate: `${at}-01-01`,
      EndDate: `${at}-12-31`,
      IsStandardYear: true,
      ...system,
    });
    const period = (Type: string, n: number, StartDate: string, next: string, label: string): Row => ({
      Id: recordId('026', periods.length + 1),
      Type,
      StartDate,
      EndDate: plusDays(next, -1),
      IsForecastPeriod: true,
      Number: n,
      PeriodLabel: null,
      QuarterLabel: null,
      FullyQualifiedLabel: label,
      FiscalYearSettingsId: settings,
      ...system,
    });
    periods.push(period('Year', 1, `${at}-01-01`, `${at + 1}-01-01`, `FY ${at}`));
    for (let n = 0; n < 4; n++) {
      const start = quarterStart(at * 4 + n);
      const row = period('Quarter', n + 1, start, quarterStart(at * 4 + n + 1), `FQ${n + 1} FY ${at}`);
      quarterIds.set(start, String(row.Id));
      periods.push(row);
    }
    for (let n = 0; n < 12; n++) {
      const start = `${at}-${String(n + 1).padStart(2, '0')}-01`;
      const next = n === 11 ? `${at + 1}-01-01` : `${at}-${String(n + 2).padStart(2, '0')}-01`;
      periods.push(period('Month', n + 1, start, next, `FM${n + 1} FY ${at}`));
    }
  }
  return { periods, years, quarterId: (start) => quarterIds.get(start) ?? '' };
}

/** How much more than the quarter before a rep is asked for. */
const STRETCH = 1.1;

/**
 * Quotas: the set has none. Derived: what a rep won in the quarter before, and a tenth more; a manager's is the sum over the
 * team. Who won nothing then has no quota.
 */
export function quotas(
  won: readonly { readonly rep: string; readonly on: string; readonly value: number }[],
  teams: ReadonlyMap<string, string>,
  today: string,
  ids: { readonly user: (name: string) => string; readonly quarter: (start: string) => string; readonly type: string },
): Row[] {
  const wonIn = new Map<string, number>();
  for (const { rep, on, value } of won) {
    const key = `${rep}/${quarterOf(on)}`;
    wonIn.set(key, (wonIn.get(key) ?? 0) + value);
  }
  const rows: Row[] = [];
  for (let quarter = quarterOf(today) - 3; quarter <= quarterOf(today); quarter++) {
    const start = quarterStart(quarter);
    const set = instant(start, 8);
    const quota = (owner: string, amount: number) => {
      if (amount <= 0) return;
      rows.push({
        Id: recordId('0J9', rows.length + 1),
        QuotaOwnerId: ids.user(owner),
        ForecastingTypeId: ids.type,
        PeriodId: ids.quarter(start),
        StartDate: start,
        QuotaAmount: Math.round(amount * 100) / 100,
        QuotaQuantity: null,
        IsAmount: true,
        IsQuantity: false,
        ProductFamily: null,
        IsDeleted: false,
        CreatedDate: set,
        LastModifiedDate: set,
        SystemModstamp: set,
      });
    };
    const team = new Map<string, number>();
    for (const [rep, manager] of teams) {
      const amount = (wonIn.get(`${rep}/${quarter - 1}`) ?? 0) * STRETCH;
      quota(rep, amount);
      team.set(manager, (team.get(manager) ?? 0) + amount);
    }
    for (const [manager, amount] of team) quota(manager, amount);
  }
  return rows;
}
