import type { Crm } from '../core/model/record-ref';
import type { Origins } from './origin';
import { SALESFORCE_ORIGINS } from './salesforce/origins';
import { TRYTON_ORIGINS } from './tryton/origins';

/** The origins of every adapter. A part of the manifest; the content script has no use for it. */
export const ORIGINS: Readonly<Record<Crm, Origins>> = {
  salesforce: SALESFORCE_ORIGINS,
  tryton: TRYTON_ORIGINS,
};
