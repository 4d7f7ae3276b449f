import type { Crm } from '../core/model/record-ref';
import type { CrmAdapter } from './port';
import { salesforce } from './salesforce/adapter';
import { tryton } from './tryton/adapter';

/** The CRMs that can be reached. */
export const ADAPTERS: Readonly<Record<Crm, CrmAdapter>> = { salesforce, tryton };
