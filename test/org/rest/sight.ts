import { fieldIsOn, objectIsOn } from '../features';
import type { Organisation } from '../records/organisation';
import type { Sight } from '../soql/scope';
import type { Switches } from '../switches';
import type { Row } from '../table';

/** Fields by which a record goes with the one it hangs on. */
const HANGS_BY = ['Id', 'OpportunityId', 'WhatId', 'RelatedToId', 'QuoteId'];

/** What a user sees: features that are on, fields not hidden from them, records that are shared with them. */
export function sightOf({ features, off, hidden, unshared }: Switches, userId: string, org: Organisation): Sight {
  const keeps = (id: unknown) => {
    if (typeof id !== 'string') return false;
    const only = org.privates.get(id);
    return unshared.has(id) || unshared.has(`${userId}/${id}`) || (only !== undefined && !only.has(userId));
  };
  const anyKept = unshared.size > 0 || [...org.privates.values()].some((only) => !only.has(userId));
  return {
    seesObject: (object) =>
      objectIsOn(features, object) && !off.has(object) && !(object.startsWith('Forecasting') && off.has('Forecasting')),
    seesField: (object, field) =>
      fieldIsOn(features, field) && !hidden.has(`${object}.${field}`) && !hidden.has(`${userId}/${object}.${field}`),
    rowsOf: (object) => {
      // A forecast by splits is there where there are splits.
      if (object === 'ForecastingType' && !features.splits)
        return (row) => (row.OpportunitySplitTypeId ?? null) === null;
      if (!anyKept) return undefined;
      const fields = object === 'Contact' ? [...HANGS_BY, 'AccountId'] : HANGS_BY;
      return (row: Row) => !fields.some((field) => keeps(row[field]));
    },
  };
}
