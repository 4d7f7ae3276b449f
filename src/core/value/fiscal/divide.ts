import type { Period } from '../../model/goal';
import type { CivilDate } from '../civil-date';
import type { PeriodKind } from './calendar';

/** A fiscal year divided into its periods, by kind. */
export type DividedYear = Readonly<Record<PeriodKind, readonly Period[]>>;

/**
 * A year from the starts of its twelve months (and its end): quarters of three months, halves of six.
 *
 * @param edges - thirteen days, ascending: the starts of months 1..12, and the start of the next year
 */
export function divided(name: string, edges: readonly CivilDate[]): DividedYear {
  const cut = (kind: PeriodKind, months: number, label: (index: number) => string): Period[] => {
    const periods: Period[] = [];
    for (let from = 0; from + months < edges.length; from += months) {
      const [start, end] = [edges[from], edges[from + months]];
      if (start !== undefined && end !== undefined) periods.push({ label: label(from / months + 1), kind, start, end });
    }
    return periods;
  };
  return {
    year: cut('year', 12, () => name),
    half: cut('half', 6, (index) => `${name} H${index}`),
    quarter: cut('quarter', 3, (index) => `${name} Q${index}`),
    month: cut('month', 1, (index) => `${name} P${String(index).padStart(2, '0')}`),
  };
}
