import type { Origins } from '../origin';
import { HOST_KINDS } from './hosts';

/** What nearly every organisation stands on. */
const ALWAYS: ReadonlySet<string> = new Set(['lightning.force.com', 'my.salesforce.com']);

/** The origins of Salesforce's pages and APIs, of every host in the table. */
export const SALESFORCE_ORIGINS: Origins = {
  always: [...ALWAYS].map(originOf),
  onRequest: HOST_KINDS.map(([end]) => end).flatMap((end) => [
    ...(ALWAYS.has(end) ? [] : [originOf(end)]),
    // As Microsoft Defender for Cloud Apps names them.
    ...(end.endsWith('.com') ? [originOf(`${end}.mcas.ms`)] : []),
  ]),
};

function originOf(end: string): string {
  return `https://*.${end}/*`;
}
