import { recordId } from '../id';
import type { Row } from '../table';
import { instant } from './calendar';
import { chances } from './chance';
import type { Deal } from './deals';
import type { MavenRep } from './maven';

/** Salesforce's own two types: revenue adds up to the whole deal, overlay need not. */
export const SPLIT_TYPES = {
  revenue: { Id: recordId('149', 1), DeveloperName: 'Revenue', IsTotalValidated: true },
  overlay: { Id: recordId('149', 2), DeveloperName: 'Overlay', IsTotalValidated: false },
} as const;

/** Reps of the set that have no deal in it: here they are specialists, who are credited beside the owner. */
export const SPECIALISTS = ['Carl Lin', 'Carol Thompson', 'Elizabeth Anderson', 'Mei-Mei Johns', 'Natalya Ivanova'];

/** Of every deal, whatever becomes of it: so many are shared with a colleague, so many have a specialist, so many a team. */
const SHARED = 0.15;
const OVERLAID = 0.1;
const TEAMED = 0.25;
const OWNER_KEEPS = [80, 70, 60, 50];
const OVERLAY = [100, 50];

type Links = { readonly reps: readonly MavenRep[]; readonly userId: (name: string) => string };

/**
 * Who is credited with a deal and who works on it. The set has neither; derived from the deal's id alone. As Salesforce does it,
 * every deal has a revenue split of its owner's, and whoever is credited is in the team.
 */
export function creditOf(
  deal: Deal,
  amount: number,
  { reps, userId }: Links,
): { readonly splits: Row[]; readonly team: Row[] } {
  const next = chances(`credit ${deal.id}`);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)];
  const [isShared, isOverlaid, isTeamed] = [next() < SHARED, next() < OVERLAID, next() < TEAMED];
  const owner = reps.find(({ name }) => name === deal.rep);
  const colleague = pick(
    reps.filter(({ name, manager }) => manager === owner?.manager && name !== deal.rep && !SPECIALISTS.includes(name)),
  );
  const keeps = pick(OWNER_KEEPS) ?? 100;
  const specialist = pick(SPECIALISTS) ?? '';
  const overlay = pick(OVERLAY) ?? 100;
  const at = instant(deal.createdOn, 10);
  const system = { IsDeleted: false, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at };
  const splits: Row[] = [];
  const split = (type: (typeof SPLIT_TYPES)[keyof typeof SPLIT_TYPES], rep: string, share: number, worth: number) => {
    const n = deal.place * 4 + splits.length + 1;
    splits.push({
      Id: recordId('1S1', n),
      Split: String(n).padStart(6, '0'),
      OpportunityId: deal.rowId,
      SplitTypeId: type.Id,
      SplitOwnerId: userId(rep),
      SplitPercentage: share,
      SplitAmount: worth,
      SplitNote: null,
      ...system,
    });
  };
  const shared = isShared && colleague !== undefined;
  const theirs = shared ? cents(amount * (100 - keeps)) : 0;
  split(SPLIT_TYPES.revenue, deal.rep, shared ? keeps : 100, cents((amount - theirs) * 100));
  if (shared) split(SPLIT_TYPES.revenue, colleague.name, 100 - keeps, theirs);
  if (isOverlaid) split(SPLIT_TYPES.overlay, specialist, overlay, cents(amount * overlay));
  const roles: [name: string, role: string][] = [
    [deal.rep, 'Opportunity Owner'],
    ...(shared ? [[colleague.name, 'Account Manager'] as [string, string]] : []),
    ...(isOverlaid || isTeamed ? [[specialist, 'Pre-Sales Consultant'] as [string, string]] : []),
  ];
  const team =
    roles.length === 1
      ? []
      : roles.map(
          ([name, role], seat): Row => ({
            Id: recordId('00q', deal.place * 4 + seat + 1),
            OpportunityId: deal.rowId,
            UserId: userId(name),
            Name: name,
            TeamMemberRole: role,
            OpportunityAccessLevel: seat === 0 ? 'All' : 'Edit',
            ...system,
          }),
        );
  return { splits, team };
}

export function splitTypeRows(since: string): Row[] {
  const at = instant(since);
  return Object.values(SPLIT_TYPES).map((type) => ({
    ...type,
    MasterLabel: type.DeveloperName,
    IsActive: true,
    SplitEntity: 'Opportunity',
    SplitField: 'Amount',
    Description: null,
    IsDeleted: false,
    CreatedDate: at,
    LastModifiedDate: at,
    SystemModstamp: at,
  }));
}

/** Hundredths of what is in hundredths of a percent. */
const cents = (hundredfold: number) => Math.round(hundredfold) / 100;
