import type { RecordRef } from '../../../core/model/record-ref';
import { isCrmHost } from '../../../crm/pages';

/** What the browser says of who opened a port. */
export type Sender = {
  readonly origin?: string;
  readonly url?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number; readonly url?: string; readonly cookieStoreId?: string };
};

/** A page of ours that asks: a tab of the extension, or the panel's frame inside a tab of the CRM. */
export type Asker = {
  /** Host of the CRM's tab that the frame is in; null for a tab of our own. */
  readonly inside: string | null;
  readonly tabId: number | null;
  /** Container of the tab, in browsers that have them; else ''. */
  readonly container: string;
};

/** Who asks; `undefined` for anybody but pages of the extension itself: a content script has its page's origin. */
export function askerOf(sender: Sender | undefined, ownOrigin: string): Asker | undefined {
  const origin = sender?.origin ?? (sender?.url === undefined ? undefined : originOf(sender.url));
  if (!sender || origin !== ownOrigin) return undefined;
  const tabUrl = sender.tab?.url;
  const framed = sender.frameId !== undefined && sender.frameId !== 0;
  const inOwnTab = tabUrl !== undefined && originOf(tabUrl) === ownOrigin;
  const asker = { tabId: sender.tab?.id ?? null, container: sender.tab?.cookieStoreId ?? '' };
  if (!framed || inOwnTab) return { ...asker, inside: null };
  return { ...asker, inside: tabUrl === undefined ? '' : hostOf(tabUrl) };
}

/** Whether the user has connected a site with a CRM of the company's own. */
export type IsConnected = (host: string) => Promise<boolean>;

/**
 * Whether this page may ask for that record: one on a CRM's host and, inside a CRM's tab, on that tab's own host.
 *
 * @param isConnected - whether the user has connected a host that a CRM of his own stands on
 */
export async function mayAsk(
  { inside }: Asker,
  { host }: Pick<RecordRef, 'host'>,
  isConnected: IsConnected,
): Promise<boolean> {
  return (inside === null || inside === host) && (isCrmHost(host) || (await isConnected(host)));
}

/** `URL.origin` is `null` for the extension's own scheme in some engines: put together by hand. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}
