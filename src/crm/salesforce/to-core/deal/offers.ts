import type { TeamMember } from '../../../../core/model/person';
import type { Quote, QuoteStanding } from '../../../../core/model/quote';
import { civilDateAt } from '../../../../core/value/instant';
import { given, ifGiven, isGiven, type Known, mapKnown, missing } from '../../../../core/value/known';
import { block } from '../../../known';
import type { Row } from '../../api/rows';
import { recordId } from '../../ids';
import { fieldsOf, type ReadAs } from '../field';
import { share } from './opportunity';

/**
 * Salesforce's own words for how far a quote is: approved and rejected are our approvers', accepted and denied the customer's. An
 * organisation may have words of its own; what they mean nobody can tell.
 */
const STANDINGS: ReadonlyMap<string, QuoteStanding> = new Map([
  ['Draft', 'draft'],
  ['Needs Review', 'draft'],
  ['In Review', 'draft'],
  ['Approved', 'draft'],
  ['Presented', 'offered'],
  ['Accepted', 'accepted'],
  ['Denied', 'declined'],
  ['Rejected', 'withdrawn'],
]);

/**
 * Offers made for a deal. The one that syncs is the one its amount follows: with the total after discounts, which tax and freight are
 * no part of. Salesforce keeps no day on which a customer took one.
 */
export function toQuotes(rows: readonly Row[], as: ReadAs & { readonly zone: string }): Quote[] {
  return rows.flatMap((row) => {
    const fields = fieldsOf('Quote', row, as);
    const id = recordId(row.Id);
    const number = fields.text('QuoteNumber');
    const name = ifGiven(fields.text('Name')) ?? ifGiven(number);
    if (id === undefined || name === undefined) return [];
    const status = fields.text('Status');
    return [
      {
        id,
        name,
        number,
        status,
        standing: standingOf(status),
        amount: fields.money('TotalPrice'),
        discount: share(fields.number('Discount')),
        createdOn: mapKnown(fields.instant('CreatedDate'), (at) => civilDateAt(at, as.zone)),
        acceptedOn: missing('feature-off', { kind: 'crm', field: 'Quote' }, as.asOf),
        expires: fields.date('ExpirationDate'),
        primary: row.IsSyncing === true,
      },
    ];
  });
}

function standingOf(status: Known<string>): Known<QuoteStanding> {
  if (!isGiven(status)) return status;
  const standing = STANDINGS.get(status.value);
  return standing === undefined
    ? missing('not-readable', status.source, status.asOf)
    : given(standing, status.source, status.asOf);
}

/** Who else is after the deal, by name. Rows whose name is kept from this user are not nobody. */
export function toCompetitors(rows: readonly Row[], as: ReadAs): Known<readonly string[]> {
  const names = rows.map((row) => fieldsOf('OpportunityCompetitor', row, as).text('CompetitorName'));
  const unseen = names.find((name) => !isGiven(name) && name.missing === 'hidden');
  return unseen && !isGiven(unseen)
    ? unseen
    : block([...new Set(names.flatMap((name) => ifGiven(name) ?? []))], 'OpportunityCompetitor', as.asOf);
}

/** Colleagues on a deal. */
export function toTeam(rows: readonly Row[], as: ReadAs): TeamMember[] {
  return rows.flatMap((row) => {
    const fields = fieldsOf('OpportunityTeamMember', row, as);
    const id = recordId(row.UserId);
    return id === undefined
      ? []
      : [{ rep: { id, name: ifGiven(fields.text('User.Name')) ?? id }, role: fields.text('TeamMemberRole') }];
  });
}
