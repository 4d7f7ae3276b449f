import type { Crm } from '../core/model/record-ref';

/** A host of a CRM, with a mark and a name behind it where it serves several organisations, in one container of the browser. */
export type Place = { readonly crm: Crm; readonly host: string; readonly container: string };

export const placeText = ({ container, host }: Pick<Place, 'container' | 'host'>): string =>
  container === '' ? host : `${container}/${host}`;
