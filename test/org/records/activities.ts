import { recordId } from '../id';
import type { Row } from '../table';
import { instant, plusDays } from './calendar';
import { chances } from './chance';
import type { Deal, Joined } from './deals';

/** A deal is worked on for so many days from its start, whatever becomes of it; then it falls silent. */
const WORKED = { least: 20, most: 170 };
const MOST = 24;

const SUBJECTS = {
  out: ['Proposal', 'Following up', 'Answers to your questions', 'Updated price list', 'Times for a call'],
  in: ['Re: Proposal', 'Re: Times for a call', 'Question about delivery', 'Our requirements', 'Re: Updated price list'],
  meeting: ['Product demo', 'Requirements workshop', 'Review with operations', 'Call with the team'],
  call: ['Check-in call', 'Left a message', 'Call about terms'],
} as const;

export type Activities = { readonly tasks: Row[]; readonly events: Row[]; readonly emails: Row[] };

/**
 * What the two sides did on a deal: derived from the deal's id and its dates, by the same rule for every deal, so that the
 * activities carry no signal of how it ends.
 */
export function activitiesOf(
  deal: Deal,
  people: readonly Joined[],
  ownerId: string,
  ownerEmail: string,
  accountId: string | null,
  today: string,
): Activities {
  const next = chances(`activity ${deal.id}`);
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)];
  const someone = (day: string) => pick(people.filter(({ on: since }) => since <= day))?.contact;
  const tasks: Row[] = [];
  const events: Row[] = [];
  const emails: Row[] = [];
  const quietFrom = plusDays(deal.createdOn, Math.round(WORKED.least + next() * (WORKED.most - WORKED.least)));
  const [last = quietFrom] = [quietFrom, deal.livedTo].sort();
  const system = (at: string) => ({ IsDeleted: false, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at });
  const id = (prefix: string, all: readonly Row[]) => recordId(prefix, deal.place * (MOST + 2) + all.length + 1);
  const meeting = (on: string, hour: number, person: Row | undefined, subject: string, recorded: string) => {
    events.push({
      Id: id('00U', events),
      WhoId: person?.Id ?? null,
      WhatId: deal.rowId,
      Subject: subject,
      StartDateTime: instant(on, hour),
      EndDateTime: instant(on, hour + 1),
      ActivityDate: on,
      DurationInMinutes: 60,
      OwnerId: ownerId,
      AccountId: accountId,
      EventSubtype: 'Event',
      ...system(recorded),
    });
  };
  const task = (on: string, hour: number, person: Row | undefined, subject: string, subtype: string): string => {
    const taskId = id('00T', tasks);
    tasks.push({
      Id: taskId,
      WhoId: person?.Id ?? null,
      WhatId: deal.rowId,
      Subject: subject,
      ActivityDate: on,
      Status: 'Completed',
      Priority: 'Normal',
      OwnerId: ownerId,
      AccountId: accountId,
      IsClosed: true,
      CompletedDateTime: instant(on, hour),
      TaskSubtype: subtype,
      CallType: subtype === 'Call' ? 'Outbound' : null,
      Description: null,
      ...system(instant(on, hour)),
    });
    return taskId;
  };
  let on = plusDays(deal.createdOn, Math.floor(next() * 6));
  for (let n = 0; n < MOST && on < last; n++) {
    const kind = next();
    const person = someone(on);
    const hour = 13 + Math.floor(next() * 8);
    const address = typeof person?.Email === 'string' ? person.Email : null;
    if (kind < 0.2) meeting(on, hour, person, pick(SUBJECTS.meeting) ?? '', instant(plusDays(on, -3), 9));
    else if (kind < 0.35 || address === null) task(on, hour, person, pick(SUBJECTS.call) ?? '', 'Call');
    else {
      const incoming = kind > 0.7;
      const subject = pick(incoming ? SUBJECTS.in : SUBJECTS.out) ?? '';
      const activity = task(on, hour, person, `Email: ${subject}`, 'Email');
      const at = instant(on, hour);
      emails.push({
        Id: id('02s', emails),
        RelatedToId: deal.rowId,
        ActivityId: activity,
        Subject: subject,
        FromAddress: incoming ? address : ownerEmail,
        FromName: null,
        ToAddress: incoming ? ownerEmail : address,
        Incoming: incoming,
        Status: incoming ? '1' : '3',
        MessageDate: at,
        ...system(at),
      });
    }
    on = plusDays(on, 3 + Math.floor(next() * 16));
  }
  const plans = next();
  const inDays = 2 + Math.floor(next() * 12);
  if (!deal.closed && quietFrom > today && plans < 0.3)
    meeting(plusDays(today, inDays), 15, someone(today), pick(SUBJECTS.meeting) ?? '', instant(plusDays(today, -1), 9));
  return { tasks, events, emails };
}
