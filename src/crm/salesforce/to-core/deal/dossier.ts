import type { Account, FamilyAccounts } from '../../../../core/model/account';
import type { Activity } from '../../../../core/model/activity';
import type { CrmProblem } from '../../../../core/model/crm-problem';
import type { Dossier } from '../../../../core/model/dossier';
import type { CommitteeMember } from '../../../../core/model/person';
import type { RecordRef } from '../../../../core/model/record-ref';
import type { CivilDate } from '../../../../core/value/civil-date';
import type { Instant } from '../../../../core/value/instant';
import { ifGiven, isGiven, type Known, mapKnown, missing } from '../../../../core/value/known';
import { problem, type Result } from '../../../../core/value/result';
import { block, missingBlock } from '../../../known';
import { childrenOf, type Row, rowOf, unreadOf } from '../../api/rows';
import { recordId } from '../../ids';
import { MOST_SUMS } from '../../queries/family';
import { MOST_LOOKALIKES } from '../../queries/lookalikes';
import type { Chain } from '../../reading/chain';
import type { Organisation } from '../../set-up';
import { toAccount } from '../buyer/account';
import { actsOf } from '../buyer/acts';
import { toCommittee } from '../buyer/committee';
import { toFamily } from '../buyer/family';
import type { ReadAs } from '../field';
import { creditsKnown, type SplitUse } from './credits';
import { toHistory } from './history';
import { toCompetitors, toQuotes, toTeam } from './offers';
import { type ReadDeals, toOpportunity } from './opportunity';

export type Rows = Result<readonly Row[], CrmProblem>;

/** All that the rounds brought of one company and its family. */
export type CompanyAnswers = {
  /** By name: `family`, `standings`, `deals`, `lookalikes`. What is not there was not asked. */
  readonly rows: Readonly<Record<string, Rows | undefined>>;
  readonly chain: Chain;
  /** Blocks of an earlier look that still stand. */
  readonly carried: { readonly family?: Dossier['family']; readonly lookalikes?: Dossier['lookalikes'] };
  readonly organisation: Organisation;
  readonly at: Instant;
  readonly today: CivilDate;
};

/** All that the rounds brought for one deal: also `around` and `people`. */
export type Answers = CompanyAnswers & {
  readonly ref: RecordRef;
  /** The deal's own fields, with what hangs on it. */
  readonly deal: Row;
  /** Whether what only some organisations have was asked for. */
  readonly askedMore: boolean;
  readonly use: SplitUse;
  /** Acts of an earlier look. */
  readonly acts: readonly Activity[];
};

/** The dossier; `undefined` where the record itself is not an opportunity that can be read. */
export function dossierFrom(answers: Answers): Dossier | undefined {
  const { deal, organisation, at } = answers;
  const as = readDeals(answers);
  const own: ReadAs = {
    asOf: at,
    currency: typeof deal.CurrencyIsoCode === 'string' ? deal.CurrencyIsoCode : as.currency,
  };
  const children = (relation: string, object: string) => hanging(answers, relation, object);
  const switched = (relation: string, object: string) =>
    answers.askedMore || childrenOf(deal, relation)
      ? children(relation, object)
      : missing('not-yet-read', { kind: 'crm', field: object }, at);
  const opportunity = toOpportunity(deal, as, children('OpportunityLineItems', 'OpportunityLineItem'));
  if (!opportunity) return undefined;
  const committee: Known<readonly CommitteeMember[]> = mapKnown(
    children('OpportunityContactRoles', 'OpportunityContactRole'),
    (members) => toCommittee(members, own),
  );
  const family = familyFrom(answers);
  const rivals = children('OpportunityCompetitors', 'OpportunityCompetitor');
  return {
    ref: answers.ref,
    opportunity,
    account: accountFrom(answers),
    family,
    lookalikes: lookalikesFrom(answers, family),
    credits: creditsKnown(switched('OpportunitySplits', 'OpportunitySplit'), opportunity, answers.use, own),
    committee,
    activities: activitiesFrom(answers, committee, family, opportunity.outcome === 'open', own),
    history: mapKnown(children('OpportunityHistories', 'OpportunityHistory'), (past) =>
      toHistory(past, ifGiven(children('Histories', 'OpportunityFieldHistory')), own),
    ),
    competitors: isGiven(rivals) ? toCompetitors(rivals.value, own) : rivals,
    quotes: mapKnown(switched('Quotes', 'Quote'), (all) => toQuotes(all, { ...own, zone: as.zone })),
    team: mapKnown(switched('OpportunityTeamMembers', 'OpportunityTeamMember'), (all) => toTeam(all, own)),
    stages: organisation.stages,
    asOf: at,
  };
}

export function readDeals({ organisation, at }: Pick<CompanyAnswers, 'organisation' | 'at'>): ReadDeals {
  return { asOf: at, currency: organisation.currency, zone: organisation.zone, stages: organisation.stages };
}

/** Rows that were asked for; where nobody has, not yet read. */
export function known(rows: Rows | undefined, object: string, at: Instant): Known<readonly Row[]> {
  if (!rows) return missing('not-yet-read', { kind: 'crm', field: object }, at);
  return rows.ok ? block(rows.value, object, at) : missingBlock(rows.problem, object, at);
}

/** Sums of which the answer has no room for another: whose are missing, nobody knows. */
export function inFull(sums: Rows | undefined): Rows | undefined {
  return sums?.ok && sums.value.length >= MOST_SUMS ? problem({ kind: 'invalid', words: '' }) : sums;
}

/** Rows that hang on the deal: of a relation that could not be asked for there are none to speak of. */
function hanging({ deal, rows, at }: Answers, relation: string, object: string): Known<readonly Row[]> {
  const children = childrenOf(deal, relation);
  if (children) return block(children, object, at);
  const unread = unreadOf(deal, relation);
  if (unread) return missingBlock(unread, object, at);
  const parent = rows.around;
  return parent && !parent.ok
    ? missingBlock(parent.problem, object, at)
    : missing('feature-off', { kind: 'crm', field: object }, at);
}

/** The company itself. */
export function accountFrom(answers: Pick<CompanyAnswers, 'chain' | 'organisation' | 'at'>): Known<Account> {
  const { account, ids } = answers.chain;
  const { at } = answers;
  if (ids.length === 0) return missing('not-recorded', { kind: 'crm', field: 'Opportunity.AccountId' }, at);
  if (!account) return missing('not-yet-read', { kind: 'crm', field: 'Account' }, at);
  if (!account.ok) return missingBlock(account.problem, 'Account', at);
  const row = rowOf(account.value);
  const read = row && toAccount(row, readDeals(answers));
  return read ? block(read, 'Account', at) : missing('not-readable', { kind: 'crm', field: 'Account' }, at);
}

/** The companies around it. */
export function familyFrom(answers: CompanyAnswers): Known<FamilyAccounts> {
  const { carried, rows, chain, organisation, at, today } = answers;
  if (carried.family) return carried.family;
  if (chain.ids.length === 0) return missing('not-recorded', { kind: 'crm', field: 'Opportunity.AccountId' }, at);
  return mapKnown(known(rows.family, 'Account', at), (below) =>
    toFamily(
      {
        chain: chain.rows,
        above: chain.ids,
        below,
        sums: known(inFull(rows.standings), 'Opportunity', at),
        deals: known(rows.deals, 'Opportunity', at),
      },
      readDeals(answers),
      today,
      organisation.rates ?? missing('feature-off', { kind: 'crm', field: 'CurrencyType' }, at),
    ),
  );
}

/** Accounts that were found by name and are no members. */
export function lookalikesFrom(answers: CompanyAnswers, family: Known<FamilyAccounts>): Known<readonly Account[]> {
  const { carried, rows, chain, at } = answers;
  if (carried.lookalikes) return carried.lookalikes;
  if (!isGiven(family)) return missing(family.missing, family.source, at);
  const found = known(rows.lookalikes ?? rows.family, 'Account', at);
  const members = new Set([...family.value.members.map(({ id }) => id), ...chain.ids]);
  return mapKnown(found, (all) =>
    all
      .flatMap((row) => (members.has(recordId(row.Id) ?? '') ? [] : (toAccount(row, readDeals(answers)) ?? [])))
      .slice(0, MOST_LOOKALIKES),
  );
}

function activitiesFrom(
  answers: Answers,
  committee: Known<readonly CommitteeMember[]>,
  family: Known<FamilyAccounts>,
  open: boolean,
  as: ReadAs,
): Known<readonly Activity[]> {
  const { rows, chain, acts } = answers;
  const [accountId] = chain.ids;
  return actsOf(
    {
      deal: {
        tasks: hanging(answers, 'Tasks', 'Task'),
        events: hanging(answers, 'Events', 'Event'),
        emails: hanging(answers, 'Emails', 'EmailMessage'),
      },
      people: rows.people?.ok ? rows.people.value : undefined,
      account: rows.family?.ok ? rows.family.value.find(({ Id }) => recordId(Id) === accountId) : undefined,
      accountId,
      committee,
      family,
      open,
      before: acts,
    },
    as,
  );
}
