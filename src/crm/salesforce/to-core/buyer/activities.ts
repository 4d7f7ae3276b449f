import type { Activity, ActivityKind } from '../../../../core/model/activity';
import { civilDate, parseCivilDate } from '../../../../core/value/civil-date';
import { type Instant, parseInstant } from '../../../../core/value/instant';
import { ifGiven } from '../../../../core/value/known';
import type { Row } from '../../api/rows';
import { keyPrefix, recordId } from '../../ids';
import { fieldsOf, type ReadAs } from '../field';

/**
 * Who acted, by what Salesforce records. It has no field for it, so this is how it is read:
 *
 * | record | kind | who acted |
 * |---|---|---|
 * | EmailMessage, incoming | email | the buyer |
 * | EmailMessage, outgoing | email | the seller |
 * | Event with a contact | meeting | both |
 * | Event without one | meeting | unknown: it may be an internal one |
 * | Task, inbound call | call | the buyer |
 * | Task, any other call | call | the seller: that somebody was reached is the seller's word |
 * | Task, mail of the deal | email | the seller, unless its EmailMessage is there to say otherwise |
 * | Task, mail with a person and of no deal | email | unknown: one that came in is kept in the same way |
 * | Task, mail to a list | email | the seller |
 * | Task, anything else | task | the seller |
 *
 * Drafts are left out, and so is a task that only stands for a mail already counted. A task is planned until it is closed, a
 * meeting until it begins. A task's day is a civil date: it stands at noon UTC, which is the same day nearly everywhere.
 * Mail that Einstein Activity Capture keeps elsewhere is not among it.
 *
 * @param bonds - how what was found in one place is tied to the deal; a record that was found in several keeps the closest tie
 */
export function toActivities(
  found: readonly { readonly rows: ActRows; readonly bond: Bond }[],
  contactsByEmail: ReadonlyMap<string, string>,
  as: ReadAs,
): Activity[] {
  const mailed = new Set(found.flatMap(({ rows }) => rows.emails.flatMap((row) => recordId(row.ActivityId) ?? [])));
  const byId = new Map<string, Activity>();
  for (const { rows, bond } of [...found].sort((a, b) => CLOSEST.indexOf(a.bond.tie) - CLOSEST.indexOf(b.bond.tie))) {
    const acts = [
      ...rows.emails.flatMap((row) => email(row, contactsByEmail, as) ?? []),
      ...oncePerMeeting(rows.events.flatMap((row) => event(row, as) ?? [])),
      ...rows.tasks.flatMap((row) => (mailed.has(recordId(row.Id) ?? '') ? [] : (task(row, bond.tie, as) ?? []))),
    ];
    for (const act of acts) if (!byId.has(act.id)) byId.set(act.id, { ...act, ...bond });
  }
  return [...byId.values()].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1));
}

/**
 * A meeting that several colleagues were invited to stands in the calendar of each, as a record of its own: the same subject at the
 * same moment. It is one meeting, with everybody who is named in any of them.
 */
function oncePerMeeting(acts: readonly Unbound[]): Unbound[] {
  const byMeeting = new Map<string, Unbound>();
  for (const act of acts) {
    const subject = ifGiven(act.subject);
    const name = subject === undefined ? act.id : `${act.at} ${subject.trim().toLowerCase()}`;
    const before = byMeeting.get(name);
    const contactIds = [...new Set([...(before?.contactIds ?? []), ...act.contactIds])];
    byMeeting.set(name, before ? { ...before, contactIds, by: contactIds.length > 0 ? 'both' : before.by } : act);
  }
  return [...byMeeting.values()];
}

/** Records of one place. */
export type ActRows = {
  readonly tasks: readonly Row[];
  readonly events: readonly Row[];
  readonly emails: readonly Row[];
};

/** How what was found in a place is tied to the deal. */
export type Bond = Pick<Activity, 'tie' | 'otherDeals'>;

const CLOSEST: readonly Activity['tie'][] = ['deal', 'committee', 'account'];

type Unbound = Omit<Activity, keyof Bond>;

const DRAFT = '5';

function email(row: Row, contactsByEmail: ReadonlyMap<string, string>, as: ReadAs): Unbound | undefined {
  const at = parseInstant(row.MessageDate) ?? parseInstant(row.CreatedDate);
  if (at === undefined || row.Status === DRAFT) return undefined;
  const buyer = row.Incoming === true;
  const theirs = buyer ? addresses(row.FromAddress) : addresses(row.ToAddress);
  const contacts = theirs.flatMap((address) => contactsByEmail.get(address) ?? []);
  return act('EmailMessage', row, 'email', at, buyer ? 'buyer' : 'seller', false, contacts, as);
}

function event(row: Row, as: ReadAs): Unbound | undefined {
  const at = parseInstant(row.StartDateTime) ?? noon(row.ActivityDate);
  if (at === undefined) return undefined;
  const contacts = contactOf(row);
  return act('Event', row, 'meeting', at, contacts.length > 0 ? 'both' : 'unknown', at > as.asOf, contacts, as);
}

function task(row: Row, tie: Activity['tie'], as: ReadAs): Unbound | undefined {
  const done = row.IsClosed === true;
  const at =
    (done ? parseInstant(row.CompletedDateTime) : undefined) ?? noon(row.ActivityDate) ?? parseInstant(row.CreatedDate);
  if (at === undefined) return undefined;
  const kind = KIND_OF_TASK.get(row.TaskSubtype) ?? 'task';
  const by = kind === 'call' && row.CallType === 'Inbound' ? 'buyer' : isUnsaid(row, tie) ? 'unknown' : 'seller';
  return act('Task', row, kind, at, by, !done, contactOf(row), as);
}

/** A mail that stands for itself: its EmailMessage is related to no record that is looked at, and only that says who wrote it. */
function isUnsaid({ TaskSubtype }: Row, tie: Activity['tie']): boolean {
  return TaskSubtype === 'Email' && tie !== 'deal';
}

const KIND_OF_TASK: ReadonlyMap<unknown, ActivityKind> = new Map([
  ['Call', 'call'],
  ['Email', 'email'],
  ['ListEmail', 'email'],
]);

function act(
  object: string,
  row: Row,
  kind: ActivityKind,
  at: Instant,
  by: Activity['by'],
  planned: boolean,
  contactIds: readonly string[],
  as: ReadAs,
): Unbound | undefined {
  const id = recordId(row.Id);
  return id === undefined
    ? undefined
    : {
        id,
        kind,
        subject: fieldsOf(object, row, as).text('Subject'),
        at,
        by,
        planned,
        contactIds,
      };
}

/** The contact an activity is with; a lead is nobody of the account's. */
function contactOf(row: Row): string[] {
  const id = recordId(row.WhoId);
  return id !== undefined && keyPrefix(id) === '003' ? [id] : [];
}

function addresses(text: unknown): string[] {
  return typeof text === 'string'
    ? text
        .split(/[;,]/)
        .map((one) => one.trim().toLowerCase())
        .filter(Boolean)
    : [];
}

function noon(date: unknown): Instant | undefined {
  const day = parseCivilDate(date);
  return day && parseInstant(`${civilDate(day)}T12:00:00.000Z`);
}
