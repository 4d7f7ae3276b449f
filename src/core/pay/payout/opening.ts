import { ZERO } from '../../value/decimal';
import type { MeasureState } from './crediting/measure-state';
import type { Work } from './work';

/** The same year as it stood before this period: no deals of its own. For what earlier periods must have paid. */
export function withoutPeriod(work: Work): Work {
  const measures = new Map<string, MeasureState>();
  for (const [id, state] of work.measures) {
    measures.set(id, { ...state, entries: [], axis: ZERO, base: ZERO, quotaToDate: before(state) });
  }
  return { ...work, items: [], measures, lines: [] };
}

function before(state: MeasureState): MeasureState['quotaToDate'] {
  const { quota, quotaToDate } = state;
  if (quotaToDate.amount === null || quota.amount === null) return quotaToDate;
  const amount = quotaToDate.amount.minus(quota.amount);
  return amount.lte(0) ? quotaToDate : { full: amount, amount };
}
