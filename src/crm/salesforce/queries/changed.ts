import type { ChangeMark } from '../../port';
import { list, literal, type Select } from '../api/soql';

/** Lines in one slice: what one answer of a query holds at most. */
export const LINES = 2000;

const LINE_FIELDS = [
  'Id',
  'Name',
  'Account.Name',
  'OwnerId',
  'Owner.Name',
  'IsClosed',
  'IsWon',
  'CloseDate',
  'SystemModstamp',
];

/** The open deals a user owns, or since a moment all of theirs that were touched, from a place on. */
export function linesOf(user: string, { since, place }: ChangeMark): Select {
  const from = place
    ? ` AND (SystemModstamp > ${place.changedAt} OR (SystemModstamp = ${place.changedAt} AND Id > ${literal(place.id)}))`
    : '';
  return {
    object: 'Opportunity',
    fields: LINE_FIELDS,
    rest: `WHERE ${belonging(user, since)}${from} ORDER BY SystemModstamp ASC, Id ASC LIMIT ${LINES}`,
  };
}

export function linesCount(user: string, { since }: ChangeMark): Select {
  return { object: 'Opportunity', fields: ['COUNT(Id) deals'], rest: `WHERE ${belonging(user, since)}` };
}

/** Those of the ids that were touched since, whoever owns them. */
export function touchedAmong(ids: readonly string[], since: string): Select {
  return {
    object: 'Opportunity',
    fields: LINE_FIELDS,
    rest: `WHERE Id IN ${list(ids)} AND SystemModstamp >= ${since}`,
  };
}

/** Those of the ids that are still there for this user. */
export function thereAmong(ids: readonly string[]): Select {
  return { object: 'Opportunity', fields: ['Id'], rest: `WHERE Id IN ${list(ids)}` };
}

function belonging(user: string, since: string | null): string {
  const owned = `OwnerId = ${literal(user)}`;
  return since === null ? `${owned} AND IsClosed = false` : `${owned} AND SystemModstamp >= ${since}`;
}
