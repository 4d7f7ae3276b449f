import type { LineItem, Opportunity, Stage } from '../../../core/model/opportunity';
import type { Rep } from '../../../core/model/person';
import { ifGiven, isGiven, type Known, mapKnown, missing } from '../../../core/value/known';
import { isId, type Row } from '../api/rows';
import { recordId } from '../ids';
import { type Fields, fieldsOf, type ReadAs, unkept } from './field';
import { outcomeOf } from './stages';

/** What is asked of an opportunity wherever one is read. */
export const DEAL_FIELDS = [
  'rec_name',
  'description',
  'reference',
  'party',
  'party.rec_name',
  'employee',
  'employee.rec_name',
  'amount',
  'currency',
  'conversion_probability',
  'state',
  'start_date',
  'end_date',
  'lost_reason',
  'sales',
  '_timestamp',
];

export type ReadDeals = ReadAs & {
  readonly database: string;
  readonly zone: string;
  readonly stages: Known<readonly Stage[]>;
};

/**
 * An opportunity. `undefined` where the row is none: no id, no state that Tryton knows.
 *
 * Its name is its description, as people write it; one without goes by its number. Once a quotation is out, Tryton keeps its amount
 * equal to the untaxed sum of the sales. It sets the end date to the day itself when a deal is won, lost or cancelled: while it is
 * open that date is when it is expected to close.
 *
 * @param items - rows of its lines; missing where they were not asked for
 */
export function toOpportunity(row: Row, as: ReadDeals, items: Known<readonly Row[]>): Opportunity | undefined {
  const fields = fieldsOf('sale.opportunity', row, as);
  const state = ifGiven(fields.text('state'));
  const outcome = state === undefined ? undefined : outcomeOf(state);
  if (!isId(row.id) || outcome === undefined) return undefined;
  return {
    id: recordId(as.database, row.id),
    name: ifGiven(fields.text('description')) ?? ifGiven(fields.text('rec_name')) ?? recordId(as.database, row.id),
    outcome,
    account: linked(fields, 'party', as.database),
    owner: ownerOf(fields),
    stage: mapKnown(fields.text('state'), (name) => stageNamed(name, as.stages)),
    forecastCategory: unkept('forecast category', as.asOf),
    amount: fields.money('amount'),
    closeDate: fields.date('end_date'),
    createdOn: fields.date('start_date'),
    probability: probabilityOf(fields),
    nextStep: unkept('next step', as.asOf),
    type: unkept('type', as.asOf),
    products: mapKnown(items, (rows) => rows.flatMap((item) => lineItem(item, as) ?? [])),
    fields: { reference: fields.text('reference'), lost_reason: fields.text('lost_reason') },
  };
}

/** Already a share: Tryton keeps 0.25 and shows 25 %. */
export function probabilityOf(fields: Fields): Known<number> {
  const known = fields.number('conversion_probability');
  return isGiven(known) && !(known.value >= 0 && known.value <= 1)
    ? missing('not-readable', known.source, known.asOf)
    : known;
}

/** The employee whose deal it is. */
export function ownerOf(fields: Fields): Known<Rep> {
  return mapKnown(fields.link('employee'), (id) => ({
    id: String(id),
    name: ifGiven(fields.text('employee.rec_name')) ?? String(id),
  }));
}

function linked(fields: Fields, field: string, database: string): Opportunity['account'] {
  const id = fields.link(field);
  if (!isGiven(id)) return id;
  const name = fields.text(`${field}.rec_name`);
  return isGiven(name)
    ? { ...id, value: { id: recordId(database, id.value), name: name.value } }
    : missing('hidden', id.source, id.asOf);
}

function stageNamed(name: string, stages: Known<readonly Stage[]>): Stage {
  return ifGiven(stages)?.find((stage) => stage.name === name) ?? { name, label: name, order: missing('not-recorded') };
}

export const LINE_FIELDS = ['opportunity', 'product', 'product.rec_name', 'quantity'];

/** A line has a product and how much of it; prices come with the quotation. */
function lineItem(row: Row, as: ReadDeals): LineItem | undefined {
  const fields = fieldsOf('sale.opportunity.line', row, as);
  const product = ifGiven(fields.text('product.rec_name'));
  if (!isId(row.id) || product === undefined) return undefined;
  return {
    id: String(row.id),
    product,
    family: unkept('product family', as.asOf),
    quantity: fields.number('quantity'),
    amount: unkept('amount of a line', as.asOf),
  };
}

/** The lines of each of many opportunities. */
export function linesBy(rows: Known<readonly Row[]>): (deal: unknown) => Known<readonly Row[]> {
  return (deal) => mapKnown(rows, (all) => all.filter(({ opportunity }) => opportunity === deal));
}

export const noLines = (as: ReadAs) =>
  missing('not-yet-read', { kind: 'crm', field: 'sale.opportunity.line' }, as.asOf);
