import { list, type Select } from '../api/soql';
import { around } from './around';
import { family, familyDeals, type Line, standings } from './family';

/** Rows of companies around several accounts that one answer holds. */
const MOST_COMPANIES = 2000;

/** What hangs on several deals: the question about one of them, asked of all. */
export function aroundAll(ids: readonly string[]): { around: Select } {
  return { around: { ...around('', true), rest: `WHERE Id IN ${list(ids)}` } };
}

/** The families of several accounts. */
export function familiesOf(line: Line, multiCurrency: boolean): { family: Select; standings: Select; deals: Select } {
  const all = family(line, undefined, multiCurrency);
  return {
    family: { ...all, limit: MOST_COMPANIES },
    standings: standings(line, multiCurrency),
    deals: familyDeals(line, multiCurrency),
  };
}
