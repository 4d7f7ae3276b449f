import type { Crm } from '../core/model/record-ref';
import type { Origins } from './origin';
import { apiHost } from './salesforce/hosts';
import { SALESFORCE_ORIGINS } from './salesforce/origins';
import { TRYTON_ORIGINS } from './tryton/origins';

/** The origins of every adapter. A part of the manifest; the content script has no use for it. */
export const ORIGINS: Readonly<Record<Crm, Origins>> = {
  salesforce: SALESFORCE_ORIGINS,
  tryton: TRYTON_ORIGINS,
};

/**
 * What leave a page's host needs besides its own: its CRM's API, where that answers on another host.
 *
 * @example originsBehind('acme.lightning.crmforce.mil') // ['https://acme.my.salesforce.mil/*']
 */
export function originsBehind(host: string): readonly string[] {
  const api = apiHost(host);
  return api === undefined || api === host ? [] : [`https://${api}/*`];
}
