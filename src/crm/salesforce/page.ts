import type { RecordKind } from '../../core/model/record-ref';
import type { PagePattern } from '../page-pattern';
import { isLightningHost } from './hosts';
import { keyPrefix, recordId } from './ids';

/** A record page of Lightning, with or without the object's name: shown, edited, or one of its related lists in full. */
const RECORD =
  /^\/lightning\/r\/(?:([A-Za-z0-9_]+)\/)?([A-Za-z0-9]{15,18})(?:\/(?:view|edit|related\/[^/]+\/view))?\/?$/;

/** A form that stands in a window over a record; the record is in its `backgroundContext`. */
const FORM = /^\/lightning\/o\/[A-Za-z0-9_]+\/new\/?$/;

const KINDS: Readonly<Record<string, readonly [object: string, kind: RecordKind]>> = {
  '006': ['Opportunity', 'opportunity'],
  '001': ['Account', 'account'],
};

export const salesforcePages: PagePattern = {
  hostPattern: 'https://*.lightning.force.com/*',
  hasHost: isLightningHost,
  recordAt(url) {
    if (url.protocol !== 'https:' || url.port !== '' || !isLightningHost(url.hostname)) return undefined;
    const behind = FORM.test(url.pathname) ? url.searchParams.get('backgroundContext') : null;
    const parts = RECORD.exec(behind ?? url.pathname);
    const id = recordId(parts?.[2]);
    const kind = id === undefined ? undefined : KINDS[keyPrefix(id)];
    if (id === undefined || !kind) return undefined;
    if (parts?.[1] !== undefined && parts[1] !== kind[0]) return undefined;
    return { crm: 'salesforce', host: url.hostname, kind: kind[1], id };
  },
};
