import type { ClosedDeal } from '../../../core/model/closed-deal';
import type { HistoryRow } from '../../../core/model/history';
import { ifGiven, isGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import { block } from '../../known';
import type { Row } from '../api/rows';
import type { Employee } from '../set-up';
import { fieldsOf, unkept } from './field';
import { ownerOf, type ReadDeals, toOpportunity } from './opportunity';

/** How people write down that a buyer bought nothing from anybody. Tryton only knows lost, and cancelled. */
const NO_DECISION = /no[\s-]?decision|postpone|abandon|frozen|no[\s-]?(?:response|budget)|stalled/i;

/** A deal that has ended. `undefined` where it has not, or lacks what every deal has. */
export function toClosedDeal(
  row: Row,
  lines: Known<readonly Row[]>,
  history: readonly HistoryRow[] | undefined,
  employees: Known<readonly Employee[]>,
  as: ReadDeals,
): ClosedDeal | undefined {
  const deal = toOpportunity(row, as, lines);
  const fields = fieldsOf('sale.opportunity', row, as);
  const owner = ifGiven(ownerOf(fields));
  const createdOn = deal && ifGiven(deal.createdOn);
  const closedOn = deal && ifGiven(deal.closeDate);
  if (!deal || deal.outcome === 'open' || !owner || !createdOn || !closedOn || closedOn < createdOn) return undefined;
  const given = isNoDecision(row.state, ifGiven(fields.text('lost_reason')));
  const supervisor = mapKnown(employees, (all) => all.find(({ id }) => String(id) === owner.id)?.supervisor ?? null);
  const [first] = ifGiven(deal.products) ?? [];
  return {
    id: deal.id,
    outcome: deal.outcome === 'won' ? 'won' : given ? 'no-decision' : 'lost',
    owner,
    teamId: !isGiven(supervisor)
      ? supervisor
      : supervisor.value === null
        ? missing('not-recorded', supervisor.source, supervisor.asOf)
        : { ...supervisor, value: String(supervisor.value) },
    product: !isGiven(deal.products)
      ? deal.products
      : first
        ? block(first.product, 'sale.opportunity.line', as.asOf)
        : missing('not-recorded', deal.products.source, as.asOf),
    amount: deal.amount,
    createdOn,
    closedOn,
    history: history
      ? block(
          history.filter(({ stage }) => ifGiven(stage) !== row.state),
          'sale.opportunity.history_revisions',
          as.asOf,
        )
      : missing('not-yet-read', { kind: 'crm', field: 'sale.opportunity.history_revisions' }, as.asOf),
    roles: unkept('roles of contacts', as.asOf),
    buyerActs: unkept('acts of the buyer', as.asOf),
  };
}

/** Cancelled: never a deal in earnest. Lost for a reason that is nobody's win. */
function isNoDecision(state: unknown, reason: string | undefined): boolean {
  return state === 'cancelled' || (reason !== undefined && NO_DECISION.test(reason));
}
