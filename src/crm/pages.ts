import type { RecordRef } from '../core/model/record-ref';
import type { PagePattern } from './page-pattern';
import { salesforcePages } from './salesforce/page';
import { trytonPages } from './tryton/page';

/** The page patterns of every adapter. */
export const PAGES: readonly PagePattern[] = [salesforcePages, trytonPages];

/** The record that a page of this address shows; `undefined` where it shows none that we know. */
export function recordAt(address: string): RecordRef | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  // A host that belongs to one CRM is never taken for another's.
  const owner = PAGES.find(({ hasHost }) => hasHost?.(url.hostname)) ?? PAGES.find(({ hasHost }) => hasHost === null);
  return owner?.recordAt(url);
}

/** Whether a host belongs to a CRM that there is an adapter for. One that the user runs himself does not show. */
export function isCrmHost(host: string): boolean {
  return PAGES.some(({ hasHost }) => hasHost?.(host));
}
