import { recordId } from '../id';
import type { Row } from '../table';

/** Where the set's own accounts cannot be. */
const FIRST = 1001;

/**
 * The same companies under another legal form, linked to nothing: entered twice, or a subsidiary that nobody has linked. `site`
 * marks those that share the website.
 */
export const LOOK_ALIKES = [
  { name: 'Acme Corp.', of: 'Acme Corporation', country: 'United States', site: true },
  { name: 'Globex Corporation AS', of: 'Globex Corporation', country: 'Norway', site: false },
  { name: 'Umbrella Corporation GmbH', of: 'Umbrella Corporation', country: 'Germany', site: true },
  { name: 'Massive Dynamic, Inc.', of: 'Massive Dynamic', country: 'United States', site: true },
  { name: 'Initech Ltd', of: 'Initech', country: 'United Kingdom', site: false },
] as const;

/**
 * A family of six levels, top first. Three of its members are the set's own and have deals; three are derived holdings. The second
 * from the top is shared with nobody below a manager.
 */
export const DEEP_FAMILY = [
  { name: 'Zenith Holdings', derived: true, shared: true },
  { name: 'Zenith Europe', derived: true, shared: false },
  { name: 'Zoomit', derived: false, shared: true },
  { name: 'Zenith Services', derived: true, shared: true },
  { name: 'Zotware', derived: false, shared: true },
  { name: 'Zumgoity', derived: false, shared: true },
] as const;

/** The accounts that the set does not have; those of the set that belong to the deep family are given their parent. */
export function derivedAccounts(accounts: Row[]): { readonly rows: Row[]; readonly unshared: readonly string[] } {
  const byName = new Map(accounts.map((row) => [row.Name, row]));
  const blank = (name: string, n: number, like: Row | undefined): Row => ({
    ...(like ?? accounts[0]),
    Id: recordId('001', FIRST + n),
    Name: name,
    ParentId: null,
    AnnualRevenue: null,
    NumberOfEmployees: null,
    Website: null,
    Type: null,
    YearStarted: null,
    Description: 'Derived: the public set does not have this company.',
    LastActivityDate: null,
  });
  const rows = LOOK_ALIKES.map(
    ({ name, of, country, site }, n): Row => ({
      ...blank(name, n, byName.get(of)),
      BillingCountry: country,
      Website: site ? (byName.get(of)?.Website ?? null) : null,
    }),
  );
  let parent: Row | undefined;
  const unshared: string[] = [];
  for (const [level, { name, derived, shared }] of DEEP_FAMILY.entries()) {
    const row = derived
      ? blank(name, LOOK_ALIKES.length + level, byName.get(DEEP_FAMILY.at(-1)?.name ?? ''))
      : byName.get(name);
    if (row === undefined) continue;
    row.ParentId = parent?.Id ?? null;
    if (derived) rows.push(row);
    if (!shared) unshared.push(String(row.Id));
    parent = row;
  }
  return { rows, unshared };
}
