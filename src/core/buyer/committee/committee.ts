import { type Clock, daysBy } from '../../deal/evidence/clock';
import type { Dossier } from '../../model/dossier';
import type { CommitteeMember } from '../../model/person';
import type { Explained } from '../../value/explained';
import { type Answer, explained, unanswered } from '../../value/explained';
import { isGiven, type Known, type MissingReason } from '../../value/known';
import { countFigure, phrase } from '../../value/phrase';
import { type Chair, chairOf } from './chair';
import { type DealAct, dealActs } from './deal-act';
import { type Engagement, engagement } from './engagement';
import { type Threading, threading } from './threading';

/** Somebody at the buyer's table, as the CRM records them, and what has passed between them and us on this deal. */
export type Seat = {
  readonly member: CommitteeMember;
  /** One person with several roles sits in several chairs; none where no role is recorded. */
  readonly chairs: readonly Chair[];
  readonly roles: readonly string[];
  readonly engagement: Known<Engagement>;
};

/** The buying committee of a deal. */
export type Committee = {
  /** One seat a person: primary first, then by their latest act, then by name. */
  readonly seats: readonly Seat[];
  /** Why there are none, where the block is missing; a committee that nobody has recorded is given and empty. */
  readonly missing?: MissingReason;
  readonly people: Answer<number>;
  readonly threading: Threading;
  /** Acts of the buyer's by people who are not on the recorded committee, or by nobody named. */
  readonly outside: { readonly people: readonly string[]; readonly unnamed: number };
  /** Acts whose date cannot be right: named here, counted nowhere. */
  readonly odd: readonly DealAct[];
};

/**
 * Who sits at the buyer's table, and who of them has been in touch.
 *
 * @param silence - days after which a person who has not acted no longer holds a thread; see `longSilence` of the deal room
 */
export function committee(
  { opportunity, committee: members, activities }: Pick<Dossier, 'opportunity' | 'committee' | 'activities'>,
  clock: Clock,
  silence: Explained<number>,
): Committee {
  const { today } = daysBy(clock);
  const acts: Known<readonly DealAct[]> = isGiven(activities)
    ? { ...activities, value: dealActs(activities.value, opportunity.createdOn, clock) }
    : activities;
  const seats = isGiven(members) ? seatsOf(members.value, acts, today) : [];
  const people = isGiven(members)
    ? explained(seats.length, countFigure(seats.length), phrase('buyer_people_rule'), [], {
        asOf: members.asOf,
        sources: [members.source],
      })
    : unanswered(members.missing, NO_COMMITTEE[members.missing === 'hidden' ? 'hidden' : 'absent']);
  const done = isGiven(acts)
    ? acts.value.filter(({ standing, direction }) => standing === 'counted' && direction !== 'out')
    : [];
  const seated = new Set(seats.map(({ member }) => member.contact.id));
  return {
    seats,
    ...(isGiven(members) ? {} : { missing: members.missing }),
    people,
    threading: threading(acts, today, silence),
    outside: {
      people: [...new Set(done.flatMap(({ contactIds }) => contactIds))].filter((id) => !seated.has(id)),
      unnamed: done.filter(({ contactIds }) => contactIds.length === 0).length,
    },
    odd: isGiven(acts) ? acts.value.filter(({ standing }) => standing === 'odd') : [],
  };
}

const NO_COMMITTEE = {
  hidden: phrase('buyer_committee_hidden'),
  absent: phrase('buyer_committee_unknown'),
} as const;

function seatsOf(members: readonly CommitteeMember[], acts: Known<readonly DealAct[]>, today: DealAct['on']): Seat[] {
  const byPerson = new Map<string, CommitteeMember[]>();
  for (const member of members) {
    const same = byPerson.get(member.contact.id);
    if (same) same.push(member);
    else byPerson.set(member.contact.id, [member]);
  }
  const touches = isGiven(acts) ? byContact(acts.value) : new Map<string, DealAct[]>();
  const seats = [...byPerson.values()].flatMap((rows) => {
    const lead = rows.find(({ primary }) => primary) ?? rows[0];
    if (!lead) return [];
    const roles = [...new Set(rows.flatMap(({ role }) => (isGiven(role) ? [role.value] : [])))];
    const chairs = [...new Set(roles.flatMap((role) => chairOf(role) ?? []))];
    const own = isGiven(acts) ? { ...acts, value: engagement(touches.get(lead.contact.id) ?? [], today) } : acts;
    return [{ member: lead, chairs, roles, engagement: own }];
  });
  return seats.sort((a, b) => order(rank(b), rank(a)) || order(a.member.contact.name, b.member.contact.name));
}

function byContact(acts: readonly DealAct[]): Map<string, DealAct[]> {
  const touches = new Map<string, DealAct[]>();
  for (const act of acts) {
    for (const id of new Set(act.contactIds)) {
      const own = touches.get(id);
      if (own) own.push(act);
      else touches.set(id, [act]);
    }
  }
  return touches;
}

/** Sorts as text: the primary contact, then the latest act of theirs. */
function rank({ member, engagement: own }: Seat): string {
  const last = isGiven(own) ? (own.value.lastIn?.at ?? '') : '';
  return `${member.primary ? 1 : 0}${last}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
