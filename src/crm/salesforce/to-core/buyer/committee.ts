import type { CommitteeMember } from '../../../../core/model/person';
import { ifGiven, mapKnown, missing } from '../../../../core/value/known';
import type { Row } from '../../api/rows';
import { recordId } from '../../ids';
import { fieldsOf, type ReadAs } from '../field';

/** The contact roles of a deal as its buying committee. Salesforce keeps nobody's influence or support. */
export function toCommittee(rows: readonly Row[], as: ReadAs): CommitteeMember[] {
  return rows.flatMap((row) => {
    const fields = fieldsOf('OpportunityContactRole', row, as);
    const id = recordId(row.ContactId);
    if (id === undefined) return [];
    return [
      {
        contact: {
          id,
          name: ifGiven(fields.text('Contact.Name')) ?? id,
          title: fields.text('Contact.Title'),
          email: fields.text('Contact.Email'),
          accountId: mapKnown(fields.text('Contact.AccountId'), (account) => recordId(account) ?? account),
        },
        role: fields.text('Role'),
        primary: row.IsPrimary === true,
        influence: missing('not-recorded'),
        support: missing('not-recorded'),
      },
    ];
  });
}
