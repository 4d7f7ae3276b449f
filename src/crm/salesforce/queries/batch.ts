import type { CivilDate } from '../../../core/value/civil-date';
import { list, type Select } from '../api/soql';
import { around, competitors, splits } from './around';
import { family, overdue, standings } from './organisation';

/** Rows of companies around several accounts that one answer holds. */
const MOST_COMPANIES = 2000;

/** What hangs on several deals: the questions about one of them, asked of all. */
export function aroundAll(ids: readonly string[]): { around: Select; splits: Select; competitors: Select } {
  const withDeal = (select: Select): Select => ({
    ...select,
    fields: [...select.fields, 'OpportunityId'],
    rest: `WHERE OpportunityId IN ${list(ids)}`,
  });
  return {
    around: { ...around(''), rest: `WHERE Id IN ${list(ids)}` },
    splits: withDeal(splits('')),
    competitors: withDeal(competitors('')),
  };
}

/** The families of several accounts. */
export function familiesOf(
  chain: readonly string[],
  today: CivilDate,
): { family: Select; standings: Select; overdue: Select } {
  const all = family(chain);
  return {
    family: { ...all, rest: all.rest.replace(/LIMIT \d+$/, `LIMIT ${MOST_COMPANIES}`) },
    standings: standings(chain),
    overdue: overdue(chain, today),
  };
}
