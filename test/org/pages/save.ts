import { Fault } from '../fault';
import type { Call } from '../rest/api';
import { change } from '../rest/records';
import type { Row } from '../table';

/**
 * Saves what was edited in the page, as its user. The amount of a deal with one product is changed by that product's price: the
 * page of a real organisation has the user do the same in two steps.
 *
 * @throws {Fault} what Salesforce would refuse
 */
export function saveInPage(call: Call, body: unknown): void {
  const { id, fields } = (body ?? {}) as { readonly id?: string; readonly fields?: Row };
  const deals = call.organisation.tables.get('opportunity');
  const deal = deals?.byId(id ?? '');
  if (!deals || !deal || fields === undefined)
    throw new Fault(404, 'NOT_FOUND', 'The requested resource does not exist');
  const { Amount, ...rest } = fields;
  const lines = call.organisation.tables.get('opportunitylineitem');
  const [line, second] = (lines?.where('OpportunityId', deal.Id ?? null) ?? []).filter((row) => row.IsDeleted !== true);
  if (Amount !== undefined && lines && line && !second) {
    change(call, lines, line, { UnitPrice: Amount, TotalPrice: Amount });
  } else if (Amount !== undefined) change(call, deals, deal, { Amount });
  if (Object.keys(rest).length > 0) change(call, deals, deal, rest);
}
