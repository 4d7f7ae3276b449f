import { withChecksum } from '../id';
import { OBJECTS } from '../schema';
import type { Row, Table, Value } from '../table';
import { follow } from './following';
import type { Organisation } from './organisation';

/** Fields by which a record goes where its master goes. */
const GOES_WITH: Readonly<Record<string, readonly string[]>> = {
  '001': ['AccountId'],
  '003': ['ContactId'],
  '006': ['OpportunityId', 'WhatId', 'RelatedToId'],
  '0Q0': ['QuoteId'],
};

/**
 * Somebody deletes a record, and what hangs on it goes along. It stays in the recycle bin, where `queryAll` sees it, unless it is
 * emptied.
 *
 * @throws {Error} no such record
 */
export function remove(organisation: Organisation, id: string, emptied = false, alone = true): void {
  const { table, row } = find(organisation, id);
  const at = organisation.now().replace('Z', '+0000');
  const fields = GOES_WITH[id.slice(0, 3)] ?? [];
  for (const other of organisation.tables.values()) {
    for (const { name } of other.object.fields.filter((field) => fields.includes(field.name))) {
      for (const child of [...other.where(name, row.Id ?? null)])
        if (child.Id !== row.Id) remove(organisation, String(child.Id), emptied, false);
    }
  }
  if (emptied) table.drop(row);
  else if (row.IsDeleted !== true) table.update(row, { IsDeleted: true, LastModifiedDate: at, SystemModstamp: at });
  // What goes with its deal changes nothing of it.
  if (alone && table.object.name === 'OpportunityLineItem')
    follow('OpportunityLineItem', row, undefined, { organisation, userId: String(row.OwnerId ?? ''), now: at });
}

/**
 * Somebody merges two accounts or two contacts: all that led to the one leads to the other, and the one is deleted, naming the
 * other as its master.
 *
 * @throws {Error} no such records, or of two kinds
 */
export function merge(organisation: Organisation, into: string, from: string): void {
  const [master, loser] = [find(organisation, into), find(organisation, from)];
  if (master.table !== loser.table) throw new Error('only records of one object can be merged');
  const at = organisation.now().replace('Z', '+0000');
  const stamps = { LastModifiedDate: at, SystemModstamp: at };
  const object = master.table.object.name;
  for (const table of organisation.tables.values()) {
    for (const { name, targets = [] } of table.object.fields) {
      if (!targets.includes(object)) continue;
      for (const row of [...table.where(name, loser.row.Id ?? null)])
        table.update(row, { [name]: (master.row.Id ?? null) as Value, ...stamps });
    }
  }
  master.table.update(master.row, stamps);
  loser.table.update(loser.row, { IsDeleted: true, MasterRecordId: master.row.Id ?? null, ...stamps });
}

function find(organisation: Organisation, id: string): { readonly table: Table; readonly row: Row } {
  const full = id.length === 15 ? withChecksum(id) : id;
  const object = [...OBJECTS.values()].find(({ prefix }) => full.startsWith(prefix));
  const table = organisation.tables.get(object?.name.toLowerCase() ?? '');
  const row = table?.byId(full);
  if (!table || !row) throw new Error(`no record ${id}`);
  return { table, row };
}
