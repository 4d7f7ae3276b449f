import type { TeamMember } from '../../../core/model/person';
import type { Quote } from '../../../core/model/quote';
import { ifGiven, isGiven } from '../../../core/value/known';
import type { Row } from '../api/rows';
import { recordId } from '../ids';
import { fieldsOf, type ReadAs } from './field';

/** Offers made for a deal. The one that syncs is the one its amount follows. */
export function toQuotes(rows: readonly Row[], as: ReadAs): Quote[] {
  return rows.flatMap((row) => {
    const fields = fieldsOf('Quote', row, as);
    const id = recordId(row.Id);
    const number = fields.text('QuoteNumber');
    const name = ifGiven(fields.text('Name')) ?? ifGiven(number);
    if (id === undefined || name === undefined) return [];
    const all = fields.money('GrandTotal');
    return [
      {
        id,
        name,
        number,
        status: fields.text('Status'),
        amount: isGiven(all) ? all : fields.money('TotalPrice'),
        expires: fields.date('ExpirationDate'),
        primary: row.IsSyncing === true,
      },
    ];
  });
}

/** Colleagues on a deal. */
export function toTeam(rows: readonly Row[], as: ReadAs): TeamMember[] {
  return rows.flatMap((row) => {
    const fields = fieldsOf('OpportunityTeamMember', row, as);
    const id = recordId(row.UserId);
    return id === undefined
      ? []
      : [{ rep: { id, name: ifGiven(fields.text('User.Name')) ?? id }, role: fields.text('TeamMemberRole') }];
  });
}
