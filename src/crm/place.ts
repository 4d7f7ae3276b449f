import type { RecordRef } from '../core/model/record-ref';

/**
 * The host of a record and, where it serves several organisations, which of them: in Tryton a database, which is part of the id.
 *
 * @example placeOf(ref) // 'acme.lightning.force.com', 'erp.example:8069#sales'
 */
export function placeOf({ crm, host, id }: RecordRef): string {
  return crm === 'tryton' ? `${host}#${id.slice(0, id.lastIndexOf('.'))}` : host;
}
