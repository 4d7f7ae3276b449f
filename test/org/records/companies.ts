import { recordId } from '../id';
import type { Row } from '../table';
import { instant } from './calendar';
import { chances } from './chance';
import type { Maven } from './maven';

const FIRST = [
  'Maya',
  'Tomas',
  'Jun',
  'Ines',
  'Omar',
  'Lena',
  'Ravi',
  'Sofia',
  'Noah',
  'Amara',
  'Pavel',
  'Yuki',
  'Clara',
  'Diego',
  'Hanna',
  'Kofi',
];
const LAST = [
  'Orr',
  'Lind',
  'Sato',
  'Costa',
  'Haddad',
  'Novak',
  'Mehta',
  'Rossi',
  'Berg',
  'Okafor',
  'Weiss',
  'Tanaka',
  'Moreau',
  'Silva',
  'Keller',
  'Mensah',
];

/** Titles of the people at an account, in the order in which they are made, with the role each is likely to play. */
export const SEATS = [
  { title: 'Chief Financial Officer', department: 'Finance', role: 'Economic Buyer' },
  { title: 'IT Director', department: 'IT', role: 'Decision Maker' },
  { title: 'Systems Engineer', department: 'IT', role: 'Technical Buyer' },
  { title: 'Operations Manager', department: 'Operations', role: 'Business User' },
  { title: 'Procurement Specialist', department: 'Procurement', role: 'Evaluator' },
  { title: 'Head of Innovation', department: 'Strategy', role: 'Influencer' },
] as const;

/** Accounts as the set has them, and six people at each, who are derived: the set has no contacts. */
export function companies(maven: Maven, since: string, userId: (name: string) => string) {
  const ids = new Map(maven.accounts.map(({ name }, index) => [name, recordId('001', index + 1)]));
  const accountId = (name: string | null): string | null => (name === null ? null : (ids.get(name) ?? null));
  const system = {
    IsDeleted: false,
    CreatedDate: instant(since),
    LastModifiedDate: instant(since),
    SystemModstamp: instant(since),
  };
  const domain = (name: string) => `${name.toLowerCase().replace(/[^a-z0-9]+/g, '')}.example`;
  const owners = maven.reps.map(({ manager }) => manager);
  const accounts = maven.accounts.map(
    (account, index): Row => ({
      Id: accountId(account.name),
      Name: account.name,
      ParentId: accountId(account.parent),
      Industry: account.sector,
      AnnualRevenue: Math.round(account.revenue * 1_000_000),
      NumberOfEmployees: account.employees,
      Website: `https://www.${domain(account.name)}`,
      BillingCountry: account.country,
      OwnerId: userId(owners[index % owners.length] ?? ''),
      Site: null,
      Type: 'Customer',
      YearStarted: account.year,
      Description: null,
      LastActivityDate: null,
      ...system,
    }),
  );
  const contacts = maven.accounts.flatMap((account, place) => {
    const next = chances(`people at ${account.name}`);
    return SEATS.map(({ title, department }, seat): Row => {
      const [first = '', last = ''] = [
        FIRST[Math.floor(next() * FIRST.length)],
        LAST[Math.floor(next() * LAST.length)],
      ];
      return {
        Id: recordId('003', place * SEATS.length + seat + 1),
        Name: `${first} ${last}`,
        FirstName: first,
        LastName: last,
        Title: title,
        Department: department,
        Email: `${first}.${last}.${seat + 1}@${domain(account.name)}`.toLowerCase(),
        Phone: null,
        ReportsToId: null,
        HasOptedOutOfEmail: false,
        AccountId: accountId(account.name),
        OwnerId: userId(owners[place % owners.length] ?? ''),
        LastActivityDate: null,
        ...system,
      };
    });
  });
  /** The people at an account, in the order of {@link SEATS}. */
  const peopleAt = (name: string): readonly Row[] => {
    const place = maven.accounts.findIndex((account) => account.name === name);
    return place < 0 ? [] : contacts.slice(place * SEATS.length, (place + 1) * SEATS.length);
  };
  return { accounts, contacts, accountId, peopleAt };
}
