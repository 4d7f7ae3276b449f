import type { PagePattern } from './page-pattern';
import { salesforcePages } from './salesforce/page';
import { trytonPages } from './tryton/page';

/** The page patterns of every adapter. */
const PAGES: readonly PagePattern[] = [salesforcePages, trytonPages];

/** Whether a host belongs to a CRM that there is an adapter for. One that the user runs himself does not show. */
export function isCrmHost(host: string): boolean {
  return PAGES.some(({ hasHost }) => hasHost?.(host));
}
