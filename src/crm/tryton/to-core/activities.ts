import type { Activity } from '../../../core/model/activity';
import type { CommitteeMember } from '../../../core/model/person';
import { given, ifGiven } from '../../../core/value/known';
import { isId, type Row } from '../api/rows';
import { recordId } from '../ids';
import { fieldsOf, type ReadAs } from './field';

export const NOTE_FIELDS = ['message', 'create_date', 'create_uid', 'create_uid.rec_name'];

/**
 * The notes on a deal, newest first. A note is what somebody of ours has written down: whatever it tells of the buyer is the seller's
 * word, and no act of the buyer's. Whose names it holds, it is about.
 */
export function toActivities(
  rows: readonly Row[],
  people: readonly CommitteeMember[],
  database: string,
  as: ReadAs,
): Activity[] {
  return rows
    .flatMap((row): Activity[] => {
      const fields = fieldsOf('ir.note', row, as);
      const at = ifGiven(fields.instant('create_date'));
      if (!isId(row.id) || at === undefined) return [];
      const message = ifGiven(fields.text('message')) ?? '';
      return [
        {
          id: recordId(database, row.id),
          kind: 'note',
          subject: fields.text('message'),
          at,
          by: 'seller',
          planned: false,
          contactIds: people.filter(({ contact }) => message.includes(contact.name)).map(({ contact }) => contact.id),
          tie: 'deal',
          otherDeals: given(0, { kind: 'derived', rule: 'recorded on the deal itself' }, as.asOf),
        },
      ];
    })
    .sort((a, b) => (a.at > b.at ? -1 : 1));
}
