import type { ClosedDeal, RoleSince } from '../../../../core/model/closed-deal';
import type { HistoryRow } from '../../../../core/model/history';
import { civilDateAt, parseInstant } from '../../../../core/value/instant';
import { ifGiven, isGiven, mapKnown, missing } from '../../../../core/value/known';
import { block } from '../../../known';
import { childrenOf, type Row } from '../../api/rows';
import { recordId } from '../../ids';
import { fieldsOf } from '../field';
import { toHistory } from './history';
import { itemsOf, ownerOf, type ReadDeals, toOpportunity } from './opportunity';

/** Stages by which organisations say that a buyer bought nothing. Salesforce itself only knows won and lost. */
const NO_DECISION = /no[\s-]?decision|abandon|no[\s-]?response|stalled/i;

/** A deal that has ended. `undefined` where it has not, or lacks what every deal has. */
export function toClosedDeal(row: Row, as: ReadDeals): ClosedDeal | undefined {
  const items = itemsOf(row, as);
  const deal = toOpportunity(row, as, items);
  const fields = fieldsOf('Opportunity', row, as);
  const owner = ifGiven(ownerOf(fields));
  const createdOn = deal && ifGiven(deal.createdOn);
  const closedOn = deal && ifGiven(deal.closeDate);
  if (!deal || deal.outcome === 'open' || !owner || !createdOn || !closedOn) return undefined;
  const stage = ifGiven(deal.stage);
  const ofManager = fields.text('Owner.ManagerId');
  const ofRole = fields.text('Owner.UserRoleId');
  const team = isGiven(ofManager) || !isGiven(ofRole) ? ofManager : ofRole;
  const histories = childrenOf(row, 'OpportunityHistories');
  const roles = childrenOf(row, 'OpportunityContactRoles');
  const meetings = childrenOf(row, 'Events');
  const mails = childrenOf(row, 'Emails');
  const off = (field: string) => missing('feature-off', { kind: 'crm', field }, as.asOf);
  return {
    id: deal.id,
    outcome:
      deal.outcome === 'won' ? 'won' : NO_DECISION.test(`${stage?.name} ${stage?.label}`) ? 'no-decision' : 'lost',
    owner,
    teamId: mapKnown(team, (id) => recordId(id) ?? id),
    product: isGiven(items)
      ? (() => {
          const first = isGiven(deal.products) ? deal.products.value[0] : undefined;
          return first
            ? block(first.product, 'OpportunityLineItem', as.asOf)
            : missing('not-recorded', { kind: 'crm', field: 'OpportunityLineItem' }, as.asOf);
        })()
      : items,
    amount: deal.amount,
    createdOn,
    closedOn,
    history: histories
      ? block(
          untilItsEnd(
            toHistory(histories, childrenOf(row, 'Histories'), { ...as, currency: own(row) ?? as.currency }),
            ifGiven(deal.stage)?.name,
          ),
          'OpportunityHistory',
          as.asOf,
        )
      : off('OpportunityHistory'),
    roles: roles
      ? block(
          roles.map((role): RoleSince => {
            const { text, instant } = fieldsOf('OpportunityContactRole', role, as);
            return { role: text('Role'), since: mapKnown(instant('CreatedDate'), (at) => civilDateAt(at, as.zone)) };
          }),
          'OpportunityContactRole',
          as.asOf,
        )
      : off('OpportunityContactRole'),
    buyerActs:
      meetings || mails
        ? block(
            [
              ...(meetings ?? []).map(({ StartDateTime }) => StartDateTime),
              ...(mails ?? []).map(({ MessageDate }) => MessageDate),
            ]
              .flatMap((text) => {
                const at = parseInstant(text);
                return at === undefined ? [] : [civilDateAt(at, as.zone)];
              })
              .sort(),
            'Event',
            as.asOf,
          )
        : off('Event'),
  };
}

/**
 * The rows before the deal stood in the stage it ended in. The close date cannot tell them: it may be a day later than the closing
 * row in UTC, or have been left where it was planned.
 */
function untilItsEnd(rows: readonly HistoryRow[], endedIn: string | undefined): HistoryRow[] {
  const last = rows.findLastIndex(({ stage }) => !isGiven(stage) || stage.value !== endedIn);
  // A deal that was closed once before, and opened again, had its end in its history too.
  return rows.slice(0, last + 1).filter(({ stage }) => !isGiven(stage) || stage.value !== endedIn);
}

function own(row: Row): string | undefined {
  return typeof row.CurrencyIsoCode === 'string' ? row.CurrencyIsoCode : undefined;
}
