import type { Select } from '../api/soql';
import { list, literal } from '../api/soql';
import { events, tasks } from './around';

/** People whose meetings and tasks are looked at for one deal. */
const MOST_PEOPLE = 60;

/** Of each of them, so many. */
const MOST_ACTS = 10;

/**
 * What was recorded with people and with no deal: with those of a buying committee, and with the others at the account; and in
 * which other open deals each has a part. A mail among it is a task, which does not say who wrote it: the mail itself hangs on no
 * contact, and finding it (`EmailMessageRelation`) would be a question of its own in a call that is full.
 *
 * @param fields - those of contacts that the user may see, where known
 */
export function people(
  deal: string,
  committee: readonly string[],
  account: string | undefined,
  fields: readonly string[] | undefined,
): Select | undefined {
  const who = [
    ...(committee.length > 0 ? [`Id IN ${list(committee.slice(0, MOST_PEOPLE))}`] : []),
    ...(account === undefined ? [] : [`AccountId = ${literal(account)}`]),
  ];
  if (who.length === 0) return undefined;
  const ofNoDeal = account === undefined ? 'WhatId = null' : `(WhatId = null OR WhatId = ${literal(account)})`;
  return {
    object: 'Contact',
    fields: ['Id', 'Name', 'Email', 'AccountId'],
    children: [
      tasks(MOST_ACTS, ofNoDeal),
      events(MOST_ACTS, ofNoDeal),
      {
        relation: 'OpportunityContactRoles',
        object: 'OpportunityContactRole',
        fields: ['OpportunityId'],
        needs: ['OpportunityId'],
        rest: `WHERE Opportunity.IsClosed = false AND OpportunityId != ${literal(deal)} LIMIT 10`,
      },
    ],
    rest: `WHERE ${who.join(' OR ')}`,
    // A condition on what is not there would be refused, and nobody asks why.
    ...(fields?.includes('LastActivityDate') && {
      order: { field: 'LastActivityDate', text: 'LastActivityDate DESC NULLS LAST' },
    }),
    limit: MOST_PEOPLE,
    optional: true,
  };
}
