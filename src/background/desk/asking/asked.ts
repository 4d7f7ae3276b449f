import type { RecordRef } from '../../../core/model/record-ref';
import { placeOf } from '../../../crm/place';
import type { Place } from '../../place';
import { BadRequest, refIn } from './requests';
import { type Asker, type IsConnected, mayAsk } from './sender';

/** A record that a page asks about, and where its CRM is reached from that page. */
export type Asked = { readonly ref: RecordRef; readonly place: Place };

/** Where a record's CRM is reached from a page. */
export function placeFor({ container }: Pick<Asker, 'container'>, ref: RecordRef): Place {
  return { crm: ref.crm, host: placeOf(ref), container };
}

/** @throws {BadRequest} the request names no record, or none that this page may ask about */
export async function askedBy(asker: Asker, request: unknown, isConnected: IsConnected): Promise<Asked> {
  const ref = refIn(request);
  if (!(await mayAsk(asker, ref, isConnected))) throw new BadRequest('not a record of this page');
  return { ref, place: placeFor(asker, ref) };
}
