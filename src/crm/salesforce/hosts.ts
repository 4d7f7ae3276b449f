/**
 * The one table of Salesforce's hosts: which interface a host serves, and where the API of the organisation behind it answers.
 *
 * Shapes as in Salesforce's "My Domain URL Formats" (enhanced domains, partitions and what came before), with the ends that
 * `@salesforce/core` (sfdcUrl) and Salesforce Inspector Reloaded know besides: .mil, Alibaba Cloud, `my-lightning.com`, `cloudforce.com`, pc-rnd.
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

/** The end of a host, which interface is there, and the shape of what stands before the end. */
type HostKind = readonly [end: string, serves: Interface, before: string];

const LIGHTNING = 'lightning';
const CLASSIC = 'classic';
const VISUALFORCE = 'visualforce';

/** Longer ends before those that they end in. */
export const HOST_KINDS = [
  ['lightning.force.com', LIGHTNING, ORGANISATION],
  ['lightning.crmforce.mil', LIGHTNING, ORGANISATION],
  ['lightning.force.mil', LIGHTNING, ORGANISATION],
  ['lightning.sfcrmapps.cn', LIGHTNING, ORGANISATION],
  ['my-lightning.com', LIGHTNING, ORGANISATION],
  ['lightning.pc-rnd.force.com', LIGHTNING, ORGANISATION],
  ['my.salesforce.com', CLASSIC, ORGANISATION],
  ['my.salesforce.mil', CLASSIC, ORGANISATION],
  ['my.sfcrmproducts.cn', CLASSIC, ORGANISATION],
  ['my-salesforce.com', CLASSIC, ORGANISATION],
  ['my.pc-rnd.salesforce.com', CLASSIC, ORGANISATION],
  ['salesforce.com', CLASSIC, `(${POD})`],
  ['cloudforce.com', CLASSIC, ORGANISATION],
  ['cloudforce.mil', CLASSIC, ORGANISATION],
  ['my.salesforce-setup.com', 'setup', ORGANISATION],
  ['vf.force.com', VISUALFORCE, OF_A_PACKAGE + PARTITION],
  ['visual.force.com', VISUALFORCE, `${OF_A_PACKAGE}\\.${POD}`],
  ['visualforce.com', VISUALFORCE, OF_A_PACKAGE],
  ['visualforce.mil', VISUALFORCE, OF_A_PACKAGE],
] as const satisfies readonly HostKind[];

export type HostEnd = (typeof HOST_KINDS)[number][0];

/** Where the API is, for pages that end like this; Classic's are on the API's own host. */
const API_ENDS: Readonly<Partial<Record<HostEnd, HostEnd>>> = {
  'lightning.force.com': 'my.salesforce.com',
  'lightning.crmforce.mil': 'my.salesforce.mil',
  'lightning.force.mil': 'my.salesforce.mil',
  'lightning.sfcrmapps.cn': 'my.sfcrmproducts.cn',
  'my-lightning.com': 'my-salesforce.com',
  'lightning.pc-rnd.force.com': 'my.pc-rnd.salesforce.com',
  'my.salesforce-setup.com': 'my.salesforce.com',
  'vf.force.com': 'my.salesforce.com',
  'visual.force.com': 'my.salesforce.com',
  'visualforce.com': 'my.salesforce.com',
  'visualforce.mil': 'my.salesforce.mil',
};

type Found = {
  readonly end: HostEnd;
  readonly serves: Interface;
  /** My Domain and partition, or the instance. */
  readonly organisation: string;
};

/** What a host is; `undefined` for one that is not Salesforce's, however close. */
function kindOf(host: string): Found | undefined {
  // Microsoft Defender for Cloud Apps stands in front of any host and adds an end of its own.
  const bare = host.replace(/\.com\.mcas\.ms$/, '.com');
  const [end, serves, before] = HOST_KINDS.find(([known]) => bare.endsWith(`.${known}`)) ?? [];
  if (end === undefined || serves === undefined) return undefined;
  const [, name, partition = ''] = new RegExp(`^${before}$`).exec(bare.slice(0, -end.length - 1)) ?? [];
  return name === undefined ? undefined : { end, serves, organisation: name + partition };
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
  const found = kindOf(host);
  return found && `${found.organisation}.${apiEnd(found.end)}`;
}

/** Whether an organisation's API answers on this host. */
export function isApiHost(host: string): boolean {
  return apiHost(host) === host;
}

/** The domain under which the API hosts of all organisations of the same cloud stand. */
export function apiDomain(host: string): string | undefined {
  const found = kindOf(host);
  return found && apiEnd(found.end);
}

function apiEnd(end: HostEnd): HostEnd {
  return API_ENDS[end] ?? end;
}
