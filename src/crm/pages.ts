import type { RecordRef } from '../core/model/record-ref';
import type { PagePattern } from './page-pattern';
import { salesforcePages } from './salesforce/page';

/** The page patterns of every adapter. */
export const PAGES: readonly PagePattern[] = [salesforcePages];

/** The record that a page of this address shows; `undefined` where it shows none that we know. */
export function recordAt(address: string): RecordRef | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const { recordAt } of PAGES) {
    const ref = recordAt(url);
    if (ref) return ref;
  }
  return undefined;
}

/** Whether a host belongs to a CRM that there is an adapter for. */
export function isCrmHost(host: string): boolean {
  return PAGES.some(({ hasHost }) => hasHost(host));
}
