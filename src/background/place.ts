import type { Crm } from '../core/model/record-ref';

/** A host of a CRM, with a mark and a name behind it where it serves several organisations, in one container of the browser. */
export type Place = { readonly crm: Crm; readonly host: string; readonly container: string };

/** @example placeText({ container: 'firefox-container-2', host: 'acme.lightning.force.com' }) // 'firefox-container-2/acme.lightning…' */
export const placeText = ({ container, host }: Pick<Place, 'container' | 'host'>): string =>
  container === '' ? host : `${container}/${host}`;

/** The host of a place that was written so, without the container it was reached in and the organisation it serves. */
export function hostOfPlace(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1).split('#')[0] ?? '';
}
