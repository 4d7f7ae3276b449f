/**
 * The one table of Salesforce's hosts: which interface a host serves, and where the API of the organisation behind it answers.
 *
 * Shapes as in Salesforce's "My Domain URL Formats" (enhanced domains, partitions and what came before), with the ends that
 * `@salesforce/core` (sfdcUrl) and Salesforce Inspector Reloaded know besides: .mil, Alibaba Cloud, `my-lightning.com`, pc-rnd.
 */

/** A My Domain, with `--sandbox` where the organisation has one, or a package behind `--`. */
const NAME = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
/** The kind of organisation, where that is not production. */
const PARTITION = '(\\.(?:sandbox|develop|scratch|trailblaze|demo|free|patch))?';
/** An instance from before every organisation had a My Domain. */
const POD = '(?:na|eu|ap|cs|um|gs)\\d{1,3}';

const ORGANISATION = `(${NAME})${PARTITION}`;
const OF_A_PACKAGE = `(${NAME})--[a-z0-9]+(?:-[a-z0-9]+)*`;

/** What the pages of a host are made of: it decides how their addresses name a record. */
export type Interface = 'lightning' | 'classic' | 'setup' | 'visualforce';

/** The end of a host after its first dot, which interface is there, the shape of what stands before, and the API's end. */
type HostKind = readonly [end: string, serves: Interface, before: string, api: string];

const LIGHTNING = 'lightning';
const CLASSIC = 'classic';
const VISUALFORCE = 'visualforce';
const API = 'my.salesforce.com';
const API_MIL = 'my.salesforce.mil';
const API_CHINA = 'my.sfcrmproducts.cn';

/** Longer ends before those that they end in. */
export const HOST_KINDS: readonly HostKind[] = [
  ['lightning.force.com', LIGHTNING, ORGANISATION, API],
  ['lightning.crmforce.mil', LIGHTNING, ORGANISATION, API_MIL],
  ['lightning.force.mil', LIGHTNING, ORGANISATION, API_MIL],
  ['lightning.sfcrmapps.cn', LIGHTNING, ORGANISATION, API_CHINA],
  ['my-lightning.com', LIGHTNING, ORGANISATION, 'my-salesforce.com'],
  ['lightning.pc-rnd.force.com', LIGHTNING, ORGANISATION, 'my.pc-rnd.salesforce.com'],
  [API, CLASSIC, ORGANISATION, API],
  [API_MIL, CLASSIC, ORGANISATION, API_MIL],
  [API_CHINA, CLASSIC, ORGANISATION, API_CHINA],
  ['my-salesforce.com', CLASSIC, ORGANISATION, 'my-salesforce.com'],
  ['my.pc-rnd.salesforce.com', CLASSIC, ORGANISATION, 'my.pc-rnd.salesforce.com'],
  ['salesforce.com', CLASSIC, `(${POD})`, 'salesforce.com'],
  ['my.salesforce-setup.com', 'setup', ORGANISATION, API],
  ['vf.force.com', VISUALFORCE, OF_A_PACKAGE + PARTITION, API],
  ['visual.force.com', VISUALFORCE, `${OF_A_PACKAGE}\\.${POD}`, API],
  ['visualforce.com', VISUALFORCE, OF_A_PACKAGE, API],
];

type Found = { readonly serves: Interface; readonly api: string };

/** What a host is; `undefined` for one that is not Salesforce's, however close. */
function kindOf(host: string): Found | undefined {
  // Microsoft Defender for Cloud Apps stands in front of any host and adds an end of its own.
  const bare = host.replace(/\.com\.mcas\.ms$/, '.com');
  for (const [end, serves, before, api] of HOST_KINDS) {
    if (!bare.endsWith(`.${end}`)) continue;
    const [, name, partition] = new RegExp(`^${before}$`).exec(bare.slice(0, -end.length - 1)) ?? [];
    return name === undefined ? undefined : { serves, api: `${name}${partition ?? ''}.${api}` };
  }
  return undefined;
}

/** Which interface the pages of a host belong to; `undefined` for a host that is not an organisation's. */
export function interfaceOf(host: string): Interface | undefined {
  return kindOf(host)?.serves;
}

/**
 * Where the API of the organisation behind a page's host answers; a Lightning host itself has none.
 *
 * @example apiHost('acme--uat.sandbox.lightning.force.com') // 'acme--uat.sandbox.my.salesforce.com'
 * @example apiHost('acme--uat--c.sandbox.vf.force.com') // 'acme--uat.sandbox.my.salesforce.com'
 */
export function apiHost(host: string): string | undefined {
  return kindOf(host)?.api;
}

/** Whether an organisation's API answers on this host. */
export function isApiHost(host: string): boolean {
  return apiHost(host) === host;
}

/** The domain under which the API hosts of all organisations of the same cloud stand. */
export function apiDomain(host: string): string | undefined {
  return HOST_KINDS.map(([, , , api]) => api).find((api) => apiHost(host)?.endsWith(`.${api}`));
}
