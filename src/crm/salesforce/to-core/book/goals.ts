import type { Goal, Period, Target } from '../../../../core/model/goal';
import type { Rep } from '../../../../core/model/person';
import { ifGiven, isGiven, type Known } from '../../../../core/value/known';
import type { Row } from '../../api/rows';
import { recordId } from '../../ids';
import { fieldsOf, type ReadAs } from '../field';
import { sumOf } from '../sum';
import { holds } from './periods';

/** What a forecast counts, as far as its type's own record tells. */
export type ForecastType = {
  /** The split type whose parts it counts; null where it names none. */
  readonly splitType: string | null;
  /** It forecasts territories, not people. */
  readonly territory: boolean;
};

export type ForecastTypes = Readonly<Record<string, ForecastType>>;

/** @param bodies - rows of `ForecastingType` by id */
export function toForecastTypes(bodies: Readonly<Record<string, Row>>): ForecastTypes {
  return Object.fromEntries(
    Object.entries(bodies).map(([id, row]) => [
      id,
      {
        splitType: recordId(row.OpportunitySplitTypeId) ?? null,
        territory: typeof row.RoleType === 'string' && /^t/i.test(row.RoleType),
      },
    ]),
  );
}

/** What is known beside the quotas themselves. */
export type QuotaSense = {
  readonly period: Period;
  readonly periods: readonly Period[];
  /** Kinds of fiscal periods by id: what a quota is for, its `PeriodId` says. */
  readonly kinds: Readonly<Record<string, Period['kind']>>;
  readonly types: ForecastTypes;
};

/** Goals, and how many quotas are in none because they are a territory's. */
export type QuotaGoals = { readonly goals: readonly Goal[]; readonly ofTerritories: number };

/**
 * A rep's quotas for a period: one goal for each forecast type, product family and unit. An organisation that forecasts by month has
 * three rows for a quarter; they add up. A quota for a year is a goal of that year. Quotas do not roll up in Salesforce: a
 * manager's own row is not the team's sum.
 */
export function toGoals(rows: readonly Row[], rep: Rep, sense: QuotaSense, as: ReadAs): QuotaGoals {
  const goals = new Map<string, Goal>();
  const ofTerritories = new Set<string>();
  for (const row of rows) {
    if (recordId(row.QuotaOwnerId) !== undefined && recordId(row.QuotaOwnerId) !== rep.id) continue;
    const fields = fieldsOf('ForecastingQuota', row, as);
    const start = ifGiven(fields.date('StartDate'));
    const period = start === undefined ? undefined : periodOf(row, start, sense);
    if (period === undefined) continue;
    const type = recordId(row.ForecastingTypeId) ?? ifGiven(fields.text('ForecastingTypeId')) ?? 'quota';
    const family = ifGiven(fields.text('ProductFamily'));
    const counts = row.IsQuantity === true && row.IsAmount !== true;
    const other = period === sense.period ? [] : [period.kind];
    const id = [type, family ?? 'all', counts ? 'count' : 'money', ...other].join(':');
    if (sense.types[type]?.territory || typeof row.Territory2Id === 'string') {
      // The three months of a quarter are one quota, as a rep's own are.
      ofTerritories.add(`${id}:${recordId(row.Territory2Id) ?? ''}`);
      continue;
    }
    const target: Known<Target> = counts ? count(fields.number('QuotaQuantity')) : amount(fields.money('QuotaAmount'));
    const before = goals.get(id);
    goals.set(id, {
      id,
      measure: {
        id,
        name: ifGiven(fields.text('ForecastingType.MasterLabel')) ?? 'ForecastingQuota',
        unit: counts ? 'count' : 'money',
        ...(counts && { counts: 'quantity' as const }),
        filter: family === undefined ? [] : [{ field: 'family', is: [family] }],
      },
      target: before ? both(before.target, target) : target,
      period,
      ownerId: rep.id,
      leads: false,
    });
  }
  return { goals: [...goals.values()], ofTerritories: ofTerritories.size };
}

/** The split type that a rep's book goes by: that of the first money goal's forecast. */
export function splitUse(goals: readonly Goal[], types: ForecastTypes): string | null {
  for (const { id, measure } of goals) {
    const split = types[id.split(':')[0] ?? '']?.splitType;
    if (measure.unit === 'money' && split !== undefined && split !== null) return split;
  }
  return null;
}

/** The period of the goal that a quota belongs to: the one of the book, or the year around it. `undefined`: another one's. */
function periodOf(row: Row, start: Period['start'], { period, periods, kinds }: QuotaSense): Period | undefined {
  const kind = kinds[recordId(row.PeriodId) ?? ''];
  if (kind !== 'year' || period.kind === 'year') return holds(period, start) ? period : undefined;
  return periods.find((one) => one.kind === 'year' && one.start === start && holds(one, period.start));
}

function count(known: Known<number>): Known<Target> {
  return isGiven(known) ? { ...known, value: { unit: 'count', count: known.value } } : known;
}

function amount(known: ReturnType<ReturnType<typeof fieldsOf>['money']>): Known<Target> {
  return isGiven(known) ? { ...known, value: { unit: 'money', amount: known.value } } : known;
}

/** Two parts of one target. Where one of them is missing, or in another currency, so is the whole. */
function both(a: Known<Target>, b: Known<Target>): Known<Target> {
  if (!isGiven(a)) return a;
  if (!isGiven(b)) return b;
  if (a.value.unit === 'count' && b.value.unit === 'count') {
    return { ...a, value: { unit: 'count', count: a.value.count + b.value.count } };
  }
  const sum =
    a.value.unit === 'money' && b.value.unit === 'money' ? sumOf([a.value.amount, b.value.amount]) : undefined;
  if (sum) return { ...a, value: { unit: 'money', amount: sum } };
  return { missing: 'not-readable', source: a.source, asOf: a.asOf };
}
