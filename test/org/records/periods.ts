import { recordId } from '../id';
import type { Row } from '../table';
import { instant, plusDays } from './calendar';

/**
 * `standard`: twelve months from a first one, named by the year it ends in unless told. `custom13`: thirteen periods of four weeks
 * from the Monday nearest to 1 February, in quarters of three, three, three and four; a 53rd week goes to the last period.
 */
export type FiscalYear =
  | { readonly kind: 'standard'; readonly startMonth?: number; readonly namedByStart?: boolean }
  | { readonly kind: 'custom13' };

/** A stretch of the fiscal calendar; `next` is the first day after it. */
export type FiscalPeriod = {
  readonly type: 'Year' | 'Quarter' | 'Month';
  readonly year: number;
  readonly number: number;
  readonly start: string;
  readonly next: string;
  readonly id: string;
};

export type FiscalCalendar = {
  readonly periods: Row[];
  readonly years: Row[];
  readonly all: readonly FiscalPeriod[];
  readonly custom: boolean;
  readonly startMonth: number;
  readonly namedByStart: boolean;
  /** The quarter that holds a day; a day outside of the calendar is in none. */
  readonly quarterOf: (date: string) => FiscalPeriod | undefined;
};

const YEARS_BACK = 3;
const YEARS_AHEAD = 2;

type Stretch = { readonly start: string; readonly next: string };
type Year = Stretch & { readonly quarters: readonly Stretch[]; readonly months: readonly Stretch[] };

/** The fiscal calendar around a day. */
export function fiscalCalendar(today: string, fiscal: FiscalYear = { kind: 'standard' }): FiscalCalendar {
  const custom = fiscal.kind === 'custom13';
  const startMonth = fiscal.kind === 'standard' ? (fiscal.startMonth ?? 1) : 1;
  const namedByStart = fiscal.kind === 'standard' && fiscal.namedByStart === true;
  // The name is the year it ends in, so a year that begins late in one is named after the next.
  const ahead = startMonth > 1 && !namedByStart ? 1 : 0;
  const named = (first: number): Year =>
    custom ? weeks(first) : months(first * 12 + startMonth - 1 - (ahead === 1 ? 12 : 0));
  const year = Number(today.slice(0, 4));
  const since = named(year - YEARS_BACK).start;
  const system = {
    IsDeleted: false,
    CreatedDate: instant(since),
    LastModifiedDate: instant(since),
    SystemModstamp: instant(since),
  };
  const years: Row[] = [];
  const periods: Row[] = [];
  const all: FiscalPeriod[] = [];
  for (let at = year - YEARS_BACK; at <= year + YEARS_AHEAD; at++) {
    const settings = recordId('022', at);
    const shape = named(at);
    const period = (type: FiscalPeriod['type'], number: number, { start, next }: Stretch, label: string) => {
      const id = recordId('026', periods.length + 1);
      all.push({ type, year: at, number, start, next, id });
      periods.push({
        Id: id,
        Type: type,
        StartDate: start,
        EndDate: plusDays(next, -1),
        // Forecasts here are by quarters.
        IsForecastPeriod: type === 'Quarter',
        Number: number,
        PeriodLabel: custom && type === 'Month' ? `P${number}` : null,
        QuarterLabel: custom && type === 'Quarter' ? `Q${number}` : null,
        FullyQualifiedLabel: label,
        FiscalYearSettingsId: settings,
        ...system,
      });
      return id;
    };
    const whole = period('Year', 1, shape, `FY ${at}`);
    for (const [n, stretch] of shape.quarters.entries()) period('Quarter', n + 1, stretch, `FQ${n + 1} FY ${at}`);
    const short = custom ? 'P' : 'FM';
    for (const [n, stretch] of shape.months.entries()) period('Month', n + 1, stretch, `${short}${n + 1} FY ${at}`);
    years.push({
      Id: settings,
      Name: String(at),
      StartDate: shape.start,
      EndDate: plusDays(shape.next, -1),
      IsStandardYear: !custom,
      PeriodId: whole,
      YearType: custom ? 'Custom' : 'Standard',
      QuarterLabelScheme: custom ? 'NumberByYear' : null,
      PeriodLabelScheme: custom ? 'NumberByYear' : null,
      ...system,
    });
  }
  const quarters = all.filter(({ type }) => type === 'Quarter');
  return {
    periods,
    years,
    all,
    custom,
    startMonth,
    namedByStart,
    quarterOf: (date) => quarters.find(({ start, next }) => start <= date && date < next),
  };
}

/** Twelve months from one on, counted from year 0. */
function months(first: number): Year {
  const day = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const stretches = (count: number, length: number) =>
    Array.from({ length: count }, (_, n) => ({ start: day(first + n * length), next: day(first + (n + 1) * length) }));
  return { start: day(first), next: day(first + 12), quarters: stretches(4, 3), months: stretches(12, 1) };
}

function weeks(year: number): Year {
  const [start, next] = [nearestMonday(`${year}-02-01`), nearestMonday(`${year + 1}-02-01`)];
  const edge = (period: number) => (period === 13 ? next : plusDays(start, period * 28));
  return {
    start,
    next,
    quarters: [0, 3, 6, 9].map((first, n) => ({ start: edge(first), next: edge(n === 3 ? 13 : first + 3) })),
    months: Array.from({ length: 13 }, (_, n) => ({ start: edge(n), next: edge(n + 1) })),
  };
}

function nearestMonday(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(date, weekday <= 3 ? -weekday : 7 - weekday);
}
