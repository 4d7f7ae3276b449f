import { recordId } from '../id';
import type { Row } from '../table';
import { instant, plusDays } from './calendar';
import { chances } from './chance';

const MOST = 14;
const DAYS_BACK = 700;
/** Where deals' own activities cannot be. */
const FIRST = 20_000_000;
const CALLS = ['Introduced our new line', 'Asked about the budget year', 'Renewal of the service contract'];
const MEETINGS = ['Account review', 'Roadmap talk', 'Visit at the plant'];

/**
 * What was done with a company outside of any deal: half of it on the account, half on one of its people alone. Derived from the
 * company's name; it says nothing of any deal.
 */
export function accountActivities(
  account: Row,
  place: number,
  people: readonly Row[],
  today: string,
): { readonly tasks: Row[]; readonly events: Row[] } {
  const next = chances(`acts with ${account.Name}`);
  const tasks: Row[] = [];
  const events: Row[] = [];
  const count = Math.floor(next() * MOST);
  for (let n = 0; n < count; n++) {
    const on = plusDays(today, -Math.floor(next() * DAYS_BACK));
    const person = people[Math.floor(next() * people.length)];
    const onAccount = next() < 0.5 || person === undefined;
    const kind = next();
    const subject = (kind < 0.5 ? CALLS : MEETINGS)[Math.floor(next() * 3)] ?? '';
    const hour = 13 + Math.floor(next() * 8);
    const at = instant(on, hour);
    const common: Row = {
      WhoId: person?.Id ?? null,
      WhatId: onAccount ? (account.Id ?? null) : null,
      Subject: subject,
      ActivityDate: on,
      OwnerId: account.OwnerId ?? null,
      AccountId: account.Id ?? null,
      IsDeleted: false,
      CreatedDate: at,
      LastModifiedDate: at,
      SystemModstamp: at,
    };
    const id = FIRST + place * MOST + n;
    if (kind < 0.5) {
      tasks.push({
        ...common,
        Id: recordId('00T', id),
        Status: 'Completed',
        Priority: 'Normal',
        IsClosed: true,
        CompletedDateTime: at,
        TaskSubtype: 'Call',
        CallType: kind < 0.2 ? 'Inbound' : 'Outbound',
        Description: null,
      });
    } else {
      events.push({
        ...common,
        Id: recordId('00U', id),
        StartDateTime: at,
        EndDateTime: instant(on, hour + 1),
        DurationInMinutes: 60,
        EventSubtype: 'Event',
      });
    }
  }
  return { tasks, events };
}
