import type { Goal, Period, Target } from '../../../core/model/goal';
import type { Rep } from '../../../core/model/person';
import { ifGiven, isGiven, type Known } from '../../../core/value/known';
import { add } from '../../../core/value/money';
import type { Row } from '../api/rows';
import { fieldsOf, type ReadAs } from './field';
import { holds } from './periods';

/**
 * A rep's quotas for a period: one goal for each forecast type and product family. An organisation that forecasts by month
 * has three rows for a quarter; they add up. Quotas do not roll up in Salesforce: a manager's own row is not the team's sum.
 */
export function toGoals(rows: readonly Row[], rep: Rep, period: Period, as: ReadAs): Goal[] {
  const goals = new Map<string, Goal>();
  for (const row of rows) {
    const fields = fieldsOf('ForecastingQuota', row, as);
    const start = ifGiven(fields.date('StartDate'));
    if (start === undefined || !holds(period, start)) continue;
    const family = ifGiven(fields.text('ProductFamily'));
    const counts = row.IsQuantity === true && row.IsAmount !== true;
    const type = ifGiven(fields.text('ForecastingTypeId')) ?? 'quota';
    const id = [type, family ?? 'all', counts ? 'count' : 'money'].join(':');
    const target: Known<Target> = counts ? count(fields.number('QuotaQuantity')) : amount(fields.money('QuotaAmount'));
    const before = goals.get(id);
    goals.set(id, {
      id,
      measure: {
        id,
        name: ifGiven(fields.text('ForecastingType.MasterLabel')) ?? 'ForecastingQuota',
        unit: counts ? 'count' : 'money',
        filter: family === undefined ? [] : [{ field: 'Product2.Family', is: [family] }],
      },
      target: before ? both(before.target, target) : target,
      period,
      ownerId: rep.id,
      leads: false,
    });
  }
  return [...goals.values()];
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
  if (a.value.unit === 'money' && b.value.unit === 'money' && a.value.amount.currency === b.value.amount.currency) {
    return { ...a, value: { unit: 'money', amount: add(a.value.amount, b.value.amount) } };
  }
  return { missing: 'not-readable', source: a.source, asOf: a.asOf };
}
