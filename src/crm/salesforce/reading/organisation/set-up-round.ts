import type { CivilDate } from '../../../../core/value/civil-date';
import type { CrmFacts } from '../../../port';
import { CURRENCIES, periods, STAGES } from '../../queries/organisation';
import type { Wanted } from '../slots';
import { DESCRIBED } from './described';

/** Records that tell how the organisation is set up, and what is there to be asked. */
export function setUpParts({ user, organisation }: CrmFacts): Readonly<Record<string, string>> {
  return {
    user: `/sobjects/User/${user}`,
    organisation: `/sobjects/Organization/${organisation}`,
    ...Object.fromEntries(DESCRIBED.map((object) => [`describe${object}`, `/sobjects/${object}/describe`])),
  };
}

/** Questions about the organisation's set-up; that of currencies is refused where there is only one. */
export function setUpWanted(today: CivilDate): Wanted {
  return [
    ['periods', periods(today)],
    ['stages', STAGES],
    ['currencies', CURRENCIES],
  ];
}
