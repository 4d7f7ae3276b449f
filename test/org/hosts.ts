/** The host names of an organisation, as its My Domain and the kind of organisation make them. */
export type Hosts = {
  readonly lightning: string;
  readonly api: string;
  readonly visualforce: string;
  readonly setUp: string;
  /** Host names before the domain was changed: they lead to this organisation, their sessions are dead. */
  readonly former: readonly { readonly lightning: string; readonly api: string }[];
};

/**
 * Host names with enhanced domains (Salesforce Help, "My Domain URL Formats"): `acme` has acme.lightning.force.com, a sandbox
 * `acme--uat` has acme--uat.sandbox.lightning.force.com.
 */
export function hostsOf(name: string, formerNames: readonly string[] = []): Hosts {
  const part = name.includes('--') ? '.sandbox' : '';
  const visualforce = name.includes('--') ? `${name}--c${part}` : `${name}--c`;
  return {
    lightning: `${name}${part}.lightning.force.com`,
    api: `${name}${part}.my.salesforce.com`,
    visualforce: `${visualforce}.vf.force.com`,
    setUp: `${name}${part}.my.salesforce-setup.com`,
    former: formerNames.map((one) => ({ lightning: `${one}.lightning.force.com`, api: `${one}.my.salesforce.com` })),
  };
}

export function allOf({ lightning, api, visualforce, setUp, former }: Hosts): readonly string[] {
  return [lightning, api, visualforce, setUp, ...former.flatMap((one) => [one.lightning, one.api])];
}
