import type { Period } from '../../../../core/model/goal';
import { addDays, type CivilDate, parseCivilDate } from '../../../../core/value/civil-date';
import { periodsOf } from '../../../../core/value/fiscal/calendar';
import type { Row } from '../../api/rows';
import { recordId } from '../../ids';

const KINDS: ReadonlyMap<unknown, Period['kind']> = new Map([
  ['Month', 'month'],
  ['Quarter', 'quarter'],
  ['Year', 'year'],
]);

/** The organisation's fiscal periods. Salesforce counts the last day in; the model ends before the day after. */
export function toPeriods(rows: readonly Row[]): Period[] {
  return rows.flatMap((row) => {
    const kind = KINDS.get(row.Type);
    const start = parseCivilDate(row.StartDate);
    const last = parseCivilDate(row.EndDate);
    if (!kind || !start || !last || last < start) return [];
    return [{ kind, start, end: addDays(last, 1), label: labelOf(row, kind, start) }];
  });
}

/**
 * The fiscal periods around a day by the rule of a standard fiscal year, for an organisation whose own calendar cannot be read: twelve
 * months from the start month, named after the year they end in unless the organisation says otherwise. None without a start month.
 */
export function periodsByRule(organisation: Row | undefined, today: CivilDate): Period[] {
  const startMonth = organisation?.FiscalYearStartMonth;
  if (typeof startMonth !== 'number' || !Number.isInteger(startMonth) || startMonth < 1 || startMonth > 12) return [];
  const named = organisation?.UsesStartDateAsFiscalYearName === true ? 'start' : 'end';
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1].flatMap((each) =>
    (['month', 'quarter', 'year'] as const).flatMap((kind) =>
      periodsOf({ kind: 'months', startMonth, named }, each, kind),
    ),
  );
}

/** Kinds of fiscal periods by their ids. */
export function kindsOf(rows: readonly Row[]): Readonly<Record<string, Period['kind']>> {
  return Object.fromEntries(
    rows.flatMap(({ Id, Type }) => {
      const [id, kind] = [recordId(Id), KINDS.get(Type)];
      return id === undefined || !kind ? [] : [[id, kind]];
    }),
  );
}

/** The period that a book is of: the quarter that holds a day; where the calendar has none, the month, then the year. */
export function bookPeriod(periods: readonly Period[], day: CivilDate): Period | undefined {
  return periodAt(periods, 'quarter', day) ?? periodAt(periods, 'month', day) ?? periodAt(periods, 'year', day);
}

/** The period of a kind that holds a day. */
export function periodAt(periods: readonly Period[], kind: Period['kind'], day: CivilDate): Period | undefined {
  return periods.find((period) => period.kind === kind && holds(period, day));
}

export function holds({ start, end }: Period, day: CivilDate): boolean {
  return start <= day && day < end;
}

function labelOf(row: Row, kind: Period['kind'], start: CivilDate): string {
  const full = row.FullyQualifiedLabel;
  if (typeof full === 'string' && full !== '') return full;
  return typeof row.Number === 'number' && kind === 'quarter'
    ? `Q${row.Number} ${start.slice(0, 4)}`
    : start.slice(0, 7);
}
