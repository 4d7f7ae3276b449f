import type { RecordRef } from '../core/model/record-ref';
import { type Database, type Owned, ownedText } from './schema';

/** Where everything that came from a CRM is kept. */
export const FROM_CRM = [
  'dossiers',
  'lines',
  'companies',
  'books',
  'norms',
  'snapshots',
  'connections',
  'syncs',
] as const;

/** What any row of these says of whose it is and where it was found. */
type Row = Partial<Owned> & { readonly key?: Owned; readonly ref?: RecordRef; readonly host?: string };

/**
 * Drops what was read from one host of a CRM's pages: its connections, the records that were found there, and all of those users whom
 * no other host leads to. With it go the calls to that host and their log.
 *
 * @param forgot - told before anything is dropped of the host, and of whom all of it will be, as `ownedText` writes it
 */
export async function forgetHostIn(database: Database, host: string, forgot: (what: string) => void): Promise<void> {
  forgot(host);
  const connections = await database.getAll('connections');
  const elsewhere = new Set(connections.filter((one) => !isAt(host, one)).map((one) => ownedText(one)));
  const gone = new Set(connections.map((one) => ownedText(one)).filter((owner) => !elsewhere.has(owner)));
  for (const owner of gone) forgot(owner);
  const transaction = database.transaction([...FROM_CRM, 'calls', 'reads'] as const, 'readwrite');
  for (const name of FROM_CRM) {
    for (let at = await transaction.objectStore(name).openCursor(); at; at = await at.continue()) {
      const row: Row = at.value;
      const owner = ownerOf(row);
      const isGone = owner !== null && (gone.has(ownedText(owner)) || isNamedBy(host, owner));
      if (isGone || isAt(host, row) || row.ref?.host === host) await at.delete();
    }
  }
  const [hostname = ''] = host.split(':');
  await transaction.objectStore('calls').delete(hostname);
  for (let at = await transaction.objectStore('reads').openCursor(); at; at = await at.continue()) {
    if (at.value.host === hostname) await at.delete();
  }
  await transaction.done;
}

function ownerOf({ key, crm, organisation, user }: Row): Owned | null {
  if (key) return key;
  return crm === undefined || organisation === undefined || user === undefined ? null : { crm, organisation, user };
}

/** Whether a connection is to this host, in whichever container and whichever of several organisations there. */
function isAt(host: string, { host: place }: Pick<Row, 'host'>): boolean {
  return place !== undefined && place.slice(place.indexOf('/') + 1).split('#')[0] === host;
}

/** An organisation that a company runs itself is named by its host. */
function isNamedBy(host: string, { organisation }: Owned): boolean {
  return organisation === host || organisation.startsWith(`${host}#`);
}
