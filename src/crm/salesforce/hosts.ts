/**
 * The shapes of an organisation's host. `name` is its My Domain, with `--sandbox` where it has one; between it and the fixed
 * end stands the kind of organisation where that is not production.
 */
const NAME = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const KIND = '(?:\\.(?:sandbox|develop|scratch|trailblaze|demo|free|patch))?';
const LIGHTNING = new RegExp(`^${NAME}${KIND}\\.lightning\\.force\\.com$`);
const API = new RegExp(`^${NAME}${KIND}\\.my\\.salesforce\\.com$`);

/** Whether pages of the Lightning interface are served from this host. */
export function isLightningHost(host: string): boolean {
  return LIGHTNING.test(host);
}

/** Whether an organisation's API answers on this host. */
export function isApiHost(host: string): boolean {
  return API.test(host);
}

/**
 * Where the API of the organisation behind a Lightning host answers; a Lightning host itself has none.
 *
 * @example apiHost('acme--uat.sandbox.lightning.force.com') // 'acme--uat.sandbox.my.salesforce.com'
 */
export function apiHost(host: string): string | undefined {
  return isLightningHost(host) ? host.replace(/\.lightning\.force\.com$/, '.my.salesforce.com') : undefined;
}
