import type { Account } from '../../../core/model/account';
import type { Activity } from '../../../core/model/activity';
import type { Book } from '../../../core/model/book';
import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Dossier } from '../../../core/model/dossier';
import type { HistoryRow } from '../../../core/model/history';
import type { CommitteeMember } from '../../../core/model/person';
import type { RecordRef } from '../../../core/model/record-ref';
import type { CivilDate } from '../../../core/value/civil-date';
import type { Instant } from '../../../core/value/instant';
import { ifGiven, isGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import type { Result } from '../../../core/value/result';
import { childrenOf, type Row, rowOf } from '../api/rows';
import type { Ties } from '../record-rounds';
import type { Organisation } from '../set-up';
import { toAccount, toFamily } from './account';
import { toActivities } from './activities';
import { toBook } from './book';
import { toCommittee } from './committee';
import { toCredits } from './credits';
import { block, fieldsOf, missingBlock, type ReadAs } from './field';
import { toGoals } from './goals';
import { toHistory } from './history';
import { type ReadDeals, toOpportunity } from './opportunity';
import { periodAt } from './periods';

type Rows = Result<readonly Row[], CrmProblem>;

/** All that the rounds brought for one record. */
export type Answers = {
  readonly ref: RecordRef;
  /** The deal's own fields, with what hangs on it. */
  readonly deal: Row;
  readonly rows: Readonly<Record<string, Rows>>;
  readonly account: Result<unknown, CrmProblem> | undefined;
  readonly ties: Ties;
  /** The family of an earlier look that still stands. */
  readonly family: Dossier['family'] | undefined;
  readonly organisation: Organisation;
  readonly at: Instant;
};

/** The dossier; `undefined` where the record itself is not an opportunity that can be read. */
export function dossierFrom(answers: Answers): Dossier | undefined {
  const { deal, rows, organisation, at } = answers;
  const as = readDeals(answers);
  const own: ReadAs = {
    asOf: at,
    currency: typeof deal.CurrencyIsoCode === 'string' ? deal.CurrencyIsoCode : as.currency,
  };
  const children = (relation: string, object: string) => hanging(answers, relation, object);
  const opportunity = toOpportunity(deal, as, children('OpportunityLineItems', 'OpportunityLineItem'));
  if (!opportunity) return undefined;
  const committee: Known<readonly CommitteeMember[]> = mapKnown(
    children('OpportunityContactRoles', 'OpportunityContactRole'),
    (members) => toCommittee(members, own),
  );
  const history: Known<readonly HistoryRow[]> = mapKnown(
    children('OpportunityHistories', 'OpportunityHistory'),
    (past) => toHistory(past, ifGiven(children('Histories', 'OpportunityFieldHistory')), own),
  );
  return {
    ref: answers.ref,
    opportunity,
    account: accountFrom(answers, own),
    family: familyFrom(answers),
    lookalikes: missing('not-yet-read', { kind: 'crm', field: 'Account' }, at),
    credits: toCredits(opportunity, rows.splits?.ok ? rows.splits.value : undefined, own),
    committee,
    activities: activitiesFrom(answers, committee, own),
    history,
    competitors: mapKnown(known(rows.competitors, 'OpportunityCompetitor', at), (all) =>
      all.flatMap((row) => ifGiven(fieldsOf('OpportunityCompetitor', row, own).text('CompetitorName')) ?? []),
    ),
    quotes: missing('not-yet-read', { kind: 'crm', field: 'Quote' }, at),
    team: missing('not-yet-read', { kind: 'crm', field: 'OpportunityTeamMember' }, at),
    stages: organisation.stages,
    asOf: at,
  };
}

/** The book of the deal's owner; null where the deal names none or the organisation's calendar could not be read. */
export function bookFrom(answers: Answers, dossier: Dossier, today: CivilDate): Book | null {
  const { rows, organisation, at } = answers;
  const rep = ifGiven(dossier.opportunity.owner);
  const period = periodAt(organisation.periods, 'quarter', today);
  if (!rep || !period) return null;
  const as = readDeals(answers);
  return toBook(
    rep,
    period,
    periodAt(organisation.periods, 'year', today),
    known(rows.book, 'Opportunity', at),
    mapKnown(known(rows.quotas, 'ForecastingQuota', at), (quotas) => toGoals(quotas, rep, period, as)),
    as,
  );
}

function readDeals({ organisation, at }: Answers): ReadDeals {
  return { asOf: at, currency: organisation.currency, zone: organisation.zone, stages: organisation.stages };
}

function known(rows: Rows | undefined, object: string, at: Instant): Known<readonly Row[]> {
  if (!rows) return missing('not-yet-read', { kind: 'crm', field: object }, at);
  return rows.ok ? block(rows.value, object, at) : missingBlock(rows.problem, object, at);
}

/** Rows that hang on the deal: of a relation that could not be asked for there are none to speak of. */
function hanging({ deal, rows, at }: Answers, relation: string, object: string): Known<readonly Row[]> {
  const parent = rows.around;
  if (parent && !parent.ok) return missingBlock(parent.problem, object, at);
  const children = childrenOf(deal, relation);
  return children ? block(children, object, at) : missing('feature-off', { kind: 'crm', field: object }, at);
}

function accountFrom({ account, at, ties }: Answers, as: ReadAs): Known<Account> {
  if (ties.chain.length === 0) return missing('not-recorded', { kind: 'crm', field: 'Opportunity.AccountId' }, at);
  if (!account) return missing('not-yet-read', { kind: 'crm', field: 'Account' }, at);
  if (!account.ok) return missingBlock(account.problem, 'Account', at);
  const row = rowOf(account.value);
  const read = row && toAccount(row, as);
  return read ? block(read, 'Account', at) : missing('not-readable', { kind: 'crm', field: 'Account' }, at);
}

function familyFrom({ family, rows, ties, organisation, at }: Answers): Dossier['family'] {
  if (family) return family;
  if (ties.chain.length === 0) return missing('not-recorded', { kind: 'crm', field: 'Opportunity.AccountId' }, at);
  // Sums over several currencies come in the corporate one, which nothing here names: their counts stand, their amounts do not.
  const as = { asOf: at, currency: organisation.multiCurrency ? null : organisation.currency };
  return mapKnown(known(rows.family, 'Account', at), (members) =>
    toFamily(
      members,
      known(rows.standings, 'Opportunity', at),
      known(rows.overdue, 'Opportunity', at),
      ties.chain.slice(1),
      as,
    ),
  );
}

function activitiesFrom(
  answers: Answers,
  committee: Known<readonly CommitteeMember[]>,
  as: ReadAs,
): Known<readonly Activity[]> {
  const tasks = hanging(answers, 'Tasks', 'Task');
  const events = hanging(answers, 'Events', 'Event');
  const emails = hanging(answers, 'Emails', 'EmailMessage');
  if (!isGiven(tasks) && !isGiven(events) && !isGiven(emails)) return tasks;
  const byEmail = new Map(
    (ifGiven(committee) ?? []).flatMap(({ contact }) => {
      const email = ifGiven(contact.email);
      return email === undefined ? [] : [[email.toLowerCase(), contact.id] as const];
    }),
  );
  const rows = { tasks: ifGiven(tasks) ?? [], events: ifGiven(events) ?? [], emails: ifGiven(emails) ?? [] };
  return block(toActivities(rows, byEmail, as), 'Task, Event, EmailMessage', answers.at);
}
