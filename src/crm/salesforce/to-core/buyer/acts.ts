import type { FamilyAccounts } from '../../../../core/model/account';
import type { Activity } from '../../../../core/model/activity';
import type { CommitteeMember } from '../../../../core/model/person';
import { given, ifGiven, isGiven, type Known, missing } from '../../../../core/value/known';
import { block } from '../../../known';
import { childrenOf, type Row } from '../../api/rows';
import { recordId } from '../../ids';
import type { ReadAs } from '../field';
import { type ActRows, type Bond, toActivities } from './activities';

/** Where acts that belong to a deal, or may belong to it, were looked for. */
export type Places = {
  /** What hangs on the deal itself; each kind by itself may be out of reach. */
  readonly deal: { readonly [kind in keyof ActRows]: Known<readonly Row[]> };
  /** The contacts, with what was recorded with each and with no deal; undefined where they were not read. */
  readonly people: readonly Row[] | undefined;
  /** The account's own row with what was recorded with it alone; undefined where it was not read. */
  readonly account: Row | undefined;
  readonly accountId: string | undefined;
  readonly committee: Known<readonly CommitteeMember[]>;
  readonly family: Known<FamilyAccounts>;
  /** Whether the deal is among its account's open ones. */
  readonly open: boolean;
  /** Acts of an earlier look that still stand where a place was not looked at again. */
  readonly before: readonly Activity[];
};

/**
 * All acts that may speak for a deal, each with its tie: recorded on the deal; with somebody of its buying committee; with the account
 * or somebody else there. The looser ties say how many other open deals they would fit as well.
 */
export function actsOf(places: Places, as: ReadAs): Known<readonly Activity[]> {
  const { deal, people, account, committee, before } = places;
  const kinds = [deal.tasks, deal.events, deal.emails];
  if (!kinds.some((rows) => isGiven(rows)) && people === undefined && account === undefined)
    return isGiven(deal.tasks) ? block([], 'Task', as.asOf) : deal.tasks;
  const members = ifGiven(committee) ?? [];
  const onCommittee = new Set(members.map(({ contact }) => contact.id));
  const others = atAccount(places, as);
  const found = [
    {
      rows: {
        tasks: ifGiven(deal.tasks) ?? [],
        events: ifGiven(deal.events) ?? [],
        emails: ifGiven(deal.emails) ?? [],
      },
      bond: {
        tie: 'deal',
        otherDeals: given(0, { kind: 'derived', rule: 'recorded on the deal itself' }, as.asOf),
      } as Bond,
    },
    ...(people ?? []).map((row) => ({
      rows: hanging(row),
      bond: onCommittee.has(recordId(row.Id) ?? '')
        ? ({ tie: 'committee', otherDeals: rolesElsewhere(row, as) } as Bond)
        : others,
    })),
    ...(account === undefined ? [] : [{ rows: hanging(account), bond: others }]),
  ];
  const read = toActivities(found, emailsOf(members, people ?? []), as);
  return block(
    [...read, ...stillStanding(before, read, places)].sort(latestFirst),
    'Task, Event, EmailMessage',
    as.asOf,
  );
}

function hanging(row: Row): ActRows {
  const rows = (relation: string) => childrenOf(row, relation) ?? [];
  return { tasks: rows('Tasks'), events: rows('Events'), emails: rows('Emails') };
}

/** What was recorded with the account fits every open deal it has. */
function atAccount({ accountId, family, open }: Places, as: ReadAs): Bond {
  const source = { kind: 'crm', field: 'Opportunity.AccountId' } as const;
  const standing = ifGiven(family)?.standings.find((one) => one.accountId === accountId);
  return {
    tie: 'account',
    otherDeals: standing
      ? given(Math.max(0, standing.open - (open ? 1 : 0)), source, as.asOf)
      : missing(isGiven(family) ? 'not-yet-read' : family.missing, source, as.asOf),
  };
}

function rolesElsewhere(row: Row, as: ReadAs): Known<number> {
  const source = { kind: 'crm', field: 'OpportunityContactRole' } as const;
  const roles = childrenOf(row, 'OpportunityContactRoles');
  if (!roles) return missing('not-yet-read', source, as.asOf);
  return given(new Set(roles.flatMap(({ OpportunityId }) => recordId(OpportunityId) ?? [])).size, source, as.asOf);
}

function emailsOf(members: readonly CommitteeMember[], people: readonly Row[]): ReadonlyMap<string, string> {
  const byEmail = new Map<string, string>();
  for (const row of people) {
    const id = recordId(row.Id);
    if (id !== undefined && typeof row.Email === 'string') byEmail.set(row.Email.toLowerCase(), id);
  }
  for (const { contact } of members) {
    const email = ifGiven(contact.email);
    if (email !== undefined) byEmail.set(email.toLowerCase(), contact.id);
  }
  return byEmail;
}

/** What an earlier look found in places that this one did not go to. */
function stillStanding(
  before: readonly Activity[],
  read: readonly Activity[],
  { deal, people, account }: Places,
): Activity[] {
  const onDeal = [deal.tasks, deal.events, deal.emails].every(
    (rows) => !isGiven(rows) && rows.missing === 'not-yet-read',
  );
  const now = new Set(read.map(({ id }) => id));
  return before.filter(({ id, tie, contactIds }) => {
    if (now.has(id) || tie === 'deal') return !now.has(id) && onDeal;
    return tie === 'account' && contactIds.length === 0 ? account === undefined : people === undefined;
  });
}

function latestFirst(a: Activity, b: Activity): number {
  return a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1;
}
