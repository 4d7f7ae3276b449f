import type { CommitteeMember } from '../../../core/model/person';
import { given, ifGiven, type Known, missing } from '../../../core/value/known';
import { isId, type Row } from '../api/rows';
import { recordId } from '../ids';
import { fieldsOf, type ReadAs, unkept } from './field';

export const MECHANISM_FIELDS = ['party', 'type', 'name', 'value'];

/** A person's name with what they are in brackets: `Hiro Pryce (Head of Procurement)`. */
const NAMED = /^(.+?)\s*[([]([^)\]]+)[)\]]\s*$/;

/**
 * The buyer's people. Tryton keeps no committee: it keeps ways of reaching people at a party, each with a free name, and lets one of
 * them be the opportunity's contact. The people are those with a name among the party's, each once, and what stands in brackets
 * behind a name is what they are; the opportunity's own contact is the primary one.
 *
 * @param contact - the opportunity's own, by its id
 */
export function toCommittee(rows: readonly Row[], contact: unknown, database: string, as: ReadAs): CommitteeMember[] {
  const people = new Map<string, CommitteeMember>();
  for (const row of rows) {
    const fields = fieldsOf('party.contact_mechanism', row, as);
    const written = ifGiven(fields.text('name'));
    if (written === undefined || !isId(row.id)) continue;
    const [, name = written, role] = NAMED.exec(written) ?? [];
    const before = people.get(name);
    const source = { kind: 'crm', field: 'party.contact_mechanism.name', record: String(row.id) } as const;
    const told: Known<string> =
      role === undefined ? missing('not-recorded', source, as.asOf) : given(role, source, as.asOf);
    const mail = row.type === 'email' ? fields.text('value') : undefined;
    const accountId = fields.link('party');
    people.set(name, {
      contact: {
        id: before?.contact.id ?? recordId(database, row.id),
        name,
        title: before && role === undefined ? before.contact.title : told,
        email: mail ?? before?.contact.email ?? missing('not-recorded', source, as.asOf),
        accountId: 'value' in accountId ? { ...accountId, value: recordId(database, accountId.value) } : accountId,
      },
      role: before && role === undefined ? before.role : told,
      primary: (before?.primary ?? false) || row.id === contact,
      influence: unkept('influence', as.asOf),
      support: unkept('support', as.asOf),
    });
  }
  return [...people.values()];
}
